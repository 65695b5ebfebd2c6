using PluginHost.Listening.Queries;

namespace PluginHost.Listening.Counting;

/// <summary>How a query does: its hours, and whether something is unusual about the newest.</summary>
internal sealed record QueryStanding
{
    public required SavedQuery Query { get; init; }

    /// <summary>Its counts by the hour, oldest first; the last is the hour that runs.</summary>
    public required IReadOnlyList<long> Hours { get; init; }

    /// <summary>The beginning of the hour that was judged: the one that runs where it is a spike already, else the last whole one.</summary>
    public required DateTimeOffset JudgedHour { get; init; }

    public required SpikeVerdict Verdict { get; init; }

    /// <summary>Whether it is muted: it shows no spike then.</summary>
    public required bool IsMuted { get; init; }

    public long LastDay => Hours.TakeLast(24).Sum();

    public bool IsSpike => Verdict.IsSpike && !IsMuted;
}
