namespace PluginHost.Workbench.Rendering;

/// <summary>A row of a tree.</summary>
/// <param name="Text">What it says, and beside it what it says more, dimmed.</param>
/// <param name="Depth">How deep it lies, from 0.</param>
/// <param name="IsExpandable">Whether nodes lie under it.</param>
/// <param name="IsExpanded">Whether they are shown.</param>
public sealed record TreeRow(Line Text, int Depth, bool IsExpandable, bool IsExpanded);
