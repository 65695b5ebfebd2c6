namespace PluginHost.Terminal;

/// <summary>
/// A strip of titles, and under it what the shown tab holds. From within, Ctrl+PageDown and Ctrl+PageUp show the next and the last one, Ctrl+W closes.
/// </summary>
public sealed class TabPane : Widget
{
    private Widget[] _seen;
    private Tab? _shown;

    /// <summary>Makes one without tabs.</summary>
    public TabPane()
    {
        Strip = Adopt(new TabStrip());
        Strip.ActiveChanged = Show;
        _seen = [Strip];
    }

    /// <summary>The titles.</summary>
    public TabStrip Strip { get; }

    /// <summary>The tabs, from left to right.</summary>
    public IReadOnlyList<Tab> Tabs => Strip.Tabs;

    /// <summary>The tab that is shown; null where there is none.</summary>
    public Tab? Active
    {
        get => Strip.Active;
        set => Strip.Active = value;
    }

    /// <summary>What stands there while there are no tabs: one sentence, and the keys that fill it.</summary>
    public RichLine Welcome { get; set; } = RichLine.Empty;

    /// <summary>Called when another tab is shown.</summary>
    public Action<Tab?>? ActiveChanged { get; set; }

    /// <summary>The titles, and what is shown; what is shown comes first, where the focus is to go.</summary>
    public override IReadOnlyList<Widget> Children => _seen;

    /// <summary>Adds a tab at the end, and shows it where it is the first.</summary>
    /// <param name="tab">The tab.</param>
    public void Add(Tab tab) => Strip.Add(tab);

    /// <summary>Takes a tab away. Where it was shown, its neighbour is.</summary>
    /// <param name="tab">The tab.</param>
    public void Remove(Tab tab) => Strip.Remove(tab);

    /// <inheritdoc/>
    public override bool OnKey(KeyInput key)
    {
        switch (key)
        {
            case { Key: Key.PageDown, Modifiers: Modifiers.Control }:
                Strip.Step(1);
                return true;
            case { Key: Key.PageUp, Modifiers: Modifiers.Control }:
                Strip.Step(-1);
                return true;
            case { Key: Key.Character, Text: "w", Modifiers: Modifiers.Control } when Active is { CanClose: true } active:
                Strip.Close(active);
                return true;
            default:
                return false;
        }
    }

    /// <inheritdoc/>
    protected override void Draw(Canvas canvas)
    {
        Strip.DrawOn(canvas.Inside(new Rect(0, 0, canvas.Width, 1)));
        var rest = canvas.Inside(new Rect(0, 1, canvas.Width, canvas.Height - 1));
        if (_shown is { } shown)
            shown.Content.DrawOn(rest);
        else
            rest.Write(new Rect(1, 0, rest.Width - 1, 1), Welcome, Canvas.Over(Theme[Roles.Text], Theme[Roles.Hint]), Theme);
    }

    // Who was reading the one before goes on reading; who was among the titles stays there.
    private void Show(Tab? tab)
    {
        var wasReading = _shown?.Content.HasFocus == true;
        if (_shown is { } before)
            Release(before.Content);

        _shown = tab;
        _seen = tab is null ? [Strip] : [Adopt(tab.Content), Strip];
        if (wasReading)
            Screen?.FocusFirst(this);

        ActiveChanged?.Invoke(tab);
        Invalidate();
    }
}
