using PluginHost.Engine.Campaigns;
using PluginHost.Engine.Workspaces;

namespace PluginHost.Engine.Tests.Campaigns;

/// <summary>Campaigns as <c>plugins.yaml</c> names them.</summary>
public sealed class CampaignsSectionTests
{
    [Fact]
    public void Should_Read_A_Campaign_With_All_That_It_Can_Have()
    {
        // When
        var campaign = Read("""
            campaigns:
              flavours:
                script: scripts/daily.csx
                at: Mon-Fri 09:00 America/Los_Angeles
                args: [a, "b c"]
                overlap: queue
                missed: all
                grace: 30m
                budget: 20 posts
                timeout: 10m
                off: true
            """).ShouldHaveSingleItem();

        // Then
        (campaign.Name, campaign.Script, campaign.At, campaign.AtLine).ShouldBe(("flavours", "/w/scripts/daily.csx", "Mon-Fri 09:00 America/Los_Angeles", 4));
        campaign.Args.ShouldBe(["a", "b c"]);
        (campaign.Overlap, campaign.Missed, campaign.Grace).ShouldBe((Overlap.Queue, Missed.All, TimeSpan.FromMinutes(30)));
        (campaign.Budget, campaign.Timeout, campaign.Off).ShouldBe((20, TimeSpan.FromMinutes(10), true));
        campaign.Place.ShouldBe("plugins.yaml(2)");
    }

    [Fact]
    public void Should_Make_Up_For_The_Latest_Of_Two_Hours_Where_Nothing_Else_Is_Said()
    {
        var campaign = Read("campaigns: { a: { script: a.csx } }\n").ShouldHaveSingleItem();

        (campaign.Missed, campaign.Grace, campaign.Overlap, campaign.Off).ShouldBe((Missed.Latest, TimeSpan.FromHours(2), null, false));
    }

    [Fact]
    public void Should_Have_None_Where_Nothing_Is_Written() => Read("campaigns:\n").ShouldBeEmpty();

    [Theory]
    [InlineData("campaigns: [a]\n", "(1): \"campaigns\" wants a mapping, such as daily: { script: scripts/daily.csx, at: Mon-Fri 09:00 }, not a list.")]
    [InlineData("campaigns: { a: x }\n", "(1): \"a\" wants a mapping")]
    [InlineData("campaigns: { a: { at: \"09:00\" } }\n", "(1): \"a\" has no script. Write it as { script: scripts/daily.csx, at: Mon-Fri 09:00 }.")]
    [InlineData("campaigns:\n  a: { script: a.csx, wen: x }\n", "(2): \"wen\" is unknown in \"a\".")]
    [InlineData("campaigns: { a b: { script: a.csx } }\n", "(1): \"a b\" is no campaign's name.")]
    [InlineData("campaigns: { ../a: { script: a.csx } }\n", "(1): \"../a\" is no campaign's name.")]
    [InlineData("campaigns: { a: { script: a.csx, at: \"09:00\", on: events/@a } }\n", "(1): \"a\" has both at and on.")]
    [InlineData("campaigns: { a: { script: a.csx, overlap: qeue } }\n", "(1): \"overlap\" is skip, queue or together, not \"qeue\". Did you mean \"queue\"?")]
    [InlineData("campaigns: { a: { script: a.csx, missed: never } }\n", "(1): \"missed\" is skip, latest or all, not \"never\".")]
    [InlineData("campaigns: { a: { script: a.csx, missed: skip, grace: 2h } }\n", "(1): \"grace\" has no use with \"missed: skip\"")]
    [InlineData("campaigns: { a: { script: a.csx, grace: soon } }\n", "(1): \"soon\" is no length of time for \"grace\". Write it as 30s, 5m or 2h.")]
    [InlineData("campaigns: { a: { script: a.csx, timeout: 0s } }\n", "(1): \"0s\" is no length of time for \"timeout\".")]
    [InlineData("campaigns: { a: { script: a.csx, budget: 5 USD/day } }\n", "(1): \"5 USD/day\" cannot be kept yet")]
    [InlineData("campaigns: { a: { script: a.csx, budget: 20 posts/day } }\n", "(1): \"20 posts/day\" cannot be kept yet")]
    [InlineData("campaigns: { a: { script: a.csx, budget: many } }\n", "(1): \"many\" is no budget.")]
    [InlineData("campaigns: { a: { script: a.csx, off: maybe } }\n", "(1): \"off\" is true or false, not \"maybe\".")]
    public void Should_Say_What_Is_Wrong_With_Its_Line(string text, string problem) =>
        WorkspaceFile.Parse(text, "/w/plugins.yaml").ShouldBeOfType<WorkspaceRefused>().Problems.Select(each => each.ToString())
            .ShouldContain(each => each.Contains(problem, StringComparison.Ordinal));

    [Fact]
    public void Should_Refuse_A_Name_That_Is_Too_Long() =>
        WorkspaceFile.Parse($"campaigns: {{ {new string('a', 65)}: {{ script: a.csx }} }}\n", "/w/plugins.yaml").ShouldBeOfType<WorkspaceRefused>()
            .Problems.ShouldHaveSingleItem().Message.ShouldBe("a campaign's name has 64 characters at most; this one has 65.");

    private static IReadOnlyList<CampaignEntry> Read(string text) =>
        WorkspaceFile.Parse(text, "/w/plugins.yaml").ShouldBeOfType<WorkspaceRead>().Configuration.Campaigns;
}
