namespace PluginHost.Benchmarks.Frame;

/// <summary>What one kind of frame costs.</summary>
internal sealed record FrameFigures
{
    public required string Name { get; init; }

    public required string Size { get; init; }

    /// <summary>Processor time of a frame, drawn and encoded.</summary>
    public required double Microseconds { get; init; }

    public required double BytesWritten { get; init; }

    public required double BytesAllocated { get; init; }

    /// <summary>The processor time of the same cells encoded naively, in the same round.</summary>
    public required double NaiveMicroseconds { get; init; }

    public required double NaiveBytesWritten { get; init; }

    public double Ratio => Microseconds / NaiveMicroseconds;
}
