namespace PluginHost.Terminal;

/// <summary>
/// Which row of which line of a log is the first that is seen, and whether the end is followed. Where lines are broken, a place is a line and one of its rows.
/// </summary>
internal sealed class LogPlace
{
    private readonly WrappedLines _wrapped = new();
    private ILogLines _lines = new LogBuffer(1);
    private bool _wraps;

    /// <summary>The number of the first line that is seen.</summary>
    public long Top { get; private set; }

    /// <summary>The first of its rows that is seen.</summary>
    public int Row { get; private set; }

    public bool IsFollowing { get; private set; } = true;

    public long First { get; private set; }

    /// <summary>The number behind the last line.</summary>
    public long End { get; private set; }

    /// <summary>What had come when it ceased to follow.</summary>
    public long PausedAt { get; private set; }

    public int Height { get; private set; } = 1;

    /// <summary>Takes in what there is now. Those that went take the place with them only where it was theirs.</summary>
    public void Take(ILogLines lines)
    {
        _lines = lines;
        First = lines.First;
        End = First + lines.Count;
        PausedAt = Math.Clamp(PausedAt, First, End);
        if (Top < First)
            (Top, Row) = (First, 0);
    }

    /// <summary>Takes in how much can be seen.</summary>
    public void Fit(int width, int height, bool wraps, TextOptions options)
    {
        _wrapped.Use(Math.Max(1, width), options);
        (_wraps, Height) = (wraps, Math.Max(1, height));
        Row = Math.Min(Row, Top < End ? RowsOf(Top) - 1 : 0);
        KeepBeforeEnd();
    }

    public int RowsOf(long line) => _wraps ? _wrapped.RowsOf(_lines.Line(line)) : 1;

    /// <summary>Whether there is more than can be seen at once.</summary>
    public bool IsMore
    {
        get
        {
            var (_, seen, count) = Extent(Height);
            return count > seen;
        }
    }

    private bool HasManyLines => End - First > Height;

    /// <summary>
    /// What a scroll bar shows: by lines, of which one need not know how high they are; by rows where there are few lines, which may be high.
    /// </summary>
    /// <param name="linesSeen">How many lines are seen.</param>
    public (int Top, int Seen, int Count) Extent(int linesSeen)
    {
        var count = (int)(End - First);
        if (HasManyLines)
            return ((int)(Top - First), Math.Clamp(linesSeen, 1, count - 1), count);

        var (above, all) = (Row, 0);
        for (var line = First; line < End; line++)
        {
            var rows = RowsOf(line);
            above += line < Top ? rows : 0;
            all += rows;
        }

        return (above, Height, all);
    }

    /// <summary>Goes to a place on the scroll bar.</summary>
    /// <returns>Whether the end is seen.</returns>
    public bool GoToPart(int top)
    {
        GoTo(First + (HasManyLines ? top : 0));
        return Scroll(HasManyLines ? 0 : top);
    }

    /// <summary>The rows of a line that is broken; null where it stands in one.</summary>
    public IReadOnlyList<TextLine>? Broken(RichLine line) => !_wraps || _wrapped.IsOneRow(line) ? null : _wrapped.Of(line);

    public void Follow()
    {
        IsFollowing = true;
        KeepBeforeEnd();
    }

    public void Pause()
    {
        if (!IsFollowing)
            return;

        (IsFollowing, PausedAt) = (false, End);
    }

    /// <summary>Counts what comes from now on as new: what came before was numbered otherwise.</summary>
    public void Recount() => PausedAt = End;

    public void GoTo(long line) => (Top, Row) = (Math.Clamp(line, First, Math.Max(First, End - 1)), 0);

    /// <summary>Scrolls as far as it takes to see all of a line.</summary>
    public void Show(long line)
    {
        if (line < Top || (line == Top && Row > 0))
        {
            GoTo(line);
            return;
        }

        var rows = -Row;
        for (var seen = Top; seen <= line && rows <= Height; seen++)
            rows += RowsOf(seen);

        if (rows > Height)
            (Top, Row) = EndingWith(line + 1);
    }

    /// <summary>Scrolls by rows.</summary>
    /// <returns>Whether the end is seen.</returns>
    public bool Scroll(int rows)
    {
        for (; rows < 0 && (Row > 0 || Top > First); rows++)
            (Top, Row) = Row > 0 ? (Top, Row - 1) : (Top - 1, RowsOf(Top - 1) - 1);

        for (; rows > 0 && Top < End; rows--)
            (Top, Row) = Row + 1 < RowsOf(Top) ? (Top, Row + 1) : (Top + 1, 0);

        return KeepBeforeEnd();
    }

    // No further than that the last row stands at the bottom.
    private bool KeepBeforeEnd()
    {
        var last = EndingWith(End);
        var isEnd = IsFollowing || Top > last.Line || (Top == last.Line && Row >= last.Row);
        if (isEnd)
            (Top, Row) = last;

        return isEnd;
    }

    private (long Line, int Row) EndingWith(long end)
    {
        var rows = 0;
        var line = end;
        while (line > First && rows < Height)
            rows += RowsOf(--line);

        return (line, Math.Max(0, rows - Height));
    }
}
