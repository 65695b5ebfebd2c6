namespace PluginHost.Benchmarks.Outbox;

/// <summary>A way to send that is measured, beside what the bare store does in the same rounds.</summary>
internal sealed record OutboxCase
{
    public required string Name { get; init; }

    /// <summary>Sends so many posts; the round's figures.</summary>
    public required Func<int, CancellationToken, Task<Sending>> SendAsync { get; init; }

    /// <summary>Does the bare work so many times; milliseconds for each.</summary>
    public required Func<int, CancellationToken, Task<double>> BareAsync { get; init; }

    /// <summary>What the bare work is.</summary>
    public required string Baseline { get; init; }

    /// <summary>Whether a send is held against its own commits. Else it is held against the bare send as a whole.</summary>
    public required bool IsByCommit { get; init; }

    /// <summary>The ratio that it should reach; null where none is set.</summary>
    public double? Target { get; init; }
}
