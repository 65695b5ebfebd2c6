namespace PluginHost.Workbench.Rendering;

/// <summary>The side bar: views one under the other.</summary>
/// <param name="Title">The activity's name.</param>
/// <param name="Views">The views, from the top. A folded one shows its title alone.</param>
/// <param name="Share">The part of the width that it takes, from 0 to 1.</param>
/// <param name="IsOver">Whether it lies over the editors, for as long as it has the focus: there is no room beside them.</param>
public sealed record SideBar(string Title, IReadOnlyList<OpenView> Views, double Share, bool IsOver);
