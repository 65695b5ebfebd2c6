using PluginHost.Campaigns;

namespace PluginHost.Engine.Workspaces;

/// <summary>A profile with its place in <c>plugins.yaml</c>.</summary>
public sealed record ProfileEntry
{
    public required Profile Profile { get; init; }

    /// <summary>The line on which it stands, from 1.</summary>
    public required int Line { get; init; }

    /// <summary>The line on which its network stands, from 1.</summary>
    public required int NetworkLine { get; init; }
}
