using PluginHost.Workbench.Rendering;

namespace PluginHost.Workbench.Arranging;

/// <summary>Views behind each other.</summary>
internal sealed class GroupNode(string id) : PaneNode
{
    public string Id => id;

    public List<OpenView> Tabs { get; } = [];

    public OpenView? Active { get; set; }

    public override IEnumerable<GroupNode> Groups => [this];
}
