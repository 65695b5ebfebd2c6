namespace PluginHost.Engine.Scripting;

/// <summary>Keeps journals in memory, and can be killed at any write: then nothing is kept any more until it is started again.</summary>
internal sealed class FakeJournals : IJournalStore
{
    private readonly Lock _gate = new();

    public List<FakeOccurrence> All { get; } = [];

    /// <summary>How often anybody looked for a run.</summary>
    public int Looks { get; private set; }

    public int Writes { get; private set; }

    /// <summary>Called before each write; what it throws is what a store that cannot write throws.</summary>
    public Action Writing { get; set; } = () => { };

    /// <summary>Whatever ran here is gone, and nobody works on its occurrences.</summary>
    public void Kill()
    {
        lock (_gate)
        {
            foreach (var occurrence in All)
                occurrence.IsAlive = false;
        }
    }

    public Task<InterruptedRun?> FindAsync(string campaign, IReadOnlyList<string> args, CancellationToken cancel)
    {
        lock (_gate)
        {
            Looks++;
            return Task.FromResult(Find(campaign, args)?.ToRun());
        }
    }

    public Task<InterruptedRun?> FindAsync(string campaign, string occurrence, CancellationToken cancel) => throw new NotSupportedException();

    public Task<bool> TakeAsync(InterruptedRun run, int entries, OccurrencePlan plan, CancellationToken cancel) => WriteAsync(() =>
    {
        var taken = Of(run.Occurrence);
        taken.IsAlive = true;
        taken.Plan = taken.Plan with { Program = plan.Program, Rehearsed = plan.Rehearsed.Length > 0 ? plan.Rehearsed : taken.Plan.Rehearsed };
        taken.Entries.RemoveRange(entries, taken.Entries.Count - entries);
        return true;
    });

    public Task<Occurrence> BeginAsync(OccurrencePlan plan, bool acts, IReadOnlyList<JournalEntry> entries) => WriteAsync(() =>
    {
        var begun = new FakeOccurrence
        {
            Plan = plan,
            Occurrence = new Occurrence { Campaign = plan.Campaign, Name = $"{All.Count + 1}", StartedAt = new DateTimeOffset(2026, 11, 23, 8, 0, 0, TimeSpan.Zero) },
            HasActed = acts,
        };
        begun.Entries.AddRange(entries);
        All.Add(begun);
        return begun.Occurrence;
    });

    public Task AppendAsync(Occurrence occurrence, bool acts, IReadOnlyList<JournalEntry> entries) => WriteAsync(() =>
    {
        Of(occurrence).HasActed = acts;
        Of(occurrence).Entries.AddRange(entries);
        return true;
    });

    public Task RenewAsync(Occurrence occurrence) => WriteAsync(() => Of(occurrence).Renewals++);

    public Task EndAsync(Occurrence occurrence, OccurrenceEnd end) => WriteAsync(() =>
    {
        Of(occurrence).IsAlive = false;
        Of(occurrence).End = end;
        return true;
    });

    public Task AbandonAsync(string campaign, IReadOnlyList<string> args, CancellationToken cancel) => WriteAsync(() =>
    {
        while (Find(campaign, args) is { } run)
            run.End = OccurrenceEnd.Abandoned;

        return true;
    });

    private FakeOccurrence? Find(string campaign, IReadOnlyList<string> args) => All.LastOrDefault(run =>
        !run.IsAlive && run.End is null or OccurrenceEnd.Interrupted && run.Plan.Campaign == campaign && run.Plan.Args.SequenceEqual(args));

    private FakeOccurrence Of(Occurrence occurrence) => All.Single(known => known.Occurrence == occurrence);

    private Task<T> WriteAsync<T>(Func<T> write)
    {
        lock (_gate)
        {
            Writes++;
            try
            {
                Writing();
                return Task.FromResult(write());
            }
            catch (Exception error)
            {
                return Task.FromException<T>(error);
            }
        }
    }
}
