using PluginHost.Engine.Campaigns;
using PluginHost.Engine.Campaigns.Occurrences;
using PluginHost.Engine.Scripting;
using PluginHost.Engine.Workspaces;

namespace PluginHost.Engine.Tests.Campaigns;

/// <summary>What is open of a campaign, in words.</summary>
public sealed class OpenWordsTests
{
    private static readonly DateTimeOffset Nine = new(2026, 11, 27, 9, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Should_Tell_What_Runs_Beside_What_Waits_In_Whatever_Order_They_Came()
    {
        KnownOccurrence[] both = [Known("1", OccurrenceState.Waiting) with { Outcome = "stopped by a person" }, Known("2", OccurrenceState.Running)];

        Standing(both).Open.ShouldBe("running since 09:00; 1 occurrence waits for a person: stopped by a person");
        Standing([.. both.Reverse()]).Open.ShouldBe("running since 09:00; 1 occurrence waits for a person: stopped by a person");
    }

    [Fact]
    public void Should_Count_What_Is_More_Than_One() => Standing(
    [
        Known("1", OccurrenceState.Waiting), Known("2", OccurrenceState.Waiting), Known("3", OccurrenceState.Interrupted), Known("4", OccurrenceState.Planned), Known("5", OccurrenceState.Planned),
    ]).Open.ShouldBe("interrupted, begun 09:00; 2 occurrences wait for a person; 2 due, and not begun");

    [Fact]
    public void Should_Say_Nothing_Where_All_Is_Over() => Standing([Known("1", OccurrenceState.Done), Known("2", OccurrenceState.Skipped)]).Open.ShouldBe("");

    [Fact]
    public void Should_Tell_The_Day_Where_It_Is_Another_And_The_Time_In_The_Zone_Of_The_Workspace()
    {
        var standing = Standing([Known("1", OccurrenceState.Running)]);

        (standing with { ReadAt = Nine.AddDays(1) }).Open.ShouldBe("running since Fri 2026-11-27 09:00");
        (standing with { Zone = TimeZoneInfo.CreateCustomTimeZone("far", TimeSpan.FromHours(5), "far", "far") }).Open.ShouldBe("running since 14:00");
    }

    private static CampaignStanding Standing(IReadOnlyList<KnownOccurrence> occurrences) => new()
    {
        Campaign = new Campaign { Entry = new CampaignEntry { Name = "a", File = "plugins.yaml", Line = 1, Script = "/w/a.csx" } },
        Occurrences = occurrences,
        ReadAt = Nine.AddHours(1),
    };

    private static KnownOccurrence Known(string name, OccurrenceState state) => new()
    {
        Name = new OccurrenceName("a", name),
        StartedBy = StartedBy.Person,
        State = state,
        PlannedAt = Nine,
        StartedAt = Nine,
    };
}
