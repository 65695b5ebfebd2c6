namespace PluginHost.Engine.Store;

/// <summary>Who uses the store, what for, and whose tables there are.</summary>
internal sealed record Caller
{
    /// <summary>The plugin's id; for the host, a name of its own.</summary>
    public required string Plugin { get; init; }

    public required Access Access { get; init; }

    public required TableOwners Owners { get; init; }
}
