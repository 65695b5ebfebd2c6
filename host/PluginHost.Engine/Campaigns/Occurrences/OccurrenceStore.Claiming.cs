using System.Globalization;
using PluginHost.Engine.Scripting;
using PluginHost.Engine.Store;
using PluginHost.Sdk;

namespace PluginHost.Engine.Campaigns.Occurrences;

/// <content>Who has an occurrence in hand.</content>
internal sealed partial class OccurrenceStore
{
    // A script that dies again and again without getting any further is not to take the machine with it.
    private const int MostFruitless = 10;

    private static readonly TimeSpan LongestPause = TimeSpan.FromMinutes(1);

    /// <summary>Takes occurrences that nobody works on, the oldest first: those that were interrupted, and those that are due.</summary>
    /// <param name="campaigns">The campaigns of which they may be.</param>
    /// <param name="limit">How many at most.</param>
    public async Task<IReadOnlyList<Claim>> ClaimAsync(IReadOnlyDictionary<string, Campaign> campaigns, int limit)
    {
        if (limit == 0 || !store.Exists || await ReadAsync(connection => Free(connection, campaigns).Count == 0, CancellationToken.None))
            return [];

        return await WriteAsync(connection => (IReadOnlyList<Claim>)[.. Free(connection, campaigns).Take(limit).Select(name => Take(connection, name))]);
    }

    /// <summary>Takes one occurrence, of which a person says that it is to go on, whatever it waits for.</summary>
    /// <returns>The claim; null where it is over, or somebody works on it.</returns>
    public Task<Claim?> ClaimAsync(OccurrenceName name, Resumption resumption) => WriteAsync(connection =>
    {
        var isFree = Open(connection).Any(row => row.Name == name && !row.IsAlive);
        return isFree ? Take(connection, name) with { Resumption = resumption } : null;
    });

    /// <summary>Takes over from the process that has taken it. By the child, before its script begins.</summary>
    /// <returns>Whether it was still there to be taken.</returns>
    public Task<bool> BeginAsync(OccurrenceName name, string from) => WriteAsync(connection =>
    {
        var now = clock.GetUtcNow();
        return connection.Write($"""
            update pluginhost_occurrence set owner = {owner}, alive_until = {now + Life}, attempts = attempts + 1, started_at = coalesce(started_at, {now}),
                state = case when state = 'planned' then 'reading' else state end
            where campaign = {name.Campaign} and occurrence = {name.Occurrence} and owner = {from} and state in ('planned', 'reading', 'acting')
            """) == 1;
    });

    /// <summary>Says that its process still works on it.</summary>
    public Task RenewAsync(OccurrenceName name) => WriteAsync(connection => connection.Write($"""
        update pluginhost_occurrence set alive_until = {clock.GetUtcNow() + Life}
        where campaign = {name.Campaign} and occurrence = {name.Occurrence} and owner = {owner}
        """));

    /// <summary>Asks whoever works on a campaign's occurrences to stop; those that nobody works on wait for a person from here on.</summary>
    /// <returns>How many there were.</returns>
    public Task<int> AskToStopAsync(string campaign) => WriteAsync(connection =>
    {
        var open = Open(connection).Where(row => row.Name.Campaign == campaign && !row.IsHalted).ToList();
        foreach (var row in open)
        {
            connection.Write($"""
                update pluginhost_occurrence set stop_asked_at = {clock.GetUtcNow()}
                where campaign = {campaign} and occurrence = {row.Name.Occurrence}
                """);
            if (!row.IsAlive)
                Halt(connection, row.Name, "stopped by a person");
        }

        return open.Count;
    });

    /// <summary>Whether somebody has asked it to stop.</summary>
    public Task<bool> IsAskedToStopAsync(OccurrenceName name) => ReadAsync(
        connection => connection.Read($"""
            select 1 as asked from pluginhost_occurrence
            where campaign = {name.Campaign} and occurrence = {name.Occurrence} and stop_asked_at is not null
            """).Map(row => row.Integer("asked")).Count > 0,
        CancellationToken.None);

    private Claim Take(StoreConnection connection, OccurrenceName name)
    {
        connection.Write($"""
            update pluginhost_occurrence set owner = {owner}, alive_until = {clock.GetUtcNow() + Life}, halted = null, stop_asked_at = null, retry_at = null
            where campaign = {name.Campaign} and occurrence = {name.Occurrence}
            """);
        return new Claim { Name = name, Owner = owner };
    }

    private List<OccurrenceName> Free(StoreConnection connection, IReadOnlyDictionary<string, Campaign> campaigns)
    {
        var free = new List<OccurrenceName>();
        var now = clock.GetUtcNow();
        foreach (var ofOne in Open(connection).Where(row => !row.IsHalted).GroupBy(row => row.Name.Campaign, StringComparer.Ordinal))
        {
            if (!campaigns.TryGetValue(ofOne.Key, out var campaign))
                continue;

            var isGoing = ofOne.Any(row => row.IsAlive);
            foreach (var row in ofOne.Where(row => !row.IsAlive && !(row.RetryAt > now)))
            {
                if (isGoing && campaign.Overlap != Overlap.Together)
                    break;

                free.Add(row.Name);
                isGoing = true;
            }
        }

        return free;
    }

    private IReadOnlyList<OpenRow> Open(StoreConnection connection)
    {
        var now = clock.GetUtcNow();
        return connection
            .Read($"""
                select campaign, occurrence, owner, alive_until, halted, retry_at from pluginhost_occurrence
                where state in ('planned', 'reading', 'acting') and started_by is not null order by campaign, number
                """)
            .Map(row => new OpenRow
            {
                Name = new OccurrenceName(row.Text("campaign"), row.Text("occurrence")),
                IsAlive = ScriptOwner.IsAlive(row.Text("owner"), row.Instant("alive_until"), now),
                IsHalted = row.TextOrNull("halted") is not null,
                RetryAt = row.InstantOrNull("retry_at"),
            });
    }

    private sealed record OpenRow
    {
        public required OccurrenceName Name { get; init; }

        public required bool IsAlive { get; init; }

        public required bool IsHalted { get; init; }

        public required DateTimeOffset? RetryAt { get; init; }
    }
}
