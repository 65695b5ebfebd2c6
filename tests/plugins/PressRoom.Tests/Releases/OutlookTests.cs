using System.Reflection;
using PluginHost.Sdk;

namespace PluginHost.PressRoom.Tests.Releases;

/// <summary>Before a key press lets anything out in public, a person reads what, where and when.</summary>
public sealed class OutlookTests : IDisposable
{
    private readonly PressWorkshop _workshop = new();

    [Theory]
    [InlineData("press.release")]
    [InlineData("press.retract")]
    [InlineData("press.feed-look")]
    public void Should_Ask_At_The_Screen_Before_Anything_Goes_Out(string command)
    {
        var commands = typeof(PressPlugin).GetMethods().Select(method => method.GetCustomAttribute<CommandAttribute>()).OfType<CommandAttribute>().ToList();

        commands.Single(each => each.Id == command).Confirm.ShouldNotBeNull();
    }

    [Fact]
    public async Task Should_Say_What_Comes_Out_Where_And_When_It_Is_Armed()
    {
        _workshop.WriteRelease();
        var (plugin, host) = await _workshop.StartAsync();

        (await plugin.ComingAsync(host, "five", CancellationToken.None)).ShouldBe(
            """
            Arm five, to come out by itself?
            When: Tue 2026-03-03 09:00 Europe/Oslo (2026-03-03 08:00 +00:00 here)
            English: https://press.example/en/five.html
            Norsk: https://press.example/nb/five.html
            Announced by: @telco (en), @telco_nb (nb)
            """);
        _workshop.Database.Query("select count(*) from press_release").ShouldBe([0L]);
    }

    [Theory]
    [InlineData("", "When: now: it has no embargo")]
    [InlineData("2026-03-01 09:00 Europe/Oslo", "When: now: its embargo, Sun 2026-03-01 09:00 Europe/Oslo, has passed")]
    public async Task Should_Say_That_It_Comes_Out_Now(string embargo, string when)
    {
        _workshop.WriteRelease(embargo: embargo);
        var (plugin, host) = await _workshop.StartAsync();

        var lines = (await plugin.ComingAsync(host, "five", CancellationToken.None)).Split('\n');

        lines[..2].ShouldBe(["Let five out now, in public?", when]);
    }

    [Fact]
    public async Task Should_Say_That_Nobody_Announces_It()
    {
        _workshop.Write("releases/five.en.md", PressWorkshop.Release("Five", ""));
        var (plugin, host) = await _workshop.StartAsync();

        (await plugin.ComingAsync(host, "five", CancellationToken.None)).ShouldEndWith("\nNobody announces it: it names no purpose and no profiles.");
    }

    [Fact]
    public async Task Should_Refuse_With_File_And_Line_What_Cannot_Come_Out()
    {
        _workshop.Write("releases/five.en.md", "---\nsummary: y\n---\nHello\n");
        var (plugin, host) = await _workshop.StartAsync();

        (await Should.ThrowAsync<WrongUseException>(() => plugin.ComingAsync(host, "five", CancellationToken.None))).Message.ShouldContain("releases/five.en.md(1): there is no title");
    }

    [Fact]
    public async Task Should_Ask_Of_What_Is_Out_Only_For_What_Would_Change()
    {
        // Given
        _workshop.WriteRelease(embargo: "");
        _workshop.Network.OnSend = (post, _, _) => Task.FromResult(
            post.Profile.Name == "@telco" ? new Campaigns.RefusedByNetwork { Reason = "the account is locked" } : _workshop.Network.Publish(post));
        var (plugin, host) = await _workshop.StartAsync();
        await plugin.ReleaseAsync(host, "five", CancellationToken.None);

        // When
        var again = await plugin.ComingAsync(host, "five", CancellationToken.None);
        _workshop.Network.OnSend = null;
        await plugin.ReleaseAsync(host, "five", CancellationToken.None);
        var nothing = await plugin.ComingAsync(host, "five", CancellationToken.None);
        _workshop.Write("releases/five.en.md", _workshop.Read("releases/five.en.md").Replace("secret", "correction"));
        var corrected = await plugin.ComingAsync(host, "five", CancellationToken.None);

        // Then
        again.ShouldBe("Announce five where it was refused?\nWhen: now\nTried again by: @telco");
        nothing.ShouldBeEmpty();
        corrected.ShouldStartWith("Let five out corrected, in public?\nWhen: now\nEnglish: ");
    }

    [Fact]
    public async Task Should_Say_What_A_Retraction_Does_To_Pages_And_Posts()
    {
        // Given: one teaser is out, and its network puts the other off.
        _workshop.WriteRelease(embargo: "");
        _workshop.PostingSettings["patience"] = "0s";
        _workshop.Network.OnSend = (post, _, _) => Task.FromResult(post.Profile.Name == "@telco_nb"
            ? new Campaigns.TryLater { Reason = "put off", NotBefore = _workshop.Clock.GetUtcNow().AddMinutes(5) }
            : _workshop.Network.Publish(post));
        var (plugin, host) = await _workshop.StartAsync();
        await plugin.ReleaseAsync(host, "five", CancellationToken.None);

        // When, Then
        (await plugin.GoingAsync(host, "five", CancellationToken.None)).ShouldBe(
            """
            Retract five, in public? It cannot come out again.
            It is out since 2026-03-02 09:00 +00:00. Its pages say that it was retracted, and why:
            English: https://press.example/en/five.html
            Norsk: https://press.example/nb/five.html
            Posts that stay where they are: @telco
            Posts that are taken back before they leave: @telco_nb
            """);
    }

    [Fact]
    public async Task Should_Say_That_Nobody_Has_Seen_What_Is_Taken_Back_Before()
    {
        _workshop.WriteRelease();
        var (plugin, host) = await _workshop.StartAsync();
        var before = await plugin.GoingAsync(host, "five", CancellationToken.None);
        await plugin.ReleaseAsync(host, "five", CancellationToken.None);

        var lines = (await plugin.GoingAsync(host, "five", CancellationToken.None)).Split('\n');

        before.ShouldBeEmpty();
        lines[..2].ShouldBe(["Take five back, so that it does not come out?", "It was to come out 2026-03-03 09:00 Europe/Oslo (2026-03-03 08:00 +00:00 here). Nobody has seen it, and it can be armed again."]);
    }

    public void Dispose() => _workshop.Dispose();
}
