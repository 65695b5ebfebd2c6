namespace PluginHost.Terminal;

internal sealed partial class DocumentView
{
    /// <summary>Scrolls by some rows, down where there are more than none.</summary>
    public void Scroll(int rows)
    {
        var top = Top;
        for (var i = Math.Abs(rows); i > 0 && TryStep(ref top, Math.Sign(rows)); i--)
        {
        }

        Top = top;
        Clamp();
    }

    /// <summary>Scrolls to the side.</summary>
    public void ScrollAside(int columns)
    {
        if (Spec.WrapWidth > 0)
            return;

        var rows = RowsOf(Top.Line);
        var most = Math.Max(0, rows.Width - Width + 1);
        Left = rows.IsReversed ? Math.Clamp(Left + columns, -most, 0) : Math.Clamp(Left + columns, 0, Math.Max(most, Left));
    }

    /// <summary>Puts a line at the top.</summary>
    public void ScrollTo(int line)
    {
        Top = (Math.Clamp(line, 0, Document.LineCount - 1), 0);
        Clamp();
    }

    /// <summary>Scrolls no further than it must for a place to be seen; to one far away so that it stands in the middle.</summary>
    public void Reveal(TextPlace place)
    {
        Clamp();
        var rows = RowsOf(place.Line);
        var target = (place.Line, Row: rows.RowOf(place.Column));
        if (target.CompareTo(Top) < 0)
            Top = IsNear(target, Top) ? target : Before(target, Height / 2);
        else if (!TryFind(place, out _, out _))
            Top = Before(target, IsNear(Top, target) ? Height - 1 : Height / 2);

        Clamp();
        var x = (rows.IsReversed ? Width : 0) + rows.XOf(place.Column);
        Left = x >= 0 && x < Width ? 0 : Math.Clamp(Left, x - Width + 1, x);
    }

    /// <summary>Keeps the topmost row within the document, and no more empty below the last one than must be.</summary>
    public void Clamp()
    {
        Top = Top.Line >= Document.LineCount ? (Document.LineCount - 1, 0) : Top;
        Top = Top with { Row = Math.Clamp(Top.Row, 0, RowsOf(Top.Line).Count - 1) };
        if (Document.LineCount - Top.Line > Height)
            return;

        var last = (Line: Document.LineCount - 1, Row: RowsOf(Document.LineCount - 1).Count - 1);
        var lowest = Before(last, Height - 1);
        if (Top.CompareTo(lowest) > 0)
            Top = lowest;
    }

    // Within two heights, in one direction.
    private bool IsNear((int Line, int Row) one, (int Line, int Row) other)
    {
        for (var i = 0; i < Height * 2; i++)
        {
            if (one == other)
                return true;

            if (!TryStep(ref one, 1))
                break;
        }

        return false;
    }

    private (int Line, int Row) Before((int Line, int Row) at, int rows)
    {
        for (; rows > 0 && TryStep(ref at, -1); rows--)
        {
        }

        return at;
    }
}
