using System.Globalization;
using PluginHost.Engine.Scripting;

namespace PluginHost.Engine.Rehearsing;

/// <summary>The journal of a rehearsed run: it names the run, and keeps nothing, because nobody will ever resume it.</summary>
/// <param name="clock">Dates the run.</param>
/// <param name="number">The number of the run. It is no run of the workspace's own, whose effects are in the copy of its store.</param>
internal sealed class BriefJournal(TimeProvider clock, int number) : IJournalStore
{
    /// <summary>What the names of rehearsed runs begin with.</summary>
    public const string Prefix = "rehearsal-";

    public bool IsBrief => true;

    /// <summary>What a rehearsed run is called.</summary>
    public static string NameOf(int number) => string.Create(CultureInfo.InvariantCulture, $"{Prefix}{number}");

    public Task<InterruptedRun?> FindAsync(string campaign, IReadOnlyList<string> args, CancellationToken cancel) => Task.FromResult<InterruptedRun?>(null);

    public Task<InterruptedRun?> FindAsync(string campaign, string occurrence, CancellationToken cancel) => Task.FromResult<InterruptedRun?>(null);

    public Task<bool> TakeAsync(InterruptedRun run, int entries, OccurrencePlan plan, CancellationToken cancel) => Task.FromResult(false);

    public Task<Occurrence> BeginAsync(OccurrencePlan plan, bool acts, IReadOnlyList<JournalEntry> entries) =>
        Task.FromResult(new Occurrence { Campaign = plan.Campaign, Name = NameOf(number), StartedAt = clock.GetUtcNow() });

    public Task AppendAsync(Occurrence occurrence, bool acts, IReadOnlyList<JournalEntry> entries) => Task.CompletedTask;

    public Task RenewAsync(Occurrence occurrence) => Task.CompletedTask;

    public Task EndAsync(Occurrence occurrence, OccurrenceEnd end) => Task.CompletedTask;

    public Task AbandonAsync(string campaign, IReadOnlyList<string> args, CancellationToken cancel) => Task.CompletedTask;
}
