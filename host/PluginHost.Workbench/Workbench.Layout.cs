using PluginHost.Sdk;
using PluginHost.Workbench.Arranging;
using PluginHost.Workbench.Rendering;
using PluginHost.Workbench.Themes;
using PluginHost.Workbench.Views;

namespace PluginHost.Workbench;

// What stands where.
public sealed partial class Workbench
{
    private static readonly TimeSpan SaveAfter = TimeSpan.FromSeconds(1);
    private readonly Arrangement _arrangement = new();
    private Layout? _layout;
    private List<ViewHost>? _visible;
    private ITimer? _saving;
    private IReadOnlyList<string> _folded = [];

    /// <inheritdoc/>
    public Layout Layout => _layout ??= _arrangement.Build();

    /// <inheritdoc/>
    public Theme Theme { get; private set; } = ThemeTable.All[0];

    /// <inheritdoc/>
    public void OnRoom(Room room)
    {
        if (_arrangement.Room == room)
            return;

        _arrangement.Room = room;
        Redraw();
    }

    /// <inheritdoc/>
    public void Focus(OpenView view)
    {
        if (_arrangement.PanelViews.Contains(view))
            (_arrangement.PanelActive, _arrangement.IsPanelOpen) = (view, true);
        else if (_arrangement.SideViews.Contains(view))
            (view.IsFolded, _arrangement.IsSideOpen) = (false, true);
        else if (OwnerOf(view) is { } owner)
            _arrangement.Editors.Show(owner);

        _arrangement.IsZoomed &= _arrangement.Focused == view;
        _arrangement.Focused = view;
        Changed();
    }

    /// <inheritdoc/>
    public void Fold(OpenView view)
    {
        view.IsFolded = !view.IsFolded;
        if (view.IsFolded && Focused == view)
            FocusEditors();

        Changed();
    }

    /// <inheritdoc/>
    public void Show(Activity activity)
    {
        if (activity.Id == _arrangement.Activity && _arrangement.IsSideSeen)
        {
            ToggleSide();
            return;
        }

        UseActivity(activity.Id);
        _arrangement.IsSideOpen = true;
        FocusSide();
    }

    /// <inheritdoc/>
    public void Resize(string divider, double share)
    {
        _arrangement.Resize(divider, share);
        Changed();
    }

    internal Arrangement Arrangement => _arrangement;

    /// <summary>Opens or closes the side bar. In little room it lies over the editors, and goes with the focus.</summary>
    internal void ToggleSide()
    {
        if (_arrangement.IsSideSeen)
        {
            _arrangement.IsSideOpen = _arrangement.Room != Room.Wide;
            FocusEditors();
        }
        else
        {
            _arrangement.IsSideOpen = true;
            FocusSide();
        }
    }

    internal void TogglePanel()
    {
        if (_arrangement.IsPanelSeen && (_arrangement.Room != Room.Compact || Focused == _arrangement.PanelActive))
        {
            _arrangement.IsPanelOpen = false;
            FocusEditors();
        }
        else if ((_arrangement.PanelActive ?? FirstOf(_arrangement.PanelViews)) is { } view)
        {
            Focus(view);
        }
    }

    internal void Zoom()
    {
        _arrangement.IsZoomed = !_arrangement.IsZoomed && Focused is not null;
        Changed();
    }

    internal void Split(bool isStacked)
    {
        if (_arrangement.Editors.Focused.Active is not { } view)
            return;

        var twin = Twin(view);
        _arrangement.Editors.Split(isStacked, twin);
        Focus(twin);
    }

    internal void FocusGroup(int number)
    {
        if (GroupAt(number) is not { } group)
            return;

        _arrangement.Editors.Focus(group);
        FocusEditors();
    }

    internal void FocusActivity(int number)
    {
        if (ActivityAt(number) is { } activity)
            Show(activity);
    }

    internal string? NameOfGroup(int number) =>
        GroupAt(number) is { } group ? Texts.Fill(Texts.WhichGroup, string.Join(", ", group.Tabs.Select(tab => tab.Title))) : null;

    internal string? NameOfActivity(int number) => ActivityAt(number)?.Title;

    private GroupNode? GroupAt(int number) => _arrangement.Editors.Groups.ElementAtOrDefault(number - 1);

    private Activity? ActivityAt(int number) => _arrangement.Activities.ElementAtOrDefault(number - 1);

    internal void FocusNext(int by)
    {
        var ring = _arrangement.Ring;
        if (ring.Count == 0)
            return;

        var at = Focused is null ? -1 : ring.ToList().IndexOf(Focused);
        Focus(ring[(at + by + ring.Count) % ring.Count]);
    }

    internal void NextTab(int by)
    {
        var group = _arrangement.Editors.Focused;
        if (group.Active is { } active)
            Focus(group.Tabs[(group.Tabs.IndexOf(active) + by + group.Tabs.Count) % group.Tabs.Count]);
    }

    /// <summary>Makes the pane with the focus larger or smaller, as far as an edge of its own can be moved.</summary>
    internal void Grow(double by)
    {
        if (Focused is not { } view)
            return;

        if (_arrangement.SideViews.Contains(view))
            Resize(Dividers.Side, _arrangement.SideShare + by);
        else if (_arrangement.PanelViews.Contains(view))
            Resize(Dividers.Panel, _arrangement.PanelShare + by);
        else if (ParentOf(_arrangement.Editors.Root, _arrangement.Editors.Focused) is { } split)
            Resize(split.Id, split.Share + (split.First == _arrangement.Editors.Focused ? by : -by));
    }

    internal void UseTheme(Theme theme)
    {
        Theme = theme;
        _renderer.Invalidate();
    }

    /// <summary>What stands where has changed: it is drawn, and remembered after a while.</summary>
    internal void Changed()
    {
        Redraw();
        SaveSoon();
    }

    private void SaveSoon() => _saving ??= Later.In(SaveAfter, () =>
    {
        _saving = null;
        if (!IsLeft)
            Save();
    });

    private void Redraw()
    {
        (_layout, _visible) = (null, null);
        (_context.Focused, _context.IsZoomed) = (_arrangement.Focused, _arrangement.IsZoomed);
        _renderer.Invalidate();
    }

    private void FocusEditors()
    {
        _arrangement.Focused = _arrangement.Editors.Focused.Active;
        Changed();
    }

    private void FocusSide()
    {
        if (FirstOf(_arrangement.SideViews) is { } view)
            Focus(view);
        else
            Changed();
    }

    private void UseActivity(string id)
    {
        var views = new List<OpenView>();
        foreach (var source in _views.All)
        {
            if (source.Area == Area.Sidebar && source.Owner == id)
                views.Add(Keep(source, _arrangement.SideViews));
        }

        if (views.Count == 0)
            return;

        (_arrangement.Activity, _arrangement.ActivityTitle, _arrangement.SideViews) = (id, TitleOfOwner(id), views);
        Changed();
    }

    // A view that is open stays as it is: its place, its filter and what it shows.
    private OpenView Keep(ViewSource source, IReadOnlyList<OpenView> open)
    {
        foreach (var host in _hosts.Keys)
        {
            if (host.Id == source.Id && host.Source.Owner == source.Owner)
                return host;
        }

        var view = MakeView(source, source.Id);
        view.IsFolded = _folded.Contains(source.Id) && !open.Contains(view);
        return view;
    }

    private string TitleOfOwner(string id) => id == "workbench" ? Texts.WorkbenchName : Engine.Plugins.Find(id)?.Manifest?.Name ?? id;

    private static OpenView? FirstOf(IReadOnlyList<OpenView> views)
    {
        foreach (var view in views)
        {
            if (!view.IsFolded)
                return view;
        }

        return views.Count == 0 ? null : views[0];
    }

    private static SplitNode? ParentOf(PaneNode node, PaneNode child) => node is not SplitNode split ? null
        : split.First == child || split.Second == child ? split
        : ParentOf(split.First, child) ?? ParentOf(split.Second, child);
}
