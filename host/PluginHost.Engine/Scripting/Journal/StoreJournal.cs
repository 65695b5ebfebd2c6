using PluginHost.Engine.Data;
using PluginHost.Engine.Store;
using PluginHost.Sdk;

namespace PluginHost.Engine.Scripting;

/// <summary>
/// Journals in the workspace's store. What is written here need not wait for the disk: whatever a send depends on is committed in full afterwards, into the
/// same log, and takes along what was written before.
/// </summary>
internal sealed class StoreJournal(WorkspaceStore store, TimeProvider clock, string owner) : IJournalStore
{
    private const string Reading = "reading";
    private const string Acting = "acting";
    private const string Done = "done";

    private static readonly TimeSpan Life = TimeSpan.FromSeconds(30);

    public Task<InterruptedRun?> FindAsync(string campaign, IReadOnlyList<string> args, CancellationToken cancel) => store.Exists
        ? store.ReadAsync(WorkspaceStore.HostName, Access.Host, connection => Find(connection, campaign, TextOf(args)), cancel)
        : Task.FromResult<InterruptedRun?>(null);

    public Task<InterruptedRun?> FindAsync(string campaign, string occurrence, CancellationToken cancel) => store.ReadAsync(
        WorkspaceStore.HostName, Access.Host, connection => FindTaken(connection, campaign, occurrence), cancel);

    public Task<RehearsedBefore?> FindRehearsedAsync(string campaign, string plan, CancellationToken cancel) => store.Exists
        ? store.ReadAsync(WorkspaceStore.HostName, Access.Host, connection => FindRehearsed(connection, campaign, plan), cancel)
        : Task.FromResult<RehearsedBefore?>(null);

    public async Task<bool> TakeAsync(InterruptedRun run, int entries, OccurrencePlan plan, CancellationToken cancel)
    {
        await store.RefuseWrongClockAsync(cancel);
        return await store.WriteAsync(
            WorkspaceStore.HostName, Access.Host, Durability.Relaxed, connection => Take(connection, run, entries, plan), cancel);
    }

    public async Task<Occurrence> BeginAsync(OccurrencePlan plan, bool acts, IReadOnlyList<JournalEntry> entries)
    {
        await store.RefuseWrongClockAsync(CancellationToken.None);
        return await WriteAsync(connection => Begin(connection, plan, acts, entries));
    }

    public Task AppendAsync(Occurrence occurrence, bool acts, IReadOnlyList<JournalEntry> entries) => WriteAsync(connection =>
    {
        Hold(connection, occurrence, acts ? Acting : Reading);
        Add(connection, occurrence, entries);
        return true;
    });

    public Task RenewAsync(Occurrence occurrence) => WriteAsync(connection => connection.Write($"""
        update pluginhost_occurrence set alive_until = {clock.GetUtcNow() + Life}
        where campaign = {occurrence.Campaign} and occurrence = {occurrence.Name} and owner = {owner}
        """));

    public Task EndAsync(Occurrence occurrence, OccurrenceEnd end) => WriteAsync(connection =>
    {
        if (end == OccurrenceEnd.Interrupted)
        {
            // That of a campaign stays with this process until it has said why.
            return connection.Write($"""
                update pluginhost_occurrence set owner = '', alive_until = 0
                where campaign = {occurrence.Campaign} and occurrence = {occurrence.Name} and owner = {owner} and started_by is null
                """);
        }

        Hold(connection, occurrence, end == OccurrenceEnd.Done ? Done : end == OccurrenceEnd.Failed ? "failed" : "abandoned");
        return Close(connection, occurrence);
    });

    public async Task AbandonAsync(string campaign, IReadOnlyList<string> args, CancellationToken cancel)
    {
        if (!store.Exists)
            return;

        await store.RefuseWrongClockAsync(cancel);
        await store.WriteAsync(
            WorkspaceStore.HostName,
            Access.Host,
            Durability.Relaxed,
            connection =>
            {
                while (Find(connection, campaign, TextOf(args)) is { } run)
                {
                    connection.Write($"""
                        update pluginhost_occurrence set state = 'abandoned' where campaign = {campaign} and occurrence = {run.Occurrence.Name}
                        """);
                    Close(connection, run.Occurrence);
                }

                return true;
            },
            cancel);
    }

    private bool Take(StoreConnection connection, InterruptedRun run, int entries, OccurrencePlan plan)
    {
        var (campaign, occurrence) = (run.Occurrence.Campaign, run.Occurrence.Name);
        var taken = connection.Write($"""
            update pluginhost_occurrence set owner = {owner}, alive_until = {clock.GetUtcNow() + Life}, program = {plan.Program},
                plan = case when {plan.Rehearsed} = '' then plan else {plan.Rehearsed} end
            where campaign = {campaign} and occurrence = {occurrence} and owner = {run.Owner} and state in ({Reading}, {Acting})
            """);
        if (taken == 1 && entries < run.Entries.Count)
        {
            connection.Write($"""
                delete from pluginhost_journal where campaign = {campaign} and occurrence = {occurrence} and seq >= {(long)entries}
                """);
        }

        return taken == 1;
    }

    private Occurrence Begin(StoreConnection connection, OccurrencePlan plan, bool acts, IReadOnlyList<JournalEntry> entries)
    {
        var now = clock.GetUtcNow();
        var number = connection.Read($"select coalesce(max(number), 0) + 1 as number from pluginhost_occurrence where campaign = {plan.Campaign}")
            .Map(row => row.Integer("number"))[0];
        var name = number.ToString(System.Globalization.CultureInfo.InvariantCulture);
        connection.Write($"""
            insert into pluginhost_occurrence (campaign, occurrence, number, args, program, plan, state, owner, alive_until, started_at)
            values ({plan.Campaign}, {name}, {number}, {TextOf(plan.Args)}, {plan.Program}, {plan.Rehearsed}, {(acts ? Acting : Reading)}, {owner}, {now + Life}, {now})
            """);
        var occurrence = new Occurrence { Campaign = plan.Campaign, Name = name, StartedAt = now };
        Add(connection, occurrence, entries);
        return occurrence;
    }

    private static string TextOf(IReadOnlyList<string> args)
    {
        var items = new List<Value>(args.Count);
        foreach (var arg in args)
            items.Add(arg);

        return ValueJson.Write(new ListValue(items));
    }

    private static void Add(StoreConnection connection, Occurrence occurrence, IReadOnlyList<JournalEntry> entries)
    {
        foreach (var entry in entries)
        {
            connection.Write($"""
                insert into pluginhost_journal (campaign, occurrence, seq, kind, step, body, result, refusal)
                values ({occurrence.Campaign}, {occurrence.Name}, {entry.Seq}, {JournalKinds.TextOf(entry.Kind)}, {entry.Step}, {entry.Body},
                    {ValueJson.Write(entry.Result)}, {(long)entry.Standing})
                """);
        }
    }

    private static IReadOnlyList<JournalEntry> ReadEntries(StoreConnection connection, string campaign, string occurrence) => connection
        .Read($"""
            select seq, kind, step, body, result, refusal from pluginhost_journal
            where campaign = {campaign} and occurrence = {occurrence} order by seq
            """)
        .Map(row => new JournalEntry
        {
            Seq = row.Integer("seq"),
            Kind = JournalKinds.Read(row.Text("kind")),
            Step = row.Text("step"),
            Body = row.Text("body"),
            Result = ValueJson.Read(row.Text("result")),
            Standing = (EffectStanding)row.Integer("refusal"),
        });

    private InterruptedRun? Find(StoreConnection connection, string campaign, string args)
    {
        var now = clock.GetUtcNow();
        var open = connection
            .Read($"""
                select occurrence, program, state, owner, alive_until, started_at from pluginhost_occurrence
                where campaign = {campaign} and args = {args} and started_by is null and state in ({Reading}, {Acting}) order by number desc
                """)
            .Map(row => (Row: row, IsAlive: ScriptOwner.IsAlive(row.Text("owner"), row.Instant("alive_until"), now)));
        foreach (var (row, isAlive) in open)
        {
            if (isAlive)
                continue;

            return RunOf(connection, campaign, row);
        }

        return null;
    }

    private RehearsedBefore? FindRehearsed(StoreConnection connection, string campaign, string plan)
    {
        var now = clock.GetUtcNow();
        return connection
            .Read($"""
                select occurrence, state, coalesce(owner, '') as owner, coalesce(alive_until, 0) as alive_until, started_at, ended_at from pluginhost_occurrence
                where campaign = {campaign} and plan = {plan} and state in ({Reading}, {Acting}, {Done}) order by number desc
                """)
            .Map(row => (Row: row, IsDone: row.Text("state") == Done))
            .Where(run => run.IsDone || ScriptOwner.IsAlive(run.Row.Text("owner"), run.Row.Instant("alive_until"), now))
            .Select(run => new RehearsedBefore(OccurrenceOf(campaign, run.Row), run.IsDone ? run.Row.Instant("ended_at") : null))
            .FirstOrDefault();
    }

    // That of a campaign was taken before its script began.
    private InterruptedRun? FindTaken(StoreConnection connection, string campaign, string occurrence) => connection
        .Read($"""
            select occurrence, coalesce(program, '') as program, state, owner, started_at from pluginhost_occurrence
            where campaign = {campaign} and occurrence = {occurrence} and state in ({Reading}, {Acting}) and owner = {owner}
            """)
        .Map(row => RunOf(connection, campaign, row))
        .FirstOrDefault();

    private static InterruptedRun RunOf(StoreConnection connection, string campaign, IRow row) => new()
    {
        Occurrence = OccurrenceOf(campaign, row),
        Program = row.Text("program"),
        HasActed = row.Text("state") == Acting,
        Owner = row.Text("owner"),
        Entries = ReadEntries(connection, campaign, row.Text("occurrence")),
    };

    private static Occurrence OccurrenceOf(string campaign, IRow row) =>
        new() { Campaign = campaign, Name = row.Text("occurrence"), StartedAt = row.Instant("started_at") };

    // Whatever was read is of no use any more; what was done stays for whoever wants to know.
    private int Close(StoreConnection connection, Occurrence occurrence)
    {
        connection.Write($"""
            update pluginhost_occurrence set owner = '', alive_until = 0, ended_at = {clock.GetUtcNow()}
            where campaign = {occurrence.Campaign} and occurrence = {occurrence.Name}
            """);
        return connection.Write($"""
            delete from pluginhost_journal
            where campaign = {occurrence.Campaign} and occurrence = {occurrence.Name} and kind <> {JournalKinds.Effect}
            """);
    }

    private void Hold(StoreConnection connection, Occurrence occurrence, string state)
    {
        var held = connection.Write($"""
            update pluginhost_occurrence set state = {state}, alive_until = {clock.GetUtcNow() + Life}
            where campaign = {occurrence.Campaign} and occurrence = {occurrence.Name} and owner = {owner} and state in ({Reading}, {Acting})
            """);
        if (held == 0)
        {
            throw new PluginHostException(
                $"Run {occurrence.Name} of {occurrence.Campaign} has passed on to another process, which goes on with it. This one stops here, and did nothing more.");
        }
    }

    private Task<T> WriteAsync<T>(Func<StoreConnection, T> work) =>
        store.WriteAsync(WorkspaceStore.HostName, Access.Host, Durability.Relaxed, work, CancellationToken.None);
}
