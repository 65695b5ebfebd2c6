using PluginHost.Sdk;

namespace PluginHost.PressRoom.Tests.Releases;

/// <summary>A release that cannot be is told with file and line, before anything is armed.</summary>
public sealed class BrokenReleaseTests : IDisposable
{
    private readonly PressWorkshop _workshop = new();

    public static TheoryData<string, string> Broken => new()
    {
        { "Hello", "releases/five.en.md(1): a release begins with a line of three hyphens" },
        { "---\ntitle: x\n", "releases/five.en.md(1): the front matter that begins here never ends" },
        { "---\ntitle: x\nsummary: [a\n---\nHello\n", "releases/five.en.md(" },
        { "---\ntitle: x\n  summary: y\n---\nHello\n", "releases/five.en.md(3)" },
        { "---\ntitle: x\ntitle: y\nsummary: z\n---\nHello\n", "releases/five.en.md(3)" },
        { "---\n- title\n---\nHello\n", "releases/five.en.md(2): the front matter is no list of names and values" },
        { "---\ntitle: x\nsummary: y\nembargoo: 2027-03-01 09:00\n---\nHello\n", "releases/five.en.md(4): a release says nothing of \"embargoo\"" },
        { "---\nsummary: y\n---\nHello\n", "releases/five.en.md(1): there is no title" },
        { "---\ntitle: x\nsummary: y\nembargo:\n---\nHello\n", "releases/five.en.md(4): the embargo is empty" },
        { "---\ntitle: [a, b]\nsummary: y\n---\nHello\n", "releases/five.en.md(2): title is one text" },
        { "---\ntitle: x\nsummary: y\nembargo: tomorrow\n---\nHello\n", "releases/five.en.md(4): the embargo is no time" },
        { "---\ntitle: x\nsummary: y\nembargo: 2027-13-01 09:00\n---\nHello\n", "releases/five.en.md(4): the embargo is no time" },
        { "---\ntitle: x\nsummary: y\nembargo: 2027-03-01 09:00 Europe/Olso\n---\nHello\n", "Did you mean \"Europe/Oslo\"" },
        { "---\ntitle: x\nsummary: y\nslug: Fünf\n---\nHello\n", "releases/five.en.md(4): \"Fünf\" cannot name a page" },
        { "---\ntitle: x\nsummary: y\nprofiles: [\"@telko\"]\n---\nHello\n", "releases/five.en.md(4): there is no profile @telko in plugins.yaml. Did you mean \"@telco\"?" },
        { "---\ntitle: x\nsummary: y\nprofiles: [\"@telco_nb\"]\n---\nHello\n", "releases/five.en.md(4): @telco_nb speaks \"nb\"" },
        { "---\ntitle: x\nsummary: y\nprofiles: [\"@quiet\"]\n---\nHello\n", "releases/five.en.md(4): @quiet only listens" },
        { "---\ntitle: x\nsummary: y\npurpose: offers\n---\nHello\n", "releases/five.en.md(4): @telco_nb speaks \"nb\", and there is no text in it" },
        { "---\ntitle: x\nsummary: y\npurpose: pres\n---\nHello\n", "releases/five.en.md(4): no profile that may speak has the purpose \"pres\". Did you mean \"press\"?" },
        { "---\ntitle: x\nsummary: y\nprofiles: [\"@telco\"]\nteaser: \"{headline}\"\n---\nHello\n", "releases/five.en.md(5): {headline} stands for nothing" },
        { "---\ntitle: x\nsummary: y\nboilerplate: about\n---\nHello\n", "releases/five.en.md(4): there is no block about: neither releases/blocks/about.en.md nor releases/blocks/about.md" },
        { "---\ntitle: x\nsummary: y\ncontact: ../../x\n---\nHello\n", "releases/five.en.md(4): \"../../x\" names no block" },
        { "---\ntitle: x\nsummary: y\n---\n\n", "releases/five.en.md(5): the release says nothing" },
        { "---\ntitle: x\nsummary: y\n---\nHello\n\n[x](javascript:alert)\n", "releases/five.en.md(7): the link \"javascript:alert\" leads nowhere" },
        { "---\ntitle: x\nsummary: y\n---\nHello\n\n![A shop](shop.png)\n", "releases/five.en.md(7): there is no picture releases/shop.png" },
        { "---\ntitle: x\nsummary: y\n---\nHello\n\n![](shop.png)\n", "releases/five.en.md(7): the picture shop.png has no description" },
        { "---\ntitle: x\nsummary: y\n---\nHello\n\n![A shop](https://elsewhere.example/shop.png)\n", "releases/five.en.md(7): the picture https://elsewhere.example/shop.png cannot stand" },
        { "---\ntitle: x\nsummary: y\n---\nHello\n\n![A shop](../plugins.yaml)\n", "releases/five.en.md(7): the picture ../plugins.yaml cannot stand" },
    };

    [Theory]
    [MemberData(nameof(Broken))]
    public async Task Should_Say_File_And_Line_When_It_Cannot_Be(string text, string told)
    {
        // Given
        _workshop.Write("releases/five.en.md", text);
        var (plugin, host) = await _workshop.StartAsync();

        // When
        var refused = await Should.ThrowAsync<WrongUseException>(() => plugin.ReleaseAsync(host, "five", CancellationToken.None));
        var rows = (await plugin.ReleasesAsync(host, CancellationToken.None)).Rows;

        // Then
        refused.Message.ShouldContain(told);
        rows.Single()["state"].ToString().ShouldBe("broken");
        _workshop.Database.Query("select count(*) from press_release").ShouldBe([0L]);
        _workshop.Site.ShouldBeEmpty();
    }

    [Fact]
    public async Task Should_Tell_Languages_Apart_That_Come_Out_At_Two_Instants()
    {
        _workshop.WriteRelease();
        _workshop.Write("releases/five.nb.md", PressWorkshop.Release("Fem", "\"@telco_nb\"", "2026-03-03 10:00 Europe/Oslo"));
        var (plugin, host) = await _workshop.StartAsync();

        var refused = await Should.ThrowAsync<WrongUseException>(() => plugin.ReleaseAsync(host, "five", CancellationToken.None));

        refused.Message.ShouldContain("releases/five.nb.md(4): the embargo is \"2026-03-03 10:00 Europe/Oslo\", and in releases/five.en.md it is \"2026-03-03 09:00 Europe/Oslo\"");
    }

    [Fact]
    public async Task Should_Say_What_Was_Meant_When_There_Is_No_Such_Release()
    {
        _workshop.WriteRelease();
        var (plugin, host) = await _workshop.StartAsync();

        (await Should.ThrowAsync<WrongUseException>(() => plugin.ReleaseAsync(host, "fife", CancellationToken.None))).Message.ShouldEndWith("Did you mean \"five\"?");
    }

    [Fact]
    public async Task Should_Ask_For_The_Address_When_A_Teaser_Links_Nowhere()
    {
        _workshop.Settings["address"] = "";
        _workshop.WriteRelease();
        var (plugin, host) = await _workshop.StartAsync();

        (await Should.ThrowAsync<WrongUseException>(() => plugin.ReleaseAsync(host, "five", CancellationToken.None))).Message
            .ShouldContain("nobody has said where the newsroom is to be read");
    }

    [Fact]
    public async Task Should_Check_Teasers_On_Their_Networks_Before_Anything_Is_Armed()
    {
        _workshop.WriteRelease();
        _workshop.Network.Rules = _workshop.Network.Rules with { Limit = 20 };
        var (plugin, host) = await _workshop.StartAsync();

        await Should.ThrowAsync<Campaigns.NotPublishedException>(() => plugin.ReleaseAsync(host, "five", CancellationToken.None));
        var found = await Should.ThrowAsync<PluginHostException>(() => plugin.CheckAsync(host, "", CancellationToken.None));

        _workshop.Database.Query("select count(*) from press_release").ShouldBe([0L]);
        found.Message.ShouldContain("\n  error: five, @telco_nb: ");
    }

    public void Dispose() => _workshop.Dispose();
}
