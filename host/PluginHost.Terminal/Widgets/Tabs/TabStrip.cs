namespace PluginHost.Terminal;

/// <summary>
/// The titles of tabs in one line. Where they do not fit, arrows at its ends scroll. A click shows a tab, one on the cross of the shown tab or with the middle button closes it,
/// and dragging moves it. Keys, while it has the focus: Left, Right, Home, End, Delete, and Shift with Left or Right to move a tab.
/// </summary>
public sealed partial class TabStrip : Widget
{
    private const int Arrow = 2;
    private readonly List<Tab> _tabs = [];
    private readonly List<Rect> _places = [];
    private readonly List<int> _widths = [];
    private int _first;
    private Tab? _active;
    private bool _mustShow = true;

    /// <summary>The tabs, from left to right.</summary>
    public IReadOnlyList<Tab> Tabs => _tabs;

    /// <summary>The tab that is shown; null where there is none.</summary>
    public Tab? Active
    {
        get => _active;
        set
        {
            if (value == _active || (value is not null && !_tabs.Contains(value)))
                return;

            _active = value;
            _mustShow = true;
            ActiveChanged?.Invoke(value);
            Invalidate();
        }
    }

    /// <summary>Called when another tab is shown.</summary>
    public Action<Tab?>? ActiveChanged { get; set; }

    /// <summary>Asked when a person closes a tab. Where it answers false the tab stays; who has asked a person meanwhile calls <see cref="Remove"/>.</summary>
    public Func<Tab, bool>? MayClose { get; set; }

    /// <inheritdoc/>
    public override bool CanFocus => _tabs.Count > 0;

    /// <summary>Adds a tab at the end, and shows it where it is the first.</summary>
    /// <param name="tab">The tab.</param>
    public void Add(Tab tab) => Insert(_tabs.Count, tab);

    /// <summary>Adds a tab at a place, and shows it where it is the first.</summary>
    /// <param name="index">The place.</param>
    /// <param name="tab">The tab.</param>
    public void Insert(int index, Tab tab)
    {
        _tabs.Insert(index, tab);
        if (_active is null)
            Active = tab;

        Invalidate();
    }

    /// <summary>Takes a tab away. Where it was shown, its neighbour is.</summary>
    /// <param name="tab">The tab; one that is not there is left alone.</param>
    public void Remove(Tab tab)
    {
        var index = _tabs.IndexOf(tab);
        if (index < 0)
            return;

        _tabs.RemoveAt(index);
        _mustShow = true;
        if (tab == _active)
            Active = _tabs.Count == 0 ? null : _tabs[Math.Min(index, _tabs.Count - 1)];

        Invalidate();
    }

    /// <summary>Closes a tab as a person does: only where it can be closed, and nobody objects.</summary>
    /// <param name="tab">The tab.</param>
    public void Close(Tab tab)
    {
        if (tab.CanClose && MayClose?.Invoke(tab) != false)
            Remove(tab);
    }

    /// <summary>Puts a tab in another place.</summary>
    /// <param name="tab">The tab.</param>
    /// <param name="index">The place.</param>
    public void Move(Tab tab, int index)
    {
        if (!_tabs.Remove(tab))
            return;

        _tabs.Insert(Math.Clamp(index, 0, _tabs.Count), tab);
        _mustShow = true;
        Invalidate();
    }

    /// <summary>Shows the tab beside the one that is shown; from the last one the first.</summary>
    /// <param name="step">1 for the next, -1 for the one before.</param>
    public void Step(int step)
    {
        if (_active is not null)
            Active = _tabs[(_tabs.IndexOf(_active) + step + _tabs.Count) % _tabs.Count];
    }

    /// <inheritdoc/>
    protected override void Draw(Canvas canvas)
    {
        LayOut(canvas);
        var (theme, text) = (Theme, Theme[Roles.Text]);
        canvas.Fill(new Rect(0, 0, canvas.Width, 1), text);
        for (var i = 0; i < _tabs.Count; i++)
        {
            if (!_places[i].IsEmpty)
                DrawTab(canvas.Inside(_places[i]), _tabs[i], theme, text);
        }

        var arrows = Canvas.Over(text, theme[Roles.Accent]);
        if (HasBefore)
            canvas.Fill(new Rect(0, 0, 1, 1), theme.Glyphs.Earlier, arrows);

        if (HasAfter)
            canvas.Fill(new Rect(canvas.Width - 1, 0, 1, 1), theme.Glyphs.Later, arrows);
    }

    // A blank, the title, a blank, the sign, a blank. The cross of a tab that is not shown stays away: it would only be hit by mistake.
    private void DrawTab(Canvas canvas, Tab tab, Theme theme, Style text)
    {
        var isActive = tab == _active;
        var look = Canvas.Over(text, theme[isActive ? Roles.FocusedTitle : Roles.Title]);
        if (isActive)
            look = Canvas.Over(look, theme[IsFocused ? Roles.Selection : Roles.QuietSelection]);

        canvas.Fill(look);
        canvas.Write(new Rect(1, 0, canvas.Width - 1 - Signs, 1), tab.Title, look, theme);
        var sign = new Rect(canvas.Width - SignFromRight, 0, 1, 1);
        if (tab.IsChanged)
            canvas.Fill(sign, theme.Glyphs.Changed, Canvas.Over(look, theme[Roles.Warning]));
        else if (isActive && tab.CanClose)
            canvas.Fill(sign, theme.Glyphs.Cross, look);
    }
}
