namespace PluginHost.Listening.Counting;

/// <summary>Whether an hour is a spike, and what it was judged by.</summary>
internal sealed record SpikeVerdict
{
    public required long Posts { get; init; }

    /// <summary>The mean of the hours before; null where too few are known.</summary>
    public double? Usual { get; init; }

    public bool IsSpike { get; init; }

    /// <summary>The figures.</summary>
    public required string Why { get; init; }
}
