namespace PluginHost.Workbench.Rendering;

/// <summary>Views behind each other, with a tab each.</summary>
/// <param name="Id">Names it.</param>
/// <param name="Tabs">The views, in the order of the tabs.</param>
/// <param name="Active">The one in front; null where the group is empty.</param>
/// <param name="IsFocused">Whether what is opened next opens here.</param>
public sealed record Group(string Id, IReadOnlyList<OpenView> Tabs, OpenView? Active, bool IsFocused) : Pane;
