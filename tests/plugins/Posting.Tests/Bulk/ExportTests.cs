using System.Text;
using PluginHost.Campaigns;
using PluginHost.Plugins.Testing;
using PluginHost.Sdk;

namespace PluginHost.Posting.Tests;

public sealed class ExportTests : IDisposable
{
    private static readonly string[] Texts =
    [
        "plain", "with, comma", "with \"quotes\"", "two\nlines", " spaces around ", "مرحبا بالجميع", "👩‍👩‍👧‍👦 family", "=1+1", "a;b\\c", "tab\there", "#tag: [y] - z", "'single'",
    ];

    private readonly Workshop _workshop = new();

    [Theory]
    [InlineData("out.csv")]
    [InlineData("out.json")]
    public async Task Should_Change_Nothing_When_What_Was_Exported_Is_Imported(string file)
    {
        // Given: on the wall clock, at an instant, as a draft, on several profiles, queued, repeated.
        _workshop.SilenceEarlierTexts();
        var (plugin, host) = await _workshop.StartAsync();
        foreach (var text in Texts)
        {
            await plugin.PlanAsync(host, "@telco", text, ((IHost)host).Times.Read("2026-03-29 02:30 Europe/Oslo"), CancellationToken.None);
            await plugin.PlanAsync(host, "@telco_help", text, _workshop.Clock.GetUtcNow().AddHours(2.5), CancellationToken.None);
            await plugin.DraftAsync(host, "@telco_nb", text, CancellationToken.None);
        }

        // A thread of three parts on two profiles, one of which says it otherwise.
        host.Workspace.Files["in.csv"] = "id,profile,text,at,more\nt,@telco @telco_help,one,2026-04-01 09:00,two||three\n"u8.ToArray();
        await plugin.ImportAsync(host, "in.csv", dry: false, update: false, CancellationToken.None);
        await (await Workshop.PublisherOfAsync(host)).PlanAsync(Workshop.Plan([("@telco", "here"), ("@telco_nb", "der")]), CancellationToken.None);
        await plugin.MissedPostAsync(host, 1, "skip 30m", CancellationToken.None);
        await plugin.RepeatAsync(host, "@telco @telco_nb", "again", "daily 09:00 Europe/Oslo", "", 3, "", CancellationToken.None);
        var before = Outbox();

        // When
        var exported = await plugin.ExportAsync(host, file, "waiting", over: true, CancellationToken.None);
        var imported = await plugin.ImportAsync(host, file, dry: false, update: true, CancellationToken.None);

        // Then
        imported.Rows[0]["unchanged"].ShouldBe(exported.Rows[0]["rows"]);
        (imported.Rows[0]["added"].ToString(), imported.Rows[0]["changed"].ToString()).ShouldBe(("0", "0"));
        Outbox().ShouldBe(before);
        await plugin.ExportAsync(host, file, "all", over: true, CancellationToken.None);
        (await plugin.ImportAsync(host, file, dry: false, update: true, CancellationToken.None)).Rows[0]["unchanged"].ShouldBe(exported.Rows[0]["rows"]);
        Outbox().ShouldBe(before);
    }

    [Fact]
    public async Task Should_Make_The_Same_Posts_In_Another_Workspace()
    {
        // Given
        _workshop.SilenceEarlierTexts();
        using var other = new Workshop();
        other.SilenceEarlierTexts();
        var (plugin, host) = await _workshop.StartAsync();
        foreach (var text in Texts)
            await plugin.PlanAsync(host, "@telco", text, ((IHost)host).Times.Read("2026-10-25 02:30 Europe/Oslo"), CancellationToken.None);

        await plugin.ExportAsync(host, "out.csv", "all", over: true, CancellationToken.None);

        // When
        var (stranger, elsewhere) = await other.StartAsync();
        elsewhere.Workspace.Files["out.csv"] = host.Workspace.Files["out.csv"];
        await stranger.ImportAsync(elsewhere, "out.csv", dry: false, update: false, CancellationToken.None);

        // Then
        foreach (var column in (string[])["profile", "text", "language", "due_at", "wall", "zone", "clocks", "state"])
            other.Column(column).ShouldBe(_workshop.Column(column), column);
    }

    [Fact]
    public async Task Should_Still_Know_The_File_That_Was_Imported_Before_It_Exported()
    {
        var (plugin, host) = await _workshop.StartAsync();
        host.Workspace.Files["in.csv"] = "id,profile,text,at\na,@telco,hello,2026-04-01 09:00\n,@telco_nb,hei,\n"u8.ToArray();
        await plugin.ImportAsync(host, "in.csv", dry: false, update: false, CancellationToken.None);

        await plugin.ExportAsync(host, "out.csv", "waiting", over: true, CancellationToken.None);

        foreach (var file in (string[])["in.csv", "out.csv"])
            (await plugin.ImportAsync(host, file, dry: false, update: false, CancellationToken.None)).Rows[0]["unchanged"].ToString().ShouldBe("2", file);

        Encoding.UTF8.GetString(host.Workspace.Files["out.csv"]).ShouldContain("a,'@telco,hello,en,2026-04-01 09:00,UTC,,,,,scheduled,yes");
    }

    [Fact]
    public async Task Should_Write_A_Calendar_That_Others_Read()
    {
        // Given
        var (plugin, host) = await _workshop.StartAsync();
        var text = "Kjære alle; i dag, \\o/\nåpner vi døra 👩‍👩‍👧‍👦 for alle som vil se hvordan blåbæris blir til – kom tidlig!";
        await plugin.PlanAsync(host, "@telco", text, ((IHost)host).Times.Read("2026-03-29 02:30 Europe/Oslo"), CancellationToken.None);
        await plugin.DraftAsync(host, "@telco_nb", "no time", CancellationToken.None);

        // When
        await plugin.ExportAsync(host, "out.ics", "waiting", over: true, CancellationToken.None);

        // Then
        var calendar = Encoding.UTF8.GetString(host.Workspace.Files["out.ics"]);
        calendar.Replace("\r\n", "", StringComparison.Ordinal).ShouldNotContain("\n");
        calendar.Split("\r\n").ShouldAllBe(line => Encoding.UTF8.GetByteCount(line) <= 75);
        var lines = calendar.Replace("\r\n ", "", StringComparison.Ordinal).Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        (lines[0], lines[^1], lines.Count(line => line == "BEGIN:VEVENT")).ShouldBe(("BEGIN:VCALENDAR", "END:VCALENDAR", 1));
        lines.ShouldContain("DTSTART:20260329T010000Z");
        lines.ShouldContain("DTSTAMP:20260302T090000Z");
        lines.ShouldContain("DESCRIPTION:" + text.Replace("\\", "\\\\").Replace(";", "\\;").Replace(",", "\\,").Replace("\n", "\\n"));
        lines.Single(line => line.StartsWith("UID:", StringComparison.Ordinal)).ShouldEndWith("@posting.pluginhost");
    }

    [Fact]
    public async Task Should_Write_All_Parts_Of_A_Thread_Into_One_Entry_Of_A_Calendar()
    {
        // Given
        var (plugin, host) = await _workshop.StartAsync();
        await (await Workshop.PublisherOfAsync(host)).PlanAsync(
            new PostPlan
            {
                Variants = [new Variant { Profile = "@telco", Text = "First.", More = ["Second.", "Third."] }],
                AskedBy = "a test",
                At = _workshop.Clock.GetUtcNow().AddDays(1),
            },
            CancellationToken.None);

        // When
        await plugin.ExportAsync(host, "out.ics", "waiting", over: true, CancellationToken.None);

        // Then
        var lines = Encoding.UTF8.GetString(host.Workspace.Files["out.ics"]).Split("\r\n");
        lines.ShouldContain("DESCRIPTION:First.\\n\\nSecond.\\n\\nThird.");
        lines.Count(line => line == "BEGIN:VEVENT").ShouldBe(1);
    }

    [Theory]
    [InlineData("out.csv")]
    [InlineData("out.json")]
    [InlineData("out.ics")]
    public async Task Should_Write_Over_A_File_Only_Where_It_Is_Told_To(string file)
    {
        // Given
        var (plugin, host) = await _workshop.StartAsync();
        host.Workspace.Files[file] = "mine"u8.ToArray();

        // When
        var refused = await Should.ThrowAsync<WrongUseException>(() => plugin.ExportAsync(host, file, "waiting", over: false, CancellationToken.None));
        var left = host.Workspace.Files[file];
        await plugin.ExportAsync(host, file, "waiting", over: true, CancellationToken.None);

        // Then
        refused.Message.ShouldBe($"There is a file {file} already, and it was left as it is. over=true writes over it; or name another.");
        left.ShouldBe("mine"u8.ToArray());
        host.Workspace.Files[file].ShouldNotBe("mine"u8.ToArray());
    }

    [Fact]
    public async Task Should_Refuse_A_File_Of_Another_Kind()
    {
        var (plugin, host) = await _workshop.StartAsync();

        (await Should.ThrowAsync<WrongUseException>(() => plugin.ExportAsync(host, "out.xlsx", "waiting", over: true, CancellationToken.None))).Message
            .ShouldBe("out.xlsx is no file that posts can be written to: its name ends with .csv, .json or .ics.");
        await Should.ThrowAsync<WrongUseException>(() => plugin.ExportAsync(host, "out.csv", "some", over: true, CancellationToken.None));
        host.Workspace.Files.ShouldBeEmpty();
    }

    [Fact]
    public async Task Should_Know_A_File_Again_Whenever_The_Process_Died_That_Wrote_It()
    {
        // Given
        _workshop.SilenceEarlierTexts();
        var (plugin, host) = await _workshop.StartAsync();
        await plugin.DraftAsync(host, "@telco", "hello", CancellationToken.None);
        var unknown = new List<int>();
        for (var life = 0; life < 8; life++)
        {
            var (mortal, itsHost) = await _workshop.StartAsync();
            itsHost.Store.Life = life;

            // When
            try
            {
                await mortal.ExportAsync(itsHost, "out.csv", "waiting", over: true, CancellationToken.None);
            }
            catch (DeadProcessException)
            {
                // As was meant.
            }

            // Then
            if (!itsHost.Workspace.Files.TryGetValue("out.csv", out var file))
                continue;

            host.Workspace.Files["out.csv"] = file;
            if ((await plugin.ImportAsync(host, "out.csv", dry: true, update: false, CancellationToken.None)).Rows[0]["unchanged"].ToString() != "1")
                unknown.Add(life);
        }

        unknown.ShouldBeEmpty();
        host.Workspace.Files.ShouldContainKey("out.csv");
    }

    [Fact]
    public async Task Should_Note_What_It_Writes_So_That_No_Loss_Of_Power_Forgets_It()
    {
        var (plugin, host) = await _workshop.StartAsync();
        await plugin.DraftAsync(host, "@telco", "hello", CancellationToken.None);
        var commits = host.Store.Commits;

        await plugin.ExportAsync(host, "out.csv", "waiting", over: true, CancellationToken.None);

        (host.Store.Commits - commits).ShouldBe(1);
    }

    private IReadOnlyList<object> Outbox() => _workshop.Database.Query("select post || profile || text || state || coalesce(due_at, 0) from posting_target order by post, place");

    public void Dispose() => _workshop.Dispose();
}
