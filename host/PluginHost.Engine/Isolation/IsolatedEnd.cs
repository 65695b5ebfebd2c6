namespace PluginHost.Engine.Isolation;

/// <summary>How a process of its own has ended, and what it took.</summary>
public sealed record IsolatedEnd
{
    private const int Signals = 128;

    public required int ExitCode { get; init; }

    /// <summary>Whether it did not stop when it was told to, and was killed.</summary>
    public required bool IsKilled { get; init; }

    /// <summary>The processor time that it took, as far as it was seen.</summary>
    public required TimeSpan Cpu { get; init; }

    /// <summary>The most memory that it had, in bytes, as far as it was seen.</summary>
    public required long PeakMemory { get; init; }

    /// <summary>Whether it ended by itself, with an exit code of its own choice.</summary>
    public bool IsOrderly => !IsKilled && ExitCode is >= 0 and < Signals;
}
