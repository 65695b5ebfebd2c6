namespace PluginHost.Workbench.Rendering;

/// <summary>What stands where. It fits the room there is: a renderer draws what it says, and need not think of widths.</summary>
public sealed record Layout
{
    /// <summary>The activities at the edge, in order. A click runs <see cref="IWorkbench.Show(Activity)"/>.</summary>
    public required IReadOnlyList<Activity> Activities { get; init; }

    /// <summary>The side bar; null where it is closed or folded away.</summary>
    public required SideBar? Side { get; init; }

    /// <summary>The editors: groups, and splits of them.</summary>
    public required Pane Editors { get; init; }

    /// <summary>The panel under the editors; null where it is closed, or its views are tabs of a group.</summary>
    public required Panel? Panel { get; init; }

    /// <summary>The view that fills all the room between menu and status bar; null: none.</summary>
    public OpenView? Zoomed { get; init; }
}
