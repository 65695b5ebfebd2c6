namespace PluginHost.Terminal;

/// <summary>
/// The line of menus at the top. F10, Alt with a menu's letter, or a click opens one; from there Left and Right go to its neighbours. The screen's owner hands
/// it the keys that are nobody else's: <see cref="TakeShortcut"/>.
/// </summary>
public sealed class MenuBar : Widget
{
    private const int Gap = 2;
    private readonly List<Rect> _places = [];
    private Menu? _menu;

    /// <summary>Makes one.</summary>
    /// <param name="items">The menus: entries with entries behind them.</param>
    public MenuBar(IReadOnlyList<MenuItem> items) => Items = items;

    /// <summary>The menus.</summary>
    public IReadOnlyList<MenuItem> Items { get; }

    /// <summary>What stands at the right, such as the name of what is open. It goes first where there is no room.</summary>
    public RichLine Detail { get; set; } = RichLine.Empty;

    /// <summary>Which menu is open; -1 where none is.</summary>
    public int Opened { get; private set; } = -1;

    /// <summary>Opens a menu.</summary>
    /// <param name="index">Which one.</param>
    public void Open(int index)
    {
        if (Screen is not { } screen || index < 0 || index >= Items.Count || index >= _places.Count)
            return;

        _menu?.Close();
        Opened = index;
        var place = _places[index];
        _menu = Menu.OpenFrom(
            this, screen, place with { X = Area.X + place.X, Y = Area.Y + place.Y }, Items[index].Items?.Invoke() ?? [], () => (Opened, _menu) = (-1, null));
    }

    /// <summary>Opens a menu where a key asks for it: F10 the first, Alt with a letter that of the letter.</summary>
    /// <param name="key">The key.</param>
    /// <returns>Whether it was such a key.</returns>
    public bool TakeShortcut(KeyInput key)
    {
        if (key is { Key: Key.F10, Modifiers: Modifiers.None })
        {
            Open(0);
            return true;
        }

        if (key is not { Key: Key.Character, Modifiers: Modifiers.Alt, Text.Length: 1 })
            return false;

        for (var i = 0; i < Items.Count; i++)
        {
            if (Items[i].Letter != char.ToLowerInvariant(key.Text[0]))
                continue;

            Open(i);
            return true;
        }

        return false;
    }

    /// <inheritdoc/>
    public override bool OnMouse(MouseInput mouse, int clicks)
    {
        if (mouse is { Button: MouseButton.Left, Action: MouseAction.Press })
        {
            for (var i = 0; i < _places.Count; i++)
            {
                if (_places[i].Contains(mouse.X, mouse.Y))
                    Open(i);
            }

            return true;
        }

        // Pressed here, and dragged into the menu that opened.
        if (_menu is { } menu && mouse.Y > 0)
            menu.OnMouse(mouse with { X = mouse.X + Area.X, Y = mouse.Y + Area.Y }, clicks);

        return _menu is not null;
    }

    internal void Step(int step) => Open((Opened + step + Items.Count) % Items.Count);

    /// <inheritdoc/>
    protected override void Draw(Canvas canvas)
    {
        var theme = Theme;
        var look = Canvas.Over(theme[Roles.Text], theme[Roles.Status]);
        canvas.Fill(new Rect(0, 0, canvas.Width, 1), look);
        _places.Clear();
        var x = 0;
        for (var i = 0; i < Items.Count; i++)
        {
            var title = Items[i].Title;
            var place = new Rect(x, 0, Gap + TextWidth.Of(title.Text, canvas.Text), 1);
            _places.Add(place);
            if (i == Opened)
                canvas.Tint(place, Lit(theme));

            canvas.Write(place with { X = x + 1, Width = place.Width - Gap }, title, canvas.At(x, 0).Style, theme);
            x += place.Width;
        }

        var detail = TextWidth.Of(Detail.Text, canvas.Text);
        if (x + detail + Gap <= canvas.Width)
            canvas.Write(new Rect(canvas.Width - detail - 1, 0, detail, 1), Detail, Canvas.Over(look, theme[Roles.Dim]), theme);
    }

    // Where the whole bar is reversed, reversing says nothing: a line under it does.
    private static Style Lit(Theme theme)
    {
        var lit = theme[Roles.Selection];
        return lit with { Attributes = lit.Attributes | Attributes.Bold | Attributes.Underline };
    }
}
