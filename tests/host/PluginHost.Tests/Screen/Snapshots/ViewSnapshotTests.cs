namespace PluginHost.Tests.Screen.Snapshots;

/// <summary>Every view, on a small screen and a large one: what it looks like stands beside.</summary>
public sealed class ViewSnapshotTests(GuestPlugin guest)
{
    private static readonly (string Name, string Text)[] Scripts =
    [
        ("scripts/daily.csx", "var said = 1;\n"),
        ("scripts/draw.csx", "foreach (var one in new[] { 1, 2 })\n    System.Console.WriteLine(one);\n"),
    ];

    [Theory]
    [InlineData("welcome", "workbench.welcome", "Write a post")]
    [InlineData("profiles", "workbench.profiles", "@shop")]
    [InlineData("scripts", "workbench.scripts", "daily")]
    [InlineData("composer", "workbench.composer", "characters")]
    [InlineData("outbox", "posting.outbox.view", "writes a post")]
    [InlineData("week", "posting.week.view", "Nothing is planned")]
    [InlineData("outbox-log", "posting.log.view", "Nothing has happened")]
    [InlineData("timeline", "posting.timeline.view", "Nothing was sent yet")]
    [InlineData("problems", "workbench.problems", "Problems")]
    [InlineData("plugins", "workbench.plugins", "rehearsal")]
    [InlineData("logins", "workbench.logins", "@shop")]
    [InlineData("output", "workbench.output", "Output")]
    [InlineData("jobs", "workbench.jobs", "Jobs")]
    [InlineData("log", "workbench.log", "Command log")]
    [InlineData("notifications", "workbench.notifications", "Notifications")]
    [InlineData("tree", "guest.tree", "North")]
    [InlineData("table", "guest.table", "Vanilla")]
    [InlineData("journal", "guest.log", "line 39")]
    [InlineData("text", "guest.text", "Flavours")]
    [InlineData("form", "guest.form", "Order")]
    [InlineData("line-chart", "guest.line", "Mon")]
    [InlineData("bar-chart", "guest.bars", "Mon")]
    [InlineData("sparkline", "guest.spark", "Sparkline")]
    [InlineData("editor", "guest.editor", "plain text")]
    [InlineData("empty", "guest.empty", "Nothing is here")]
    [InlineData("ill", "guest.ill", "fell down")]
    public Task Should_Look_As_Approved(string name, string view, string shows) => CheckAsync(name, view, shows, hasColours: true);

    [Theory]
    [InlineData("welcome-plain", "workbench.welcome", "Write a post")]
    [InlineData("table-plain", "guest.table", "Vanilla")]
    [InlineData("form-plain", "guest.form", "Order")]
    [InlineData("editor-plain", "guest.editor", "plain text")]
    public Task Should_Look_As_Approved_Without_Colours(string name, string view, string shows) => CheckAsync(name, view, shows, hasColours: false);

    [Theory]
    [InlineData("outbox-filled", "posting.outbox.view", "planned", true)]
    [InlineData("outbox-filled-plain", "posting.outbox.view", "planned", false)]
    [InlineData("week-filled", "posting.week.view", "11:30", true)]
    [InlineData("week-filled-plain", "posting.week.view", "11:30", false)]
    [InlineData("timeline-filled", "posting.timeline.view", "Mango today", true)]
    [InlineData("timeline-filled-plain", "posting.timeline.view", "Mango today", false)]
    [InlineData("post", "posting.post.view", "@help", true)]
    public async Task Should_Look_As_Approved_With_Posts_In_It(string name, string view, string shows, bool hasColours)
    {
        await using var place = await WithPostsAsync(hasColours);
        await place.OpenAsync(view, shows);
        var small = await place.SnapshotAsync();
        place.Screen.Resize(120, 36);
        await place.ShowsAsync(shows);
        Approval.Check(small + await place.SnapshotAsync(), name);
    }

    [Theory]
    [InlineData("jump", true)]
    [InlineData("jump-plain", false)]
    public async Task Should_Show_Letters_To_Jump_By_As_Approved(string name, bool hasColours)
    {
        await using var place = await WithPostsAsync(hasColours);
        await place.OpenAsync("posting.timeline.view", "Mango today");
        place.Press('f');
        await CheckAsync(place, name);
    }

    [Theory]
    [InlineData("zoom", true)]
    [InlineData("zoom-plain", false)]
    public async Task Should_Show_What_Fills_The_Screen_As_Approved(string name, bool hasColours)
    {
        await using var place = await WithPostsAsync(hasColours);
        await place.OpenAsync("posting.week.view", "11:30");
        place.Press('z', Terminal.Modifiers.Alt);
        var small = await place.SnapshotAsync();
        place.Screen.Resize(120, 36);
        Approval.Check(small + await place.SnapshotAsync(), name);
    }

    [Fact]
    public async Task Should_Look_As_Approved_In_Ascii()
    {
        await using var place = new ScreenPlace(guest, ScreenSetup.Narrow with { IsAsciiOnly = true });
        await place.OpenAsync("guest.table", "Vanilla");
        var shown = await place.SnapshotAsync();
        place.Ctrl('p');
        shown += await place.SnapshotAsync();

        Approval.Check(shown, "ascii");
    }

    [Fact]
    public async Task Should_Show_What_Is_Written_With_What_Becomes_Of_It()
    {
        await using var place = new ScreenPlace(guest, ScreenSetup.Narrow);
        await place.OpenAsync("workbench.composer", "characters");
        await place.UntilAsync(() => place.Focused == "New post");

        place.Screen.Type("Tomorrow: mango, and for one day only, coffee.\nاليوم: مانجو بالحليب.");
        await place.ShowsAsync("68 /");

        await CheckAsync(place, "composer-written");
    }

    [Fact]
    public async Task Should_Show_What_Lies_Over_The_Rest_As_Approved()
    {
        await using var place = new ScreenPlace(guest, ScreenSetup.Narrow);
        await place.ShowsAsync("Write a post");
        place.Ctrl('p');
        place.Screen.Type("guest");
        var shown = await place.SnapshotAsync();
        place.Press(Terminal.Key.Escape);
        place.Press(Terminal.Key.F1);
        shown += await place.SnapshotAsync();
        place.Press(Terminal.Key.Escape);
        place.Press(Terminal.Key.F10);
        shown += await place.SnapshotAsync();
        place.Press(Terminal.Key.Escape);
        place.Ctrl('k');
        place.Advance(TimeSpan.FromMilliseconds(300));
        shown += await place.SnapshotAsync();

        Approval.Check(shown, "layers");
    }

    [Fact]
    public async Task Should_Show_Questions_And_Toasts_As_Approved()
    {
        await using var place = new ScreenPlace(guest, ScreenSetup.Narrow);
        await place.ShowsAsync("Write a post");
        place.Run("guest.ask");
        await place.ShowsAsync("Which shelf?");
        place.Screen.Type("الرف الأعلى");
        var shown = await place.SnapshotAsync();
        place.Press(Terminal.Key.Enter);
        await place.ShowsNoMoreAsync("1 job");
        place.Run("guest.confirm");
        await place.ShowsAsync("Clear the shelf?");
        shown += await place.SnapshotAsync();
        place.Press(Terminal.Key.Escape);
        await place.ShowsNoMoreAsync("1 job");
        place.Run("guest.throw");
        await place.ShowsAsync("shelf fell");
        shown += await place.SnapshotAsync();

        Approval.Check(shown, "questions");
    }

    [Fact]
    public async Task Should_Show_The_Settings_As_Approved()
    {
        await using var place = new ScreenPlace(guest, ScreenSetup.Narrow with { Configuration = "plugins:\n  posting:\n  rehearsal:\n" });
        await place.ShowsAsync("Write a post");
        place.Run("workbench.settings", ("plugin", "posting"));
        await place.UntilAsync(() => place.Focused != "Welcome");

        await CheckAsync(place, "settings");
    }

    [Fact]
    public async Task Should_Show_A_Slow_View_As_Approved()
    {
        await using var place = new ScreenPlace(guest, ScreenSetup.Narrow);
        place.Run("workbench.open", ("view", "guest.slow"));
        await place.UntilAsync(() => place.Focused == "Slow");
        await place.UntilAsync(() =>
        {
            place.Advance(TimeSpan.FromMilliseconds(50));
            return place.Text.Contains("Still loading", StringComparison.Ordinal);
        });

        await CheckAsync(place, "slow");
    }

    [Fact]
    public async Task Should_Draw_Signs_In_Ascii_Where_The_Terminal_Has_No_Others()
    {
        await using var place = new ScreenPlace(guest, ScreenSetup.Narrow with { IsAsciiOnly = true });
        await place.OpenAsync("guest.form", "Order");
        place.Run("workbench.open", ("view", "guest.tree"));
        await place.ShowsAsync("North");
        await place.RestAsync();

        place.Text.Where(character => character > '~' && !IsArabic(character)).Distinct().ShouldBeEmpty(place.Text);
    }

    private async Task CheckAsync(string name, string view, string shows, bool hasColours)
    {
        await using var place = new ScreenPlace(guest, ScreenSetup.Narrow with { HasColours = hasColours, Files = Scripts });
        await place.ShowsAsync("Write a post");
        await place.OpenAsync(view, shows);
        var small = await place.SnapshotAsync();
        place.Screen.Resize(120, 36);
        await place.ShowsAsync(shows);
        Approval.Check(small + await place.SnapshotAsync(), name);
    }

    // One that is out, in two languages; one that waits for its time; one that has none.
    private async Task<ScreenPlace> WithPostsAsync(bool hasColours)
    {
        var place = new ScreenPlace(guest, ScreenSetup.Narrow with { HasColours = hasColours });
        await place.ShowsAsync("Write a post");
        var noon = new DateTimeOffset(2026, 3, 4, 11, 30, 0, TimeSpan.Zero);
        await place.DoAsync("posting.publish", ("profile", "@shop"), ("text", "Mango today, until six."));
        await place.DoAsync("posting.publish", ("profile", "@arabic"), ("text", "المانجو بالحليب، اليوم فقط حتى السادسة."));
        await place.DoAsync("posting.plan", ("profile", "@arabic"), ("text", "غدًا: قهوة مثلّجة."), ("at", noon));
        await place.DoAsync("posting.draft", ("profile", "@help"), ("text", "We are closed on Friday."));
        return place;
    }

    private static async Task CheckAsync(ScreenPlace place, string name) => Approval.Check(await place.SnapshotAsync(), name);

    private static bool IsArabic(char character) => character is (>= '\u0600' and <= '\u06ff') or (>= '\ufb50' and <= '\ufdff') or (>= '\ufe70' and <= '\ufeff');
}
