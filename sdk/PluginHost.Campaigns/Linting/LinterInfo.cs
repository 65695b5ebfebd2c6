using PluginHost.Sdk;

namespace PluginHost.Campaigns;

/// <summary>A linter as it is declared, and what the workspace makes of it.</summary>
public sealed record LinterInfo
{
    /// <summary>The id, under its plugin's.</summary>
    public required string Id { get; init; }

    /// <summary>What it looks for.</summary>
    public required string Title { get; init; }

    /// <summary>The plugin that brings it.</summary>
    public required string Plugin { get; init; }

    /// <summary>How grave its findings are in this workspace.</summary>
    /// <value><see langword="null"/>: the workspace has switched it off.</value>
    public required Severity? Severity { get; init; }
}
