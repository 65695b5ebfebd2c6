using PluginHost.Engine.Scripting;

namespace PluginHost.Engine.Campaigns.Occurrences;

/// <summary>An occurrence as the store knows it.</summary>
public sealed record KnownOccurrence
{
    public required OccurrenceName Name { get; init; }

    /// <summary>What started it.</summary>
    public required StartedBy StartedBy { get; init; }

    public required OccurrenceState State { get; init; }

    /// <summary>When it was due; null where a person or an event started it.</summary>
    public DateTimeOffset? DueAt { get; init; }

    /// <summary>When it was noted to be due.</summary>
    public required DateTimeOffset PlannedAt { get; init; }

    /// <summary>When its script first ran; null where it has not.</summary>
    public DateTimeOffset? StartedAt { get; init; }

    /// <summary>When it came to its end; null where it has not.</summary>
    public DateTimeOffset? EndedAt { get; init; }

    /// <summary>What it came to, or why it waits; empty where there is nothing to say.</summary>
    public string Outcome { get; init; } = "";

    /// <summary>How often its script was run.</summary>
    public long Attempts { get; init; }

    /// <summary>The processor time that its processes took.</summary>
    public TimeSpan Cpu { get; init; }

    /// <summary>The most memory that one of its processes had, in bytes.</summary>
    public long PeakMemory { get; init; }

    /// <summary>Whether it is over, so that nothing of it is left to do.</summary>
    public bool IsOver => State is OccurrenceState.Done or OccurrenceState.Failed or OccurrenceState.Abandoned or OccurrenceState.Skipped;
}
