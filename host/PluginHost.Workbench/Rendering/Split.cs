namespace PluginHost.Workbench.Rendering;

/// <summary>Two panes, beside or under each other.</summary>
/// <param name="Id">Names it, for <see cref="IWorkbench.Resize"/>.</param>
/// <param name="IsStacked">Whether the second lies under the first; else it stands beside it.</param>
/// <param name="First">The left or upper one.</param>
/// <param name="Second">The right or lower one.</param>
/// <param name="Share">The part that the first one takes, from 0 to 1.</param>
public sealed record Split(string Id, bool IsStacked, Pane First, Pane Second, double Share) : Pane;
