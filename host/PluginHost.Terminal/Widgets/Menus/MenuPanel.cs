namespace PluginHost.Terminal;

/// <summary>One box of a <see cref="Menu"/>: its entries, as they were when it was opened.</summary>
internal sealed class MenuPanel : Widget
{
    private const int Edges = 2;
    private const int Signs = 4;
    private const int Gap = 2;
    private readonly RichLine[] _ends;
    private readonly bool[] _isRefused;
    private int _top;

    public MenuPanel(IReadOnlyList<MenuItem> items, Rect anchor, bool isBeside)
    {
        (Items, Anchor, IsBeside) = (items, anchor, isBeside);
        (_ends, _isRefused) = (new RichLine[items.Count], new bool[items.Count]);
        for (var i = 0; i < items.Count; i++)
        {
            var refusal = items[i].Refusal?.Invoke();
            _isRefused[i] = refusal is not null;
            _ends[i] = refusal is null ? items[i].Keys : RichLine.Of("off: " + refusal);
        }

        Step(1);
    }

    public IReadOnlyList<MenuItem> Items { get; }

    public Rect Anchor { get; }

    /// <summary>Whether it stands beside its anchor, as the menu of an entry does, and not under it.</summary>
    public bool IsBeside { get; }

    /// <summary>The selected entry; -1 where there is none.</summary>
    public int Selected { get; private set; } = -1;

    public MenuItem? SelectedItem => Selected < 0 ? null : Items[Selected];

    /// <summary>Where the selected entry is on the screen.</summary>
    public Rect SelectedPlace => new(Area.X, Area.Y + 1 + Selected - _top, Area.Width, 1);

    public bool CanRun(int index) => !_isRefused[index] && !Items[index].IsSeparator;

    public void Select(int index)
    {
        if (index >= 0 && index < Items.Count && !Items[index].IsSeparator)
            Selected = index;
    }

    /// <summary>Goes to the next entry, from the last to the first.</summary>
    public void Step(int step)
    {
        var count = Items.Count;
        for (var (i, at) = (0, Selected < 0 && step < 0 ? 0 : Selected); i < count; i++)
        {
            at = (at + step + count) % count;
            if (Items[at].IsSeparator)
                continue;

            Selected = at;
            return;
        }
    }

    public void SelectEnd(int step)
    {
        Selected = -1;
        Step(step);
    }

    /// <summary>The entry at a place on the screen; -1 where there is none.</summary>
    public int IndexAt(int x, int y)
    {
        var row = y - Area.Y - 1;
        return x > Area.X && x < Area.Right - 1 && row >= 0 && row < Area.Height - Edges && _top + row < Items.Count ? _top + row : -1;
    }

    /// <summary>The entry with a letter, behind the selected one first; -1 where there is none.</summary>
    public int WithLetter(char letter)
    {
        for (var i = 1; i <= Items.Count; i++)
        {
            var index = (Math.Max(0, Selected) + i) % Items.Count;
            if (!Items[index].IsSeparator && Items[index].Letter == letter)
                return index;
        }

        return -1;
    }

    public bool IsOnlyOneWithLetter(char letter)
    {
        var count = 0;
        foreach (var item in Items)
            count += !item.IsSeparator && item.Letter == letter ? 1 : 0;

        return count == 1;
    }

    public Rect Place(Rect screen, TextOptions text)
    {
        var (title, end) = (0, 0);
        for (var i = 0; i < Items.Count; i++)
        {
            title = Math.Max(title, TextWidth.Of(Items[i].Title.Text, text));
            end = Math.Max(end, TextWidth.Of(_ends[i].Text, text));
        }

        var (width, height) = (Edges + Signs + title + (end > 0 ? Gap + end : 0), Items.Count + Edges);
        return IsBeside ? Places.Beside(screen, Anchor, width, height) : Places.Near(screen, Anchor, width, height);
    }

    protected override void Draw(Canvas canvas)
    {
        var theme = Theme;
        var look = Canvas.Over(theme[Roles.Text], theme[Roles.Layer]);
        var edge = Canvas.Over(look, theme[Roles.Edge]);
        canvas.Fill(look);
        var inside = canvas.Box(canvas.Area, theme.Glyphs.Border, edge);
        if (inside.Height == 0)
            return;

        if (Selected >= 0)
            _top = Math.Clamp(_top, Selected - inside.Height + 1, Selected);

        _top = Math.Clamp(_top, 0, Math.Max(0, Items.Count - inside.Height));
        for (var y = 0; y < inside.Height && _top + y < Items.Count; y++)
            DrawItem(inside, y, _top + y, theme, look, edge);

        ScrollBar.Draw(canvas.Inside(new Rect(0, 1, canvas.Width, inside.Height)), _top, inside.Height, Items.Count, theme);
    }

    private void DrawItem(Canvas canvas, int y, int index, Theme theme, Style look, Style edge)
    {
        var item = Items[index];
        if (item.IsSeparator)
        {
            canvas.Across(0, y, canvas.Width, theme.Glyphs.Border, edge);
            return;
        }

        var row = new Rect(0, y, canvas.Width, 1);
        if (index == Selected)
            canvas.Tint(row, theme[Roles.Selection]);

        var under = canvas.At(0, y).Style;
        var dim = Canvas.Over(under, theme[Roles.Dim]);
        var text = _isRefused[index] ? dim : under;
        if (item.IsOn)
            canvas.Fill(new Rect(0, y, 1, 1), theme.Glyphs.On, text);

        var taken = canvas.Write(new Rect(2, y, canvas.Width - Signs, 1), item.Title, text, theme);
        if (item.Items is not null)
            canvas.Fill(new Rect(canvas.Width - 1, y, 1, 1), theme.Glyphs.Later, text);

        // A title from right to left stands at the right, so its keys stand at the left.
        var isReversed = taken.X > 2;
        var end = isReversed ? new Rect(2, y, taken.X - Gap - 2, 1) : new Rect(taken.Right + Gap, y, canvas.Width - 2 - taken.Right - Gap, 1);
        canvas.Write(end, _ends[index], isReversed ? Alignment.Start : Alignment.End, dim, theme);
    }
}
