namespace PluginHost.Workbench.Rendering;

/// <summary>An icon at the edge: what the side bar can show.</summary>
public sealed record Activity
{
    /// <summary>Names it: the id of the plugin whose views it shows, or one of the workbench.</summary>
    public required string Id { get; init; }

    /// <summary>The name, as a person reads it.</summary>
    public required string Title { get; init; }

    /// <summary>One or two letters or a sign, for where there is no room for more.</summary>
    public required string Sign { get; init; }

    /// <summary>Whether the side bar shows it.</summary>
    public bool IsActive { get; init; }
}
