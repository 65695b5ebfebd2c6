namespace PluginHost.Engine.Plugins.Running;

/// <summary>How long the activation of a plugin took, loading and its tables included.</summary>
public sealed record PluginActivation
{
    /// <summary>What it did itself.</summary>
    public required TimeSpan Own { get; init; }

    /// <summary>What it waited for the store, for other plugins, for a person.</summary>
    public required TimeSpan Waited { get; init; }
}
