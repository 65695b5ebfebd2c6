using PluginHost.Engine.Campaigns;
using PluginHost.Engine.Campaigns.Occurrences;
using PluginHost.Engine.Campaigns.Schedules;
using PluginHost.Engine.Scripting;
using PluginHost.Engine.Workspaces;

namespace PluginHost.Engine.Tests.Campaigns;

/// <summary>How a campaign's occurrences are named to people.</summary>
public sealed class CampaignStandingTests
{
    [Fact]
    public void Should_Name_What_Time_Started_In_The_Zone_Of_The_Campaign_And_All_Else_By_Its_Name()
    {
        var standing = Standing("09:00 America/Los_Angeles");

        standing.NameOf(Known("2026-11-27T17:00:00Z", new DateTimeOffset(2026, 11, 27, 17, 0, 0, TimeSpan.Zero))).ShouldBe("Fri 2026-11-27 09:00 America/Los_Angeles");
        standing.NameOf(Known("7", null)).ShouldBe("7");
    }

    [Fact]
    public void Should_Name_It_By_Its_Instant_Where_Time_Does_Not_Start_The_Campaign_Any_More() =>
        Standing(null).NameOf(Known("2026-11-27T17:00:00Z", new DateTimeOffset(2026, 11, 27, 17, 0, 0, TimeSpan.Zero))).ShouldBe("2026-11-27T17:00:00Z");

    private static CampaignStanding Standing(string? at) => new()
    {
        Campaign = new Campaign
        {
            Entry = new CampaignEntry { Name = "a", File = "plugins.yaml", Line = 1, Script = "/w/a.csx", At = at },
            Schedule = at is null ? null : ((ScheduleRead)Schedule.Parse(at, TimeZoneInfo.Utc, DateTimeOffset.UnixEpoch)).Schedule,
        },
        Occurrences = [],
    };

    private static KnownOccurrence Known(string name, DateTimeOffset? due) => new()
    {
        Name = new OccurrenceName("a", name),
        StartedBy = due is null ? StartedBy.Person : StartedBy.Time,
        State = OccurrenceState.Done,
        DueAt = due,
        PlannedAt = DateTimeOffset.UnixEpoch,
    };
}
