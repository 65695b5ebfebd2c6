using PluginHost.Sdk;
using PluginHost.Workbench.Arranging;
using PluginHost.Workbench.Editing;
using PluginHost.Workbench.Rendering;
using PluginHost.Workbench.Themes;

namespace PluginHost.Workbench;

// What is remembered of a workspace.
public sealed partial class Workbench
{
    private const int MostOutcomes = 100;

    /// <summary>What scripts came to that were run from the workbench, in this run of it and in earlier ones.</summary>
    internal IReadOnlyList<RememberedOutcome> Outcomes { get; private set; } = [];

    /// <summary>Remembers what a script came to, of a hundred scripts at most.</summary>
    internal void Remember(RememberedOutcome outcome)
    {
        Outcomes = [.. Outcomes.Where(known => known.Script != outcome.Script).TakeLast(MostOutcomes - 1), outcome];
        SaveSoon();
    }

    internal void Save()
    {
        _folded = [.. _hosts.Keys.Where(view => view.IsFolded).Select(view => view.Id)];
        var problem = RememberedFile.Write(Engine.DataFolder, new Remembered
        {
            Theme = Theme.Id,
            Activity = _arrangement.Activity,
            IsSideOpen = _arrangement.IsSideOpen,
            SideShare = _arrangement.SideShare,
            IsPanelOpen = _arrangement.IsPanelOpen,
            PanelActive = _arrangement.PanelActive?.Id ?? "",
            PanelShare = _arrangement.PanelShare,
            Folded = _folded,
            Recent = _recent.Ids,
            Outcomes = Outcomes,
            Editors = Remember(_arrangement.Editors.Root),
        });
        if (problem is not null)
            Tell(Severity.Warning, problem);
    }

    private void Restore()
    {
        var remembered = RememberedFile.Read(Engine.DataFolder, out var problem) ?? new Remembered();
        if (problem is not null)
            Tell(Severity.Warning, problem);

        Theme = ThemeTable.Find(remembered.Theme) ?? ThemeTable.DefaultFor(_renderer.Capabilities);
        _recent.Set(remembered.Recent);
        Outcomes = remembered.Outcomes;
        _folded = remembered.Folded;
        _arrangement.Resize(Dividers.Side, remembered.SideShare);
        _arrangement.Resize(Dividers.Panel, remembered.PanelShare);
        (_arrangement.IsSideOpen, _arrangement.IsPanelOpen) = (remembered.IsSideOpen, remembered.IsPanelOpen);
        ArrangeViews(remembered.Activity);
        _arrangement.PanelActive = _arrangement.PanelViews.FirstOrDefault(view => view.Id == remembered.PanelActive) ?? FirstOf(_arrangement.PanelViews);
        RestoreEditors(remembered.Editors);
        _arrangement.Focused = _arrangement.Editors.Focused.Active ?? (_arrangement.IsSideSeen ? FirstOf(_arrangement.SideViews) : null);
        Redraw();
    }

    /// <summary>Lays out the views that side bar and panel show, anew: plugins have come or gone.</summary>
    private void ArrangeViews(string activity)
    {
        var activities = new List<Activity>();
        var panel = new List<OpenView>();
        foreach (var source in _views.All)
        {
            if (source.Area == Area.Panel)
                panel.Add(Keep(source, _arrangement.PanelViews));
            else if (source.Area == Area.Sidebar && !activities.Exists(known => known.Id == source.Owner))
                activities.Add(new Activity { Id = source.Owner, Title = TitleOfOwner(source.Owner), Sign = SignOf(TitleOfOwner(source.Owner)) });
        }

        (_arrangement.Activities, _arrangement.PanelViews) = (activities, panel);
        if (_arrangement.PanelActive is { } active && !panel.Contains(active))
            _arrangement.PanelActive = FirstOf(panel);

        if (activities.Exists(known => known.Id == activity))
            UseActivity(activity);
        else if (activities.Count > 0)
            UseActivity(activities[0].Id);
        else
            _arrangement.SideViews = [];
    }

    private void RestoreEditors(RememberedPane? remembered)
    {
        GroupNode? focused = null;
        if (remembered is not null && Restore(remembered, ref focused) is { } root)
            _arrangement.Editors.Use(root, focused ?? root.Groups.First());
        else if (remembered is null && _views.Find("workbench.welcome") is { } welcome)
            _arrangement.Editors.Open(MakeView(welcome, welcome.Id));
    }

    // Views that are there no more are passed by, and groups that are empty then.
    private PaneNode? Restore(RememberedPane pane, ref GroupNode? focused)
    {
        if (pane is { First: { } one, Second: { } two })
        {
            var (first, second) = (Restore(one, ref focused), Restore(two, ref focused));
            return first is null || second is null
                ? first ?? second
                : new SplitNode(_arrangement.Editors.NextId("split"), pane.IsStacked, first, second) { Share = pane.Share };
        }

        var group = new GroupNode(_arrangement.Editors.NextId("group"));
        foreach (var id in pane.Tabs)
        {
            var source = _views.Find(id.Split('#')[0]);
            if (source is { Area: Area.Editor } && !group.Tabs.Exists(view => view.Id == id))
                group.Tabs.Add(MakeView(source, id));
        }

        if (group.Tabs.Count == 0)
            return null;

        group.Active = group.Tabs.Find(view => view.Id == pane.Active) ?? group.Tabs[0];
        if (pane.IsFocused)
            focused = group;

        return group;
    }

    private RememberedPane Remember(PaneNode node) => node is SplitNode split
        ? new RememberedPane { IsStacked = split.IsStacked, Share = split.Share, First = Remember(split.First), Second = Remember(split.Second) }
        : new RememberedPane
        {
            // A result is of its run; it is not asked for again.
            Tabs = [.. ((GroupNode)node).Tabs.Where(view => _views.Find(view.ViewId) is not null).Select(view => view.Id)],
            Active = ((GroupNode)node).Active?.Id ?? "",
            IsFocused = node == _arrangement.Editors.Focused,
        };

    private static string SignOf(string title) => title.Length == 0 ? "?" : title[..Clusters.After(title, 0)].ToUpperInvariant();
}
