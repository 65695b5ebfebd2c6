using PluginHost.Sdk;

namespace PluginHost.Engine.Scripting;

/// <summary>
/// The journal of a REPL, of which nothing is kept: a person who enters something knows what was entered, and nobody would enter it again in the same order.
/// Its occurrence has a name that never comes again, so that every effect has a key of its own, and is done once.
/// </summary>
internal sealed class ReplJournals(IRandom random, TimeProvider clock) : IJournalStore
{
    public bool IsBrief => true;

    public Task<InterruptedRun?> FindAsync(string campaign, string occurrence, CancellationToken cancel) => Task.FromResult<InterruptedRun?>(null);

    public Task<InterruptedRun?> FindAsync(string campaign, IReadOnlyList<string> args, CancellationToken cancel) => Task.FromResult<InterruptedRun?>(null);

    public Task<bool> TakeAsync(InterruptedRun run, int entries, OccurrencePlan plan, CancellationToken cancel) => Task.FromResult(false);

    public Task<Occurrence> BeginAsync(OccurrencePlan plan, bool acts, IReadOnlyList<JournalEntry> entries) =>
        Task.FromResult(new Occurrence { Campaign = plan.Campaign, Name = random.NewId().ToString(), StartedAt = clock.GetUtcNow() });

    public Task AppendAsync(Occurrence occurrence, bool acts, IReadOnlyList<JournalEntry> entries) => Task.CompletedTask;

    public Task RenewAsync(Occurrence occurrence) => Task.CompletedTask;

    public Task EndAsync(Occurrence occurrence, OccurrenceEnd end) => Task.CompletedTask;

    public Task AbandonAsync(string campaign, IReadOnlyList<string> args, CancellationToken cancel) => Task.CompletedTask;
}
