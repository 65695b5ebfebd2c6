using PluginHost.Sdk;

namespace PluginHost.Engine.Workspaces;

/// <summary>What <c>plugins.yaml</c> makes of a linter.</summary>
public sealed record LinterEntry
{
    public required string Id { get; init; }

    /// <summary>The line on which it stands, from 1.</summary>
    public required int Line { get; init; }

    /// <summary>How grave its findings are.</summary>
    /// <value>Null: it is off.</value>
    public required Severity? Severity { get; init; }
}
