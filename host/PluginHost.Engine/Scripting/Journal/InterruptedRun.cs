namespace PluginHost.Engine.Scripting;

/// <summary>An occurrence that nobody works on and that has not ended.</summary>
internal sealed record InterruptedRun
{
    public required Occurrence Occurrence { get; init; }

    /// <summary>The texts that the script consisted of when it was last run.</summary>
    public required string Program { get; init; }

    /// <summary>Whether something may have been done: an effect had begun. What an effect came to is in the entries only once it was over.</summary>
    public required bool HasActed { get; init; }

    /// <summary>Who had it: an owner that is gone, or nobody.</summary>
    public required string Owner { get; init; }

    public required IReadOnlyList<JournalEntry> Entries { get; init; }

    public int Effects => Entries.Count(entry => entry.Kind == JournalKind.Effect);
}
