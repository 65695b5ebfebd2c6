using PluginHost.Sdk;

namespace PluginHost.PressRoom.Tests.Releases;

/// <summary>A check says everything at once, fails where a release cannot come out, and says so where all is well.</summary>
public sealed class ReleaseCheckTests : IDisposable
{
    private readonly PressWorkshop _workshop = new();

    [Fact]
    public async Task Should_Say_All_That_Is_Wrong_At_Once_And_Fail()
    {
        // Given: a file that cannot be read, one with a wrong field, a wrong time, an unknown profile, and a teaser that is too long for its network.
        _workshop.Write("releases/five.ar.md", "---\ntitle: x\n");
        _workshop.Write("releases/five.en.md", "---\ntitel: x\nsummary: y\nembargo: tomorrow\nprofiles: [\"@telko\"]\n---\nHello\n\n![A shop](shop.png)\n");
        _workshop.Write("releases/five.nb.md", PressWorkshop.Release("Fem", "\"@telco_nb\"", "tomorrow"));
        _workshop.WriteRelease("six");
        _workshop.Network.Rules = _workshop.Network.Rules with { Limit = 20 };
        var (plugin, host) = await _workshop.StartAsync();

        // When
        var message = (await Should.ThrowAsync<PluginHostException>(() => plugin.CheckAsync(host, "", CancellationToken.None))).Message;

        // Then
        message.ShouldStartWith("2 of 2 releases cannot come out as written:\n");
        foreach (var told in new[]
        {
            "error: releases/five.ar.md(1): the front matter that begins here never ends",
            "error: releases/five.en.md(2): a release says nothing of \"titel\"",
            "error: releases/five.en.md(1): there is no title",
            "error: releases/five.en.md(4): the embargo is no time",
            "error: releases/five.en.md(5): there is no profile @telko",
            "error: releases/five.en.md(9): there is no picture releases/shop.png",
            "error: five, @telco_nb: ",
            "error: six, @telco: ",
        })
            message.ShouldContain($"\n  {told}");
    }

    [Fact]
    public async Task Should_Not_Ask_For_A_Text_That_Is_There_And_Cannot_Be_Read()
    {
        _workshop.Write("releases/five.en.md", "---\ntitle: x\nsummary: y\npurpose: offers\n---\nHello\n");
        _workshop.Write("releases/five.nb.md", "no front matter");
        var (plugin, host) = await _workshop.StartAsync();

        var message = (await Should.ThrowAsync<PluginHostException>(() => plugin.CheckAsync(host, "five", CancellationToken.None))).Message;

        message.ShouldContain("releases/five.nb.md(1): a release begins with");
        message.ShouldNotContain("there is no text in it");
    }

    [Fact]
    public async Task Should_Say_That_Two_Releases_Would_Have_One_Page()
    {
        _workshop.WriteRelease();
        _workshop.Write("releases/six.en.md", PressWorkshop.Release("Six", "\"@telco\"", more: "slug: five\n"));
        _workshop.Write("releases/seven.en.md", PressWorkshop.Release("Seven", "\"@telco\"", more: "slug: five\n"));
        var (plugin, host) = await _workshop.StartAsync();
        await plugin.ReleaseAsync(host, "five", CancellationToken.None);

        var message = (await Should.ThrowAsync<PluginHostException>(() => plugin.CheckAsync(host, "", CancellationToken.None))).Message;

        message.ShouldStartWith("2 of 3 releases cannot come out as written:");
        message.ShouldContain("error: six, en/five.html: five has this page already. Give one of them another slug.");
    }

    [Fact]
    public async Task Should_Say_How_Much_Was_Looked_At_When_All_Is_Well()
    {
        _workshop.WriteRelease();
        _workshop.Write("releases/six.ar.md", PressWorkshop.Release("ستة", "\"@telco_help\"").Replace("@telco_help", "@telco_ar"));
        _workshop.Profiles.List.Add(new Campaigns.Profile { Name = "@telco_ar", Network = "test", Handle = "telco_ar", Purpose = "press", Language = "ar" });
        var (plugin, host) = await _workshop.StartAsync();

        (await plugin.CheckAsync(host, "", CancellationToken.None)).ToString().ShouldBe("2 releases in 3 languages, no problems.");
        (await plugin.CheckAsync(host, "six", CancellationToken.None)).ToString().ShouldBe("1 release in 1 language, no problems.");
    }

    [Fact]
    public async Task Should_Say_That_There_Was_Nothing_To_Check()
    {
        _workshop.WriteRelease(embargo: "");
        var (plugin, host) = await _workshop.StartAsync();
        await plugin.ReleaseAsync(host, "five", CancellationToken.None);

        (await plugin.CheckAsync(host, "", CancellationToken.None)).ToString().ShouldBe("There is no release that is still to come out: nothing was checked.");
    }

    [Fact]
    public async Task Should_Warn_Of_An_Embargo_That_Has_Passed()
    {
        _workshop.WriteRelease(embargo: "2026-03-02 09:59 Europe/Oslo");
        var (plugin, host) = await _workshop.StartAsync();

        var row = ((Table)await plugin.CheckAsync(host, "five", CancellationToken.None)).Rows.Single();

        row["severity"].ToString().ShouldBe("warning");
        row["message"].ToString().ShouldStartWith("the embargo, Mon 2026-03-02 09:59 Europe/Oslo, has passed: it would come out at once.");
    }

    public void Dispose() => _workshop.Dispose();
}
