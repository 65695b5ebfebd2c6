namespace PluginHost.Workbench.Rendering;

/// <summary>The names of the edges that can be dragged, besides those of splits, which go by <see cref="Split.Id"/>.</summary>
public static class Dividers
{
    /// <summary>Between side bar and editors.</summary>
    public const string Side = "side";

    /// <summary>Between editors and panel.</summary>
    public const string Panel = "panel";
}
