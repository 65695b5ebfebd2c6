namespace PluginHost.Benchmarks.Rehearse;

/// <summary>One round, in milliseconds.</summary>
internal sealed record RehearseSample
{
    public required int Replies { get; init; }

    public required int Rows { get; init; }

    public required double Rehearsed { get; init; }

    /// <summary>The same rows, in as many commits as there were replies.</summary>
    public required double Bare { get; init; }

    /// <summary>The processor's part of <see cref="Rehearsed"/>, of all threads.</summary>
    public required double RehearsedCpu { get; init; }

    /// <summary>The processor's part of <see cref="Bare"/>.</summary>
    public required double BareCpu { get; init; }

    /// <summary>The same rows in one commit.</summary>
    public required double BareAtOnce { get; init; }
}
