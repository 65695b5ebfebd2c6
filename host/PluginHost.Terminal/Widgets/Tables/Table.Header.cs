namespace PluginHost.Terminal;

public sealed partial class Table
{
    private const string Keys = "123456789abcdefghijklmnopqrtuvwxyz"; // Without the s that asks for one of them.

    private bool _isPicking;

    /// <summary>The column that rows are sorted by; -1 where they come as they are.</summary>
    public int SortColumn { get; private set; } = -1;

    /// <summary>Whether the greatest comes first.</summary>
    public bool IsDescending { get; private set; }

    /// <summary>Sorts the rows.</summary>
    /// <param name="column">By which column.</param>
    /// <param name="descending">Whether the greatest comes first.</param>
    public void SortBy(int column, bool descending)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(column);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(column, Columns.Count);
        (SortColumn, IsDescending) = (column, descending);
        _layout.Show(column);
        Rows.Sort(column, descending);
        Invalidate();
    }

    private bool CanSort
    {
        get
        {
            for (var column = 0; column < Columns.Count; column++)
            {
                if (Columns[column].CanSort)
                    return true;
            }

            return false;
        }
    }

    private protected override void OnHeaderPress(int x) => SortByColumn(_layout.At(x));

    private protected override void DrawHeader(Canvas canvas)
    {
        var theme = Theme;
        var style = Canvas.Over(canvas.At(0, 0).Style, theme[Roles.Header]);
        for (var column = _layout.First; column < _layout.End; column++)
            DrawTitle(canvas, column, style, theme);

        var more = Canvas.Over(style, theme[Roles.Key]);
        if (_layout.First > 0)
            canvas.Fill(new Rect(Gutter - 2, 0, 1, 1), '<', more);

        if (_layout.IsCut)
            canvas.Fill(new Rect(canvas.Width - 1, 0, 1, 1), '>', more);
    }

    private void DrawTitle(Canvas canvas, int column, Style style, Theme theme)
    {
        var place = _layout[column];
        if (_isPicking && Columns[column].CanSort && column < Keys.Length)
        {
            canvas.Fill(place with { Width = 1 }, Keys[column], Canvas.Over(style, theme[Roles.Key]));
            place = place with { X = place.X + 2, Width = place.Width - 2 };
        }

        var alignment = Columns[column].Alignment;
        if (column != SortColumn)
        {
            canvas.Write(place, Columns[column].Header, alignment, style, theme);
            return;
        }

        // The sign stands where the title has room: behind it, or before it where titles stand at the end.
        var isBefore = alignment == Alignment.End;
        var field = new Rect(isBefore ? place.X + 2 : place.X, 0, place.Width - 2, 1);
        var taken = canvas.Write(field, Columns[column].Header, alignment, style, theme);
        var x = field.Width <= 0 ? place.X : isBefore ? taken.X - 2 : Math.Min(taken.Right + 1, place.Right - 1);
        canvas.Fill(new Rect(x, 0, 1, 1), IsDescending ? theme.Glyphs.Descending : theme.Glyphs.Ascending, Canvas.Over(style, theme[Roles.Accent]));
    }

    private bool OnSortKey(KeyInput key)
    {
        var isPicked = _isPicking;
        _isPicking = false;
        if (key is not { Key: Key.Character, Text.Length: 1, Modifiers: Modifiers.None })
            return isPicked && key.Key == Key.Escape;

        if (!isPicked && key.Text == "s")
            return _isPicking = CanSort;

        return (isPicked || char.IsAsciiDigit(key.Text[0])) && SortByColumn(Keys.IndexOf(key.Text[0], StringComparison.Ordinal));
    }

    // Once more is the other way round.
    private bool SortByColumn(int column)
    {
        if (column < 0 || column >= Columns.Count || !Columns[column].CanSort)
            return false;

        SortBy(column, column == SortColumn && !IsDescending);
        return true;
    }
}
