namespace PluginHost.Engine.Packages.Sources;

/// <summary>A plugin that a source has.</summary>
public sealed record OfferedPlugin
{
    public required string Id { get; init; }

    /// <summary>The newest version of the kind that was asked for.</summary>
    public required string Version { get; init; }

    /// <summary>What it is, in the words of its author.</summary>
    public required string Description { get; init; }

    public required string Authors { get; init; }

    /// <summary>The source, as it is written.</summary>
    public required string Source { get; init; }
}
