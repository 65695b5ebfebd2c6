namespace PluginHost.Benchmarks.Measuring;

/// <summary>Something that is run once a round, and judged by what it is compared with.</summary>
internal sealed record Case
{
    public required string Name { get; init; }

    /// <summary>Runs it once. The round is 0 for the warm-up.</summary>
    public required Func<int, Sample> Run { get; init; }

    /// <summary>What it is compared with. It runs right before it, in every round.</summary>
    public Case? Baseline { get; init; }

    /// <summary>The ratio, wall time to wall time, that it should not exceed; null where none is set.</summary>
    public double? Target { get; init; }
}
