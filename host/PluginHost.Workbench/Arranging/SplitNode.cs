namespace PluginHost.Workbench.Arranging;

/// <summary>Two panes, beside or under each other.</summary>
internal sealed class SplitNode(string id, bool isStacked, PaneNode first, PaneNode second) : PaneNode
{
    public string Id => id;

    public bool IsStacked => isStacked;

    public PaneNode First { get; set; } = first;

    public PaneNode Second { get; set; } = second;

    public double Share { get; set; } = 0.5;

    public override IEnumerable<GroupNode> Groups => First.Groups.Concat(Second.Groups);
}
