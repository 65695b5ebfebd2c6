namespace PluginHost.Terminal;

internal sealed partial class LineRows
{
    /// <summary>The column that a caret goes to by an arrow to the left or to the right.</summary>
    /// <param name="column">Where it stands.</param>
    /// <param name="step">-1 to the left, 1 to the right.</param>
    /// <returns>The column; null where it leaves the line.</returns>
    public int? Beside(int column, int step)
    {
        var place = PartOf(column);
        var row = _rows[place];
        var index = column - row.Offset;
        if (IsForward(column, step))
        {
            if (row.Line.StopAt(index) == row.Line.End)
                return column < row.End ? column + 1 : null;

            var next = row.Offset + (step < 0 ? row.Line.LeftOf(index) : row.Line.RightOf(index));
            return next == row.End && IsWrapped && place < _rows.Length - 1 ? EndOfSeen(row) : next;
        }

        if (row.Line.StopAt(index) == row.Line.End && index > row.Line.Start && column < row.End)
            return ClusterStarts.Before(Text, column);

        if (row.Line.Width == 0 || row.Line.IndexAt(row.IsReversed ? row.Line.Width - 1 : 0) == index)
            return place == 0 ? null : ClusterStarts.Before(Text, row.Start);

        return row.Offset + (step < 0 ? row.Line.LeftOf(index) : row.Line.RightOf(index));
    }

    /// <summary>Whether an arrow points to where the text goes on.</summary>
    public bool IsForward(int column, int step) => (step > 0) != _rows[PartOf(column)].IsReversed;

    // Blanks at the end of a wrapped row hang over its edge. The caret stops before each of them.
    private int EndOfSeen(Row row)
    {
        var end = row.End;
        while (end > row.Start && Text[end - 1] is ' ' or '\t' && row.Line.StopAt(end - 1 - row.Offset) == row.Line.End)
            end--;

        return end;
    }
}
