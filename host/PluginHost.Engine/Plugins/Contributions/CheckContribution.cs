namespace PluginHost.Engine.Plugins.Contributions;

/// <summary>A check as its attribute and its method declare it.</summary>
public sealed record CheckContribution
{
    public required string Id { get; init; }

    public required string Title { get; init; }

    public required string Method { get; init; }
}
