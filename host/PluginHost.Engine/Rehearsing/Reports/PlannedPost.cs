using PluginHost.Campaigns;

namespace PluginHost.Engine.Rehearsing;

/// <summary>A post that a run of the script asked for.</summary>
public sealed record PlannedPost
{
    /// <summary>Which run, from 1.</summary>
    public required int Run { get; init; }

    /// <summary>Which step of it: the place in the script and a count.</summary>
    public required string Step { get; init; }

    /// <summary>When it was asked for.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>When it was to go out; null: at once.</summary>
    public DateTimeOffset? Due { get; init; }

    public required IReadOnlyList<Variant> Variants { get; init; }

    /// <summary>Whether it is the same whatever people do: the run had not looked at what they do by then.</summary>
    public required bool IsCertain { get; init; }
}
