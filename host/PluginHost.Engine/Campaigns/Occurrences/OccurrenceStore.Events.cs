using PluginHost.Engine.Scripting;
using PluginHost.Engine.Store;
using PluginHost.Sdk;

namespace PluginHost.Engine.Campaigns.Occurrences;

/// <content>Occurrences that events start.</content>
internal sealed partial class OccurrenceStore
{
    /// <summary>How far a campaign has read its stream.</summary>
    /// <param name="campaign">The campaign.</param>
    /// <param name="last">Where the stream ends: there a campaign begins that is seen for the first time.</param>
    public async Task<long?> PositionAsync(Campaign campaign, long last)
    {
        var known = await ReadAsync(connection => Position(connection, campaign), CancellationToken.None);
        return known ?? await WriteAsync(connection =>
        {
            connection.Write($"""
                insert into pluginhost_campaign (name, plan, position, seen_until) values ({campaign.Name}, {PlanOf(campaign)}, {last}, {clock.GetUtcNow()})
                on conflict (name) do update set plan = excluded.plan, position = excluded.position, seen_until = excluded.seen_until
                """);
            return (long?)last;
        });
    }

    /// <summary>Notes an occurrence for each event, and that the campaign has read so far; unless another process was faster.</summary>
    public Task<int> PlanAsync(Campaign campaign, long position, IReadOnlyList<StreamEvent> events, long next) => WriteAsync(connection =>
    {
        var isMoved = connection.Write($"""
            update pluginhost_campaign set position = {next} where name = {campaign.Name} and plan = {PlanOf(campaign)} and position = {position}
            """) == 1;
        if (!isMoved)
            return 0;

        // A stream that nobody has listened to before begins with what its source remembers: what happened before the campaign was there starts nothing.
        var begun = SeenUntil(connection, campaign) ?? DateTimeOffset.MinValue;
        return events.Where(item => item.At >= begun).Sum(item => Note(connection, campaign, item));
    });

    private int Note(StoreConnection connection, Campaign campaign, StreamEvent item)
    {
        // With overlap: skip, an event that comes while another is worked on is left out.
        var isSkipped = campaign.Overlap == Overlap.Skip && IsGoing(connection, campaign.Name);
        return Insert(
            connection,
            new OccurrenceName(campaign.Name, NameOf(item.Id)),
            NextNumber(connection, campaign.Name),
            StartedBy.Event,
            null,
            [.. campaign.Entry.Args, .. item.Data.Fields.Select(field => $"{field.Key}={field.Value}")],
            isSkipped ? "skipped" : "planned",
            isSkipped ? "another was still going" : "");
    }

    // A number would be taken for the number of a run that a person started.
    private static string NameOf(string id) => id.All(char.IsAsciiDigit) ? $"event-{id}" : id;

    private static long? Position(StoreConnection connection, Campaign campaign) => connection
        .Read($"select coalesce(position, -1) as position from pluginhost_campaign where name = {campaign.Name} and plan = {PlanOf(campaign)}")
        .Map(row => row.Integer("position"))
        .Select(position => position < 0 ? null : (long?)position)
        .FirstOrDefault();
}
