using PluginHost.Sdk;

namespace PluginHost.Engine.Plugins.Contributions;

/// <summary>A linter as its attribute and its method declare it.</summary>
public sealed record LinterContribution
{
    public required string Id { get; init; }

    public required string Title { get; init; }

    public required Severity Severity { get; init; }

    public required string Method { get; init; }
}
