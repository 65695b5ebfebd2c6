using System.Globalization;
using PluginHost.Engine.Scripting;
using PluginHost.Engine.Store;

namespace PluginHost.Engine.Campaigns.Occurrences;

/// <content>What an occurrence came to.</content>
internal sealed partial class OccurrenceStore
{
    /// <summary>Ends an occurrence whose script has come to its end, or failed before it did anything. By the child.</summary>
    /// <param name="name">Which.</param>
    /// <param name="isDone">Whether it came to its end.</param>
    /// <param name="outcome">What there is to say of it.</param>
    /// <returns>Whether it could be ended; a script that failed after it had done something is not over.</returns>
    public Task<bool> EndAsync(OccurrenceName name, bool isDone, string outcome) => WriteAsync(connection =>
    {
        var state = isDone ? "done" : "failed";
        return connection.Write($"""
            update pluginhost_occurrence set outcome = {outcome}, owner = '', alive_until = 0, state = {state}, ended_at = coalesce(ended_at, {clock.GetUtcNow()})
            where campaign = {name.Campaign} and occurrence = {name.Occurrence}
              and (state = {state} or (owner = {owner} and state in ('planned', 'reading')))
            """) == 1;
    });

    /// <summary>Whether the last thing that it did is not settled yet.</summary>
    public async Task<bool> IsUnsettledAsync(OccurrenceName name) => (await ReadAsync(
        connection => connection.Read($"""
            select refusal from pluginhost_journal where campaign = {name.Campaign} and occurrence = {name.Occurrence} order by seq desc limit 1
            """).Map(row => (EffectStanding)row.Integer("refusal")),
        CancellationToken.None)) is [EffectStanding.Unsettled];

    /// <summary>Lets an occurrence wait for a person.</summary>
    /// <param name="name">Which.</param>
    /// <param name="reason">What happened.</param>
    public Task HaltAsync(OccurrenceName name, string reason) =>
        WriteAsync(connection => IsOthers(connection, name) ? 0 : Halt(connection, name, reason));

    /// <summary>Lets go of an occurrence that was stopped with this process: whoever looks next goes on with it.</summary>
    public Task ReleaseAsync(OccurrenceName name) => WriteAsync(connection => IsOthers(connection, name) ? 0 : connection.Write($"""
        update pluginhost_occurrence set owner = '', alive_until = 0
        where campaign = {name.Campaign} and occurrence = {name.Occurrence} and state in ('planned', 'reading', 'acting')
        """));

    /// <summary>
    /// Lets go of an occurrence whose process is gone: the next that looks goes on with it. One that does not get any further is tried again after a pause
    /// that grows, and waits for a person in the end.
    /// </summary>
    public Task LeaveAsync(OccurrenceName name, string how) => WriteAsync(connection =>
    {
        var found = connection.Read($"""
            select fruitless, reached, (select count(*) from pluginhost_journal j where j.campaign = o.campaign and j.occurrence = o.occurrence) as entries
            from pluginhost_occurrence o where campaign = {name.Campaign} and occurrence = {name.Occurrence} and state in ('planned', 'reading', 'acting')
            """).Map(row => (Fruitless: row.Integer("fruitless"), Reached: row.Integer("reached"), Entries: row.Integer("entries")));
        if (found is not [var before] || IsOthers(connection, name))
            return 0;

        var fruitless = before.Entries > before.Reached ? 0 : before.Fruitless + 1;
        if (fruitless >= MostFruitless)
            return Halt(connection, name, string.Create(CultureInfo.InvariantCulture, $"{how}, {fruitless} times in a row without getting any further"));

        var pause = fruitless < 2 ? TimeSpan.Zero : TimeSpan.FromSeconds(Math.Min(1 << (int)(fruitless - 2), LongestPause.TotalSeconds));
        return connection.Write($"""
            update pluginhost_occurrence set owner = '', alive_until = 0, fruitless = {fruitless}, reached = {before.Entries}, retry_at = {clock.GetUtcNow() + pause}
            where campaign = {name.Campaign} and occurrence = {name.Occurrence}
            """);
    });

    /// <summary>Adds what a process of it took.</summary>
    public Task AddCostAsync(OccurrenceName name, TimeSpan cpu, long peakMemory) => WriteAsync(connection =>
    {
        var peak = peakMemory / 1024;
        return connection.Write($"""
            update pluginhost_occurrence set cpu_ms = cpu_ms + {(long)cpu.TotalMilliseconds}, peak_kb = case when peak_kb > {peak} then peak_kb else {peak} end
            where campaign = {name.Campaign} and occurrence = {name.Occurrence}
            """);
    });

    private void Abandon(StoreConnection connection, OccurrenceName name) => connection.Write($"""
        update pluginhost_occurrence set state = 'abandoned', halted = null, outcome = 'given up: another run began anew', owner = '', alive_until = 0, ended_at = {clock.GetUtcNow()}
        where campaign = {name.Campaign} and occurrence = {name.Occurrence} and state in ('planned', 'reading', 'acting')
        """);

    // A process that is gone is believed to be gone by others too: one of them may have been faster.
    private bool IsOthers(StoreConnection connection, OccurrenceName name) => connection
        .Read($"select owner, alive_until from pluginhost_occurrence where campaign = {name.Campaign} and occurrence = {name.Occurrence}")
        .Map(row => row.Text("owner") != owner && ScriptOwner.IsAlive(row.Text("owner"), row.Instant("alive_until"), clock.GetUtcNow()))
        .Contains(true);

    private static int Halt(StoreConnection connection, OccurrenceName name, string reason) => connection.Write($"""
        update pluginhost_occurrence set halted = {reason}, owner = '', alive_until = 0
        where campaign = {name.Campaign} and occurrence = {name.Occurrence} and state in ('planned', 'reading', 'acting')
        """);
}
