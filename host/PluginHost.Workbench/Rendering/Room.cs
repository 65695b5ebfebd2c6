namespace PluginHost.Workbench.Rendering;

/// <summary>How wide the screen is. The layout follows it; nothing is lost in less room, only further away.</summary>
public enum Room
{
    /// <summary>100 columns and more: everything side by side.</summary>
    Wide,

    /// <summary>Below 100 columns: the side bar is folded to icons.</summary>
    Narrow,

    /// <summary>Below 80 columns: the panel is a tab among the editors too.</summary>
    Compact,
}
