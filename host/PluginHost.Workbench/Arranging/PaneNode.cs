namespace PluginHost.Workbench.Arranging;

/// <summary>A part of the editors: a <see cref="GroupNode"/> or a <see cref="SplitNode"/>.</summary>
internal abstract class PaneNode
{
    public abstract IEnumerable<GroupNode> Groups { get; }
}
