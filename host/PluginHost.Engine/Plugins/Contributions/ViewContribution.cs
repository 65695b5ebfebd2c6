using PluginHost.Sdk;

namespace PluginHost.Engine.Plugins.Contributions;

/// <summary>A view as its attribute and its method declare it.</summary>
public sealed record ViewContribution
{
    public required string Id { get; init; }

    public required string Title { get; init; }

    public required Area Area { get; init; }

    public string Welcome { get; init; } = "";

    public string? When { get; init; }

    public required string Method { get; init; }
}
