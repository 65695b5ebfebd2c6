namespace PluginHost.Terminal;

/// <summary>Goes through the columns that a part of a line takes, from left to right, in as few runs as there are.</summary>
public ref struct ColumnRuns
{
    private readonly TextLine _line;
    private readonly int _start;
    private readonly int _end;
    private int _place;

    internal ColumnRuns(TextLine line, int start, int end) => (_line, _start, _end) = (line, start, end);

    /// <summary>The current run.</summary>
    public ColumnRun Current { get; private set; }

    /// <summary>Itself: it can be gone through with <c>foreach</c>.</summary>
    public readonly ColumnRuns GetEnumerator() => this;

    /// <summary>Goes to the next run.</summary>
    /// <returns>Whether there is one.</returns>
    public bool MoveNext()
    {
        var width = 0;
        var column = 0;
        for (; _place < _line.Count; _place++)
        {
            var piece = _line.PieceAt(_place);
            var isWithin = piece.Index < _end && piece.Index + piece.Length > _start;
            if (piece.Width == 0)
                continue;

            if (isWithin && width == 0)
                column = piece.Column;
            else if (!isWithin && width > 0)
                break;

            width += isWithin ? piece.Width : 0;
        }

        Current = new ColumnRun(column, width);
        return width > 0;
    }
}
