namespace PluginHost.Engine.Plugins;

/// <summary>Who a plugin is: what its <c>plugin.yaml</c> says. What it contributes stands in its code.</summary>
public sealed record PluginManifest
{
    /// <summary>The id, lower-case, with dots between parts.</summary>
    public required string Id { get; init; }

    /// <summary>The name, as a person reads it.</summary>
    public required string Name { get; init; }

    /// <summary>The version (SemVer 2.0).</summary>
    public required string Version { get; init; }

    /// <summary>The range of SDK versions that it runs with, such as <c>^1.0</c>.</summary>
    public required string Sdk { get; init; }

    /// <summary>The file name of its assembly.</summary>
    public required string Entry { get; init; }

    /// <summary>What it asks of the person beyond its own tables: names of <see cref="Trust.Need"/>.</summary>
    public IReadOnlyList<string> Needs { get; init; } = [];

    /// <summary>The file names of the contract assemblies that it brings, loaded once for all.</summary>
    public IReadOnlyList<string> Contracts { get; init; } = [];
}
