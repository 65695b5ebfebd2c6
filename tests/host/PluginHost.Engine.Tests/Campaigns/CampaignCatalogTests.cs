using PluginHost.Engine.Campaigns;
using PluginHost.Engine.Workspaces;

namespace PluginHost.Engine.Tests.Campaigns;

/// <summary>Campaigns, wherever they are written.</summary>
public sealed class CampaignCatalogTests : IDisposable
{
    private readonly TestFolder _folder = new();

    public CampaignCatalogTests() => _folder.Write("scripts/daily.csx", "Say(\"x\");");

    [Fact]
    public void Should_Read_The_Plan_At_The_Top_Of_A_Script()
    {
        // Given
        _folder.Write("scripts/flavours.csx", """
            // Today's flavours, at opening time: every reaction is heard.
            // campaign: flavours
            // at: Mon-Fri 09:00 America/Los_Angeles
            // args: [one, two]
            // budget: 3 posts
            //
            // note: this is prose again
            Say("x");
            """);

        // When
        var campaign = Read("").All.ShouldHaveSingleItem();

        // Then
        (campaign.Name, campaign.When, campaign.Entry.Budget, campaign.Entry.Place).ShouldBe(("flavours", "Mon-Fri 09:00 America/Los_Angeles", 3, "scripts/flavours.csx(2)"));
        campaign.Entry.Args.ShouldBe(["one", "two"]);
        campaign.Schedule.ShouldNotBeNull().Zone.Id.ShouldBe("America/Los_Angeles");
    }

    [Fact]
    public void Should_Take_A_Script_Without_A_Plan_For_No_Campaign() => Read("").ShouldSatisfyAllConditions(
        catalog => catalog.All.ShouldBeEmpty(), catalog => catalog.Problems.ShouldBeEmpty());

    [Fact]
    public void Should_Let_The_File_Win_Over_The_Header()
    {
        _folder.Write("scripts/flavours.csx", "// campaign: flavours\n// at: \"09:00\"\n");

        var campaign = Read("campaigns: { flavours: { script: scripts/flavours.csx, at: \"10:00\" } }\n").All.ShouldHaveSingleItem();

        campaign.When.ShouldBe("10:00");
    }

    [Theory]
    [InlineData("daily")]
    [InlineData("Daily")]
    public void Should_Name_Both_Places_Of_Two_Campaigns_With_One_Name(string name)
    {
        _folder.Write("scripts/other.csx", $"// Another.\n// campaign: {name}\n");

        var catalog = Read("campaigns: { daily: { script: scripts/daily.csx } }\n");

        catalog.Problems.ShouldHaveSingleItem().ToString().ShouldBe(
            $"scripts/other.csx(2): there are two campaigns \"{name}\": this one, and the one in plugins.yaml(1). Give one of them another name.");
        catalog.All.ShouldHaveSingleItem().Entry.Place.ShouldBe("plugins.yaml(1)");
    }

    [Theory]
    [InlineData("campaigns:\n  a: { script: scripts/daily.csx, at: 09:00 Europe/Olso }\n",
        "plugins.yaml(2): when \"a\" is due: \"09:00 Europe/Olso\", character 7: \"Europe/Olso\" is no time zone. Did you mean \"Europe/Oslo\"? "
        + "Zones are named as in the IANA list: Europe/Oslo, America/Los_Angeles, UTC.")]
    [InlineData("campaigns:\n  a: { script: scripts/dialy.csx }\n", "plugins.yaml(2): there is no script \"scripts/dialy.csx\" for \"a\". Did you mean \"scripts/daily.csx\"?")]
    [InlineData("campaigns:\n  a: { script: plugins.yaml }\n", "plugins.yaml(2): \"plugins.yaml\" is no script: scripts are .csx files.")]
    public void Should_Leave_Out_What_Is_Wrong_And_Say_Why(string text, string problem)
    {
        var catalog = Read(text);

        catalog.Problems.ShouldHaveSingleItem().ToString().ShouldBe(problem);
        catalog.All.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("// campaign: x y\n", "scripts/a.csx(1): \"x y\" is no campaign's name.")]
    [InlineData("// About.\n// campaign: x\n// att: 09:00\n", "scripts/a.csx(3): \"att\" is unknown in \"x\". Did you mean \"at\"?")]
    [InlineData("// campaign: x\n// script: b.csx\n", "scripts/a.csx(2): \"script\" is unknown in \"x\".")]
    [InlineData("// campaign: x\n// just words\n", "scripts/a.csx(2): behind \"// campaign:\" stand keys")]
    public void Should_Say_What_Is_Wrong_With_A_Header(string header, string problem)
    {
        _folder.Write("scripts/a.csx", header);

        Read("").Problems.ShouldHaveSingleItem().ToString().ShouldStartWith(problem);
    }

    [Fact]
    public void Should_Take_Up_What_Is_Added_And_Removed_And_Keep_What_It_Had_While_The_File_Is_Wrong()
    {
        // Given
        var files = new CampaignFiles(Workspace("campaigns: { a: { script: scripts/daily.csx } }\n"), new FakeClock());
        files.Read().All.Select(campaign => campaign.Name).ShouldBe(["a"]);

        // When, then
        _folder.Write("plugins.yaml", "campaigns: { b: { script: scripts/daily.csx }, c: { script: scripts/daily.csx } }\n");
        files.Read().All.Select(campaign => campaign.Name).ShouldBe(["b", "c"]);

        _folder.Write("plugins.yaml", "campaigns: [\n");
        files.Read().All.Select(campaign => campaign.Name).ShouldBe(["b", "c"]);
        files.Read().Problems.ShouldNotBeEmpty();

        _folder.Write("plugins.yaml", "plugins:\n");
        files.Read().All.ShouldBeEmpty();
        files.Read().Problems.ShouldBeEmpty();
    }

    public void Dispose() => _folder.Dispose();

    private CampaignCatalog Read(string text) => CampaignCatalog.Read(Workspace(text), DateTimeOffset.UnixEpoch);

    private WorkspaceConfiguration Workspace(string text)
    {
        var file = _folder.Write("plugins.yaml", text);
        return WorkspaceFile.Read(file).ShouldBeOfType<WorkspaceRead>().Configuration;
    }
}
