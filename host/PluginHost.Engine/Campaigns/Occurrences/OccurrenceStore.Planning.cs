using PluginHost.Engine.Scripting;
using PluginHost.Engine.Store;
using PluginHost.Sdk;

namespace PluginHost.Engine.Campaigns.Occurrences;

/// <content>What is due is noted here, once, whoever looks.</content>
internal sealed partial class OccurrenceStore
{
    // Whoever looks every second is never later than this; more is a machine that slept, or a program that did not run.
    private static readonly TimeSpan OnTime = TimeSpan.FromMinutes(1);

    // So many that were missed are listed; of a campaign that is due every minute nobody reads all.
    private const int MostMissed = 20;

    /// <summary>Notes what of a campaign has become due since somebody last looked. A campaign, or a schedule, that is seen for the first time begins now.</summary>
    /// <returns>How many were noted.</returns>
    public Task<int> PlanAsync(Campaign campaign) => PlanAsync([campaign]);

    /// <summary>The same for all campaigns that time starts. They are looked at every second: one question is asked, and written only where something is due.</summary>
    public async Task<int> PlanAsync(IReadOnlyCollection<Campaign> campaigns)
    {
        if (campaigns.Count == 0)
            return 0;

        var now = clock.GetUtcNow();
        var seen = await ReadAsync(connection => SeenUntil(connection), CancellationToken.None);
        var noted = 0;
        foreach (var campaign in campaigns)
        {
            if (seen.TryGetValue((campaign.Name, PlanOf(campaign)), out var until) && until <= now
                && (campaign.Schedule!.NextAfter(until) is not { } due || due.Instant > now))
                continue;

            noted += await WriteAsync(connection => Plan(connection, campaign, now));
        }

        return noted;
    }

    private int Plan(StoreConnection connection, Campaign campaign, DateTimeOffset now)
    {
        var seen = SeenUntil(connection, campaign);
        connection.Write($"""
            insert into pluginhost_campaign (name, plan, seen_until) values ({campaign.Name}, {PlanOf(campaign)}, {now})
            on conflict (name) do update set plan = excluded.plan, seen_until = excluded.seen_until
            """);

        // A clock that was set back plans nothing twice: occurrences are named by when they are due.
        if (seen is not { } until || until > now)
            return 0;

        var missed = until > now - campaign.Entry.Grace - OnTime ? until : now - campaign.Entry.Grace - OnTime;
        var due = new Queue<DueTime>();
        foreach (var time in campaign.Schedule!.Between(missed, now))
        {
            due.Enqueue(time);
            if (due.Count > MostMissed + 1)
                due.Dequeue();
        }

        // Decided by what was going before: those that are made up for together come one after the other.
        var isGoing = IsGoing(connection, campaign.Name);
        var noted = 0;
        while (due.TryDequeue(out var time))
            noted += Note(connection, campaign, time, ReasonToSkip(campaign, time, now, isLast: due.Count == 0, isGoing));

        return noted;
    }

    private static string? ReasonToSkip(Campaign campaign, DueTime time, DateTimeOffset now, bool isLast, bool isGoing)
    {
        var late = now - time.Instant;
        if (late > OnTime && campaign.Entry.Missed == Missed.Skip)
            return "missed: nothing ran, and missed ones are skipped";

        if (late > OnTime && late > campaign.Entry.Grace)
            return $"missed: nothing ran, and it would be later than {Settings.DurationText.Of(campaign.Entry.Grace)}";

        if (!isLast && campaign.Entry.Missed != Missed.All)
            return "missed: nothing ran, and only the latest is made up for";

        return isGoing && campaign.Overlap == Overlap.Skip ? "another was still going" : null;
    }

    private int Note(StoreConnection connection, Campaign campaign, DueTime time, string? skipped) => Insert(
        connection,
        new OccurrenceName(campaign.Name, time.Name),
        NextNumber(connection, campaign.Name),
        StartedBy.Time,
        time.Instant,
        campaign.Entry.Args,
        skipped is null ? "planned" : "skipped",
        skipped ?? (time.Shift == ClockShift.None ? "" : time.ToString()));

    private static bool IsGoing(StoreConnection connection, string campaign) => connection.Read($"""
        select count(*) as going from pluginhost_occurrence
        where campaign = {campaign} and state in ('planned', 'reading', 'acting') and halted is null and started_by is not null
        """).Map(row => row.Integer("going"))[0] > 0;

    private static DateTimeOffset? SeenUntil(StoreConnection connection, Campaign campaign) => connection
        .Read($"select seen_until from pluginhost_campaign where name = {campaign.Name} and plan = {PlanOf(campaign)}")
        .Map(row => row.InstantOrNull("seen_until"))
        .FirstOrDefault();

    private static Dictionary<(string Name, string Plan), DateTimeOffset> SeenUntil(StoreConnection connection) => connection
        .Read($"select name, plan, seen_until from pluginhost_campaign where seen_until is not null")
        .Map(row => (Key: (row.Text("name"), row.Text("plan")), Until: row.Instant("seen_until")))
        .ToDictionary(row => row.Key, row => row.Until);

    // Another plan is another campaign: what it would have done in the past, nobody has missed.
    private static string PlanOf(Campaign campaign) =>
        campaign.Entry.Off ? "off" : campaign.Schedule is { } schedule ? $"at {schedule.Text} in {schedule.Zone.Id}" : $"on {campaign.Entry.On}";
}
