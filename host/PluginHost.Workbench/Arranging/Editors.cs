using PluginHost.Workbench.Rendering;

namespace PluginHost.Workbench.Arranging;

/// <summary>The editors: groups of tabs, split and closed. There is always a group, and always one that has the focus.</summary>
internal sealed class Editors
{
    private int _ids;

    public Editors() => Root = Focused = new GroupNode("group1");

    public PaneNode Root { get; private set; }

    public GroupNode Focused { get; private set; }

    public IReadOnlyList<GroupNode> Groups => [.. Root.Groups];

    public GroupNode? GroupOf(OpenView view) => Root.Groups.FirstOrDefault(group => group.Tabs.Contains(view));

    /// <summary>Puts in another arrangement, as it was remembered.</summary>
    public void Use(PaneNode root, GroupNode focused) => (Root, Focused) = (root, focused);

    public string NextId(string kind)
    {
        string id;
        do
            id = $"{kind}{++_ids}";
        while (Root.Groups.Any(group => group.Id == id) || FindSplit(id) is not null);

        return id;
    }

    /// <summary>Opens a view behind the active one of the focused group, and brings it to the front.</summary>
    public void Open(OpenView view)
    {
        var at = Focused.Active is null ? Focused.Tabs.Count : Focused.Tabs.IndexOf(Focused.Active) + 1;
        Focused.Tabs.Insert(at, view);
        Focused.Active = view;
    }

    public void Show(OpenView view)
    {
        if (GroupOf(view) is not { } group)
            return;

        group.Active = view;
        Focused = group;
    }

    public void Focus(GroupNode group) => Focused = group;

    /// <summary>Splits the focused group; the new one gets the view and the focus.</summary>
    public void Split(bool isStacked, OpenView view)
    {
        var group = new GroupNode(NextId("group"));
        group.Tabs.Add(view);
        group.Active = view;
        var split = new SplitNode(NextId("split"), isStacked, Focused, group);
        Root = Replace(Root, Focused, split);
        Focused = group;
    }

    /// <summary>Closes a view; a group that is empty then goes too, unless it is the last one.</summary>
    public void Close(OpenView view)
    {
        if (GroupOf(view) is not { } group)
            return;

        var at = group.Tabs.IndexOf(view);
        group.Tabs.RemoveAt(at);
        if (group.Active == view)
            group.Active = group.Tabs.Count == 0 ? null : group.Tabs[Math.Min(at, group.Tabs.Count - 1)];

        if (group.Tabs.Count > 0 || Root == group)
            return;

        Root = Remove(Root, group);
        if (Focused == group)
            Focused = Root.Groups.First();
    }

    public SplitNode? FindSplit(string id) => FindSplit(Root, id);

    private static SplitNode? FindSplit(PaneNode node, string id) => node is SplitNode split
        ? split.Id == id ? split : FindSplit(split.First, id) ?? FindSplit(split.Second, id)
        : null;

    private static PaneNode Replace(PaneNode node, PaneNode old, PaneNode with)
    {
        if (node == old)
            return with;

        if (node is SplitNode split)
            (split.First, split.Second) = (Replace(split.First, old, with), Replace(split.Second, old, with));

        return node;
    }

    private static PaneNode Remove(PaneNode node, PaneNode gone)
    {
        if (node is not SplitNode split)
            return node;

        if (split.First == gone)
            return split.Second;

        if (split.Second == gone)
            return split.First;

        (split.First, split.Second) = (Remove(split.First, gone), Remove(split.Second, gone));
        return split;
    }
}
