namespace PluginHost.Engine.Trust.Reaching;

/// <summary>A rule that an assembly meets, with what it was met by.</summary>
public sealed record FoundReach
{
    /// <summary>What it can do.</summary>
    public required ReachRule Rule { get; init; }

    /// <summary>By what that is known, as an author would write it, in order: <c>Process.Start</c>.</summary>
    public required IReadOnlyList<string> By { get; init; }
}
