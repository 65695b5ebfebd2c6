namespace PluginHost.Terminal;

public sealed partial class TextLine
{
    /// <summary>The column of the caret before a character.</summary>
    /// <param name="index">The place in the text; what lies within a cluster counts as its start, what takes no cell as what follows it.</param>
    /// <returns>The cell on which the caret stands; behind the last character <see cref="Width"/>, or -1 from right to left.</returns>
    public int ColumnOf(int index)
    {
        var turn = VisibleTurn(index);
        return turn == Count ? EndColumn : PieceAt(PlaceOf(turn)).Column;
    }

    /// <summary>The place in the text that a column shows.</summary>
    /// <param name="column">The column; what lies outside counts as the end of the line that is nearer.</param>
    /// <returns>Where the cluster in that column begins.</returns>
    public int IndexAt(int column)
    {
        if (column < 0 || column >= Width)
            return column < 0 == IsReversed ? End : StopAt(Start);

        var (low, high) = (0, Count - 1);
        while (low < high)
        {
            var middle = (low + high + 1) / 2;
            if (PieceAt(middle).Column <= column)
                low = middle;
            else
                high = middle - 1;
        }

        return PieceAt(low).Index;
    }

    /// <summary>The place where a caret stands that was set to some place in the text.</summary>
    /// <param name="index">The place.</param>
    /// <returns>The start of the cluster; the next one where it takes no cell; the end of the line where none follows.</returns>
    public int StopAt(int index)
    {
        var turn = VisibleTurn(index);
        return turn == Count ? End : PieceAt(PlaceOf(turn)).Index;
    }

    /// <summary>The next place for a caret, in the order of the text.</summary>
    /// <param name="index">A place in the text.</param>
    public int Next(int index)
    {
        var turn = VisibleTurn(index);
        return turn == Count ? End : StopAt(PieceAt(PlaceOf(turn)).Index + PieceAt(PlaceOf(turn)).Length);
    }

    /// <summary>The place for a caret before another, in the order of the text.</summary>
    /// <param name="index">A place in the text.</param>
    public int Previous(int index)
    {
        for (var turn = VisibleTurn(index) - 1; turn >= 0; turn--)
        {
            var piece = PieceAt(PlaceOf(turn));
            if (piece.Width > 0)
                return piece.Index;
        }

        return StopAt(Start);
    }

    /// <summary>The place for a caret that is moved to the left on screen.</summary>
    /// <param name="index">Where it stands in the text.</param>
    public int LeftOf(int index) => Beside(index, -1);

    /// <summary>The place for a caret that is moved to the right on screen.</summary>
    /// <param name="index">Where it stands in the text.</param>
    public int RightOf(int index) => Beside(index, 1);

    /// <summary>The columns that a part of the text takes: several runs where directions change within it.</summary>
    /// <param name="start">Where the part begins.</param>
    /// <param name="end">Where it ends.</param>
    public ColumnRuns Runs(int start, int end) => new(this, start, end);

    private int Beside(int index, int step)
    {
        var stop = StopAt(index);
        var column = ColumnOf(index) + step;
        while (column >= 0 && column < Width && IndexAt(column) == stop)
            column += step;

        return IndexAt(column);
    }

    // The turn of the piece that holds an index, or of the next one that takes a cell.
    private int VisibleTurn(int index)
    {
        if (index >= End)
            return Count;

        var turn = Math.Max(0, TurnOf(index));
        while (turn < Count && PieceAt(PlaceOf(turn)).Width == 0)
            turn++;

        return turn;
    }

    private int TurnOf(int index)
    {
        if (_pieces is null)
            return index - Start;

        var (low, high) = (0, Count - 1);
        while (low < high)
        {
            var middle = (low + high + 1) / 2;
            if (_pieces[PlaceOf(middle)].Index <= index)
                low = middle;
            else
                high = middle - 1;
        }

        // Of several that stand for the same, the first.
        while (low > 0 && _pieces[PlaceOf(low - 1)].Index == _pieces[PlaceOf(low)].Index)
            low--;

        return low;
    }
}
