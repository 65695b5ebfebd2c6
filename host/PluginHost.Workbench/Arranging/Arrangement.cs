using PluginHost.Workbench.Rendering;

namespace PluginHost.Workbench.Arranging;

/// <summary>What stands where, and how it fits the room there is. What there is no room for is kept, and comes back with the room.</summary>
internal sealed class Arrangement
{
    private const double Least = 0.05;
    private OpenView? _focused;

    public Room Room { get; set; }

    public Editors Editors { get; } = new();

    public IReadOnlyList<Activity> Activities { get; set; } = [];

    /// <summary>The activity whose views the side bar shows.</summary>
    public string Activity { get; set; } = "";

    public string ActivityTitle { get; set; } = "";

    /// <summary>The views of that activity.</summary>
    public IReadOnlyList<OpenView> SideViews { get; set; } = [];

    public bool IsSideOpen { get; set; } = true;

    public double SideShare { get; private set; } = 0.24;

    public IReadOnlyList<OpenView> PanelViews { get; set; } = [];

    public OpenView? PanelActive { get; set; }

    public bool IsPanelOpen { get; set; }

    public double PanelShare { get; private set; } = 0.3;

    public bool IsZoomed { get; set; }

    public OpenView? Focused
    {
        get => _focused;
        set
        {
            _focused = value;
            if (value is not null)
                Editors.Show(value);
        }
    }

    private bool IsFocusInSide => _focused is not null && SideViews.Contains(_focused);

    private bool IsFocusInPanel => _focused is not null && PanelViews.Contains(_focused);

    /// <summary>Whether the side bar is to be seen: in little room only for as long as it has the focus.</summary>
    public bool IsSideSeen => IsSideOpen && SideViews.Count > 0 && (Room == Room.Wide || IsFocusInSide);

    public bool IsPanelSeen => IsPanelOpen && PanelActive is not null;

    /// <summary>The views that are to be seen now, those beside and below others too.</summary>
    public IEnumerable<OpenView> Visible
    {
        get
        {
            if (IsZoomed && Focused is { } zoomed)
                return WithCompanions([zoomed]);

            IEnumerable<OpenView> seen = Editors.Groups.Select(FrontOf).OfType<OpenView>();
            if (IsSideSeen)
                seen = seen.Concat(SideViews.Where(view => !view.IsFolded));

            return WithCompanions(IsPanelSeen && Room != Room.Compact ? seen.Append(PanelActive!) : seen);
        }
    }

    public Layout Build() => new()
    {
        Activities = Activities.Count == 0 ? [] : [.. Activities.Select(activity => activity with { IsActive = IsSideSeen && activity.Id == Activity })],
        Side = IsSideSeen ? new SideBar(ActivityTitle, SideViews, SideShare, Room != Room.Wide) : null,
        Editors = Build(Editors.Root),
        Panel = IsPanelSeen && Room != Room.Compact ? new Panel(PanelViews, PanelActive, PanelShare) : null,
        Zoomed = IsZoomed ? Focused : null,
    };

    /// <summary>Sets the share on one side of an edge. An edge that is not there is passed by: it may have gone while it was dragged.</summary>
    public void Resize(string divider, double share)
    {
        share = double.IsFinite(share) ? Math.Clamp(share, Least, 1 - Least) : 0.5;
        if (divider == Dividers.Side)
            SideShare = share;
        else if (divider == Dividers.Panel)
            PanelShare = share;
        else if (Editors.FindSplit(divider) is { } split)
            split.Share = share;
    }

    /// <summary>The views that the focus goes through, in the order of the screen.</summary>
    public IReadOnlyList<OpenView> Ring => [.. (IsSideSeen || IsSideOpen ? SideViews.Where(view => !view.IsFolded) : [])
        .Concat(WithCompanions(Editors.Groups.Select(group => group.Active).OfType<OpenView>()))
        .Concat(IsPanelSeen ? [PanelActive!] : [])];

    private static IEnumerable<OpenView> WithCompanions(IEnumerable<OpenView> views)
    {
        foreach (var view in views)
        {
            yield return view;
            if (view.Beside is { } beside)
                yield return beside;

            if (view.Below is { } below)
                yield return below;
        }
    }

    private Pane Build(PaneNode node)
    {
        if (node is SplitNode split)
            return new Split(split.Id, split.IsStacked, Build(split.First), Build(split.Second), split.Share);

        var group = (GroupNode)node;
        var tabs = TakesPanel(group) ? [.. group.Tabs, PanelActive!] : (IReadOnlyList<OpenView>)[.. group.Tabs];
        return new Group(group.Id, tabs, FrontOf(group), group == Editors.Focused && !IsFocusInSide && (!IsFocusInPanel || TakesPanel(group)));
    }

    private OpenView? FrontOf(GroupNode group) => TakesPanel(group) && (IsFocusInPanel || group.Active is null) ? PanelActive : group.Active;

    // In little room the panel is a tab of the group with the focus.
    private bool TakesPanel(GroupNode group) => Room == Room.Compact && IsPanelSeen && group == Editors.Focused;
}
