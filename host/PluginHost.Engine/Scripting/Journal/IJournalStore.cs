namespace PluginHost.Engine.Scripting;

/// <summary>
/// Where journals are kept. Everything but looking for a run refuses where the occurrence has passed on to another process, which then does what is
/// left of it.
/// </summary>
internal interface IJournalStore
{
    /// <summary>Whether nothing outlives the process, so that nothing need be written in the background or renewed.</summary>
    bool IsBrief => false;

    /// <summary>The newest run of a campaign with these arguments that was interrupted and that nobody works on.</summary>
    Task<InterruptedRun?> FindAsync(string campaign, IReadOnlyList<string> args, CancellationToken cancel);

    /// <summary>An occurrence of a campaign, which this process has taken; null where it has passed on.</summary>
    Task<InterruptedRun?> FindAsync(string campaign, string occurrence, CancellationToken cancel);

    /// <summary>What became of a day of a rehearsal's plan; null where no run was held to it, or one was interrupted and can go on with it.</summary>
    Task<RehearsedBefore?> FindRehearsedAsync(string campaign, string plan, CancellationToken cancel) => Task.FromResult<RehearsedBefore?>(null);

    /// <summary>Takes an interrupted run, forgetting its entries behind the first ones.</summary>
    /// <returns>Whether it was still there to be taken.</returns>
    Task<bool> TakeAsync(InterruptedRun run, int entries, OccurrencePlan plan, CancellationToken cancel);

    /// <summary>Begins an occurrence with its first entries.</summary>
    Task<Occurrence> BeginAsync(OccurrencePlan plan, bool acts, IReadOnlyList<JournalEntry> entries);

    /// <summary>Adds entries, all or none.</summary>
    Task AppendAsync(Occurrence occurrence, bool acts, IReadOnlyList<JournalEntry> entries);

    /// <summary>Says that somebody still works on it, where the machine cannot tell.</summary>
    Task RenewAsync(Occurrence occurrence);

    Task EndAsync(Occurrence occurrence, OccurrenceEnd end);

    /// <summary>Closes every interrupted run of a campaign with these arguments.</summary>
    Task AbandonAsync(string campaign, IReadOnlyList<string> args, CancellationToken cancel);
}
