using PluginHost.Engine.Data;
using PluginHost.Engine.Scripting;
using PluginHost.Engine.Store;
using PluginHost.Sdk;

namespace PluginHost.Engine.Campaigns.Occurrences;

/// <summary>
/// The occurrences of campaigns, in the store. What is due is written once, whoever notices it; an occurrence is one process's at a time, by the same rule as
/// that of a script by hand: the owner is alive, or has promised to be.
/// </summary>
/// <remarks>
/// The host's writes come one after the other, on PostgreSQL too. So "nobody else of this campaign is going, so I take it" is one step. None of it waits for
/// the disk: with the power goes what was planned and taken, and is planned and taken again.
/// </remarks>
internal sealed partial class OccurrenceStore(WorkspaceStore store, TimeProvider clock, string owner)
{
    /// <summary>How long an owner is believed where nobody can look at its process.</summary>
    public static readonly TimeSpan Life = TimeSpan.FromSeconds(30);

    /// <summary>Whether anything was ever written.</summary>
    public bool Exists => store.Exists;

    /// <summary>The newest occurrences, newest first. Of one campaign also all that are open: what waits is not hidden by what came after it.</summary>
    /// <param name="campaign">Whose; null: of all.</param>
    /// <param name="limit">How many.</param>
    /// <param name="cancel">Cancels reading.</param>
    public Task<IReadOnlyList<KnownOccurrence>> ReadAsync(string? campaign, int limit, CancellationToken cancel) => store.Exists
        ? ReadAsync(
            connection => connection.Read(campaign is null
                ? $"select * from pluginhost_occurrence where started_by is not null order by planned_at desc, number desc limit {limit}"
                : (Sql)$"""
                    select * from pluginhost_occurrence where campaign = {campaign} and started_by is not null
                      and (state in ('planned', 'reading', 'acting')
                        or number > (select coalesce(max(number), 0) - {limit} from pluginhost_occurrence where campaign = {campaign}))
                    order by number desc
                    """)
                .Map(Known),
            cancel)
        : Task.FromResult<IReadOnlyList<KnownOccurrence>>([]);

    /// <summary>An occurrence; null where there is none of this name.</summary>
    public async Task<KnownOccurrence?> FindAsync(OccurrenceName name, CancellationToken cancel) => !store.Exists ? null : (await ReadAsync(
        connection => connection.Read($"""
            select * from pluginhost_occurrence where campaign = {name.Campaign} and occurrence = {name.Occurrence} and started_by is not null
            """).Map(Known),
        cancel)).FirstOrDefault();

    /// <summary>What it was started with.</summary>
    public Task<IReadOnlyList<string>> ArgsOfAsync(OccurrenceName name, CancellationToken cancel) => ReadAsync(connection => Args(connection, name), cancel);

    /// <summary>Notes that a person wants a run, under the next number, whatever else is going.</summary>
    public Task<OccurrenceName> AddAsync(string campaign, IReadOnlyList<string> args) => WriteAsync(connection => Add(connection, campaign, args));

    private OccurrenceName Add(StoreConnection connection, string campaign, IReadOnlyList<string> args)
    {
        var number = NextNumber(connection, campaign);
        var name = new OccurrenceName(campaign, number.ToString(System.Globalization.CultureInfo.InvariantCulture));
        Insert(connection, name, number, StartedBy.Person, null, args, "planned", "");
        return name;
    }

    private static IReadOnlyList<string> Args(StoreConnection connection, OccurrenceName name) => connection
        .Read($"select args from pluginhost_occurrence where campaign = {name.Campaign} and occurrence = {name.Occurrence}")
        .Map(row => ValueJson.Read(row.Text("args"))) is [ListValue args] ? [.. args.Items.Select(arg => arg.ToString())] : [];

    private static long NextNumber(StoreConnection connection, string campaign) =>
        connection.Read($"select coalesce(max(number), 0) + 1 as number from pluginhost_occurrence where campaign = {campaign}")
            .Map(row => row.Integer("number"))[0];

    private int Insert(
        StoreConnection connection,
        OccurrenceName name,
        long number,
        StartedBy startedBy,
        DateTimeOffset? due,
        IReadOnlyList<string> args,
        string state,
        string outcome) => connection.Write($"""
            insert into pluginhost_occurrence (campaign, occurrence, number, args, program, state, owner, alive_until, started_by, due_at, planned_at, ended_at, outcome)
            values ({name.Campaign}, {name.Occurrence}, {number}, {ValueJson.Write(new ListValue([.. args.Select(arg => (Value)arg)]))}, '', {state}, '', 0,
                {startedBy.ToString().ToLowerInvariant()}, {due}, {clock.GetUtcNow()}, {(state == "planned" ? null : clock.GetUtcNow())}, {outcome})
            on conflict do nothing
            """);

    private KnownOccurrence Known(IRow row) => new()
    {
        Name = new OccurrenceName(row.Text("campaign"), row.Text("occurrence")),
        StartedBy = Enum.Parse<StartedBy>(row.Text("started_by"), ignoreCase: true),
        State = StateOf(row),
        DueAt = row.InstantOrNull("due_at"),
        PlannedAt = row.Instant("planned_at"),
        StartedAt = row.InstantOrNull("started_at"),
        EndedAt = row.InstantOrNull("ended_at"),
        Outcome = row.TextOrNull("halted") ?? row.TextOrNull("outcome") ?? "",
        Attempts = row.Integer("attempts"),
        Cpu = TimeSpan.FromMilliseconds(row.Integer("cpu_ms")),
        PeakMemory = row.Integer("peak_kb") * 1024,
    };

    private OccurrenceState StateOf(IRow row) => row.Text("state") switch
    {
        "done" => OccurrenceState.Done,
        "failed" => OccurrenceState.Failed,
        "abandoned" => OccurrenceState.Abandoned,
        "skipped" => OccurrenceState.Skipped,
        _ when row.TextOrNull("halted") is not null => OccurrenceState.Waiting,
        _ when ScriptOwner.IsAlive(row.Text("owner"), row.Instant("alive_until"), clock.GetUtcNow()) => OccurrenceState.Running,
        "planned" => OccurrenceState.Planned,
        _ => OccurrenceState.Interrupted,
    };

    private Task<T> ReadAsync<T>(Func<StoreConnection, T> work, CancellationToken cancel) =>
        store.ReadAsync(WorkspaceStore.HostName, Access.Host, work, cancel);

    private async Task<T> WriteAsync<T>(Func<StoreConnection, T> work)
    {
        await store.RefuseWrongClockAsync(CancellationToken.None);
        return await store.WriteAsync(WorkspaceStore.HostName, Access.Host, Durability.Relaxed, work, CancellationToken.None);
    }
}
