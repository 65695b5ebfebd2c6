namespace PluginHost.Engine.Plugins.Contributions;

/// <summary>A context key.</summary>
public sealed record ContextKeyContribution
{
    public required string Name { get; init; }

    public required string Description { get; init; }
}
