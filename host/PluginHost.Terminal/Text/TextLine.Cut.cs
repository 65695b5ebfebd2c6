namespace PluginHost.Terminal;

public sealed partial class TextLine
{
    /// <summary>
    /// Lays out no more of a text than a field can show, whichever way it runs. The same as <see cref="Of"/> and <see cref="Truncate"/>, but that of a
    /// long text only the beginning is read: 256 characters more than are seen count for direction and order, and at most 32 for each cell.
    /// </summary>
    /// <param name="text">The text.</param>
    /// <param name="direction">The direction of the field.</param>
    /// <param name="width">How many cells there are.</param>
    /// <param name="ellipsis">What stands for the rest where it does not fit; may be empty.</param>
    /// <param name="options">What the terminal does.</param>
    public static TextLine Fit(string text, Direction direction, int width, string ellipsis, TextOptions options)
    {
        var end = EndWithin(text, width, options);
        if (end == text.Length)
            return Of(text, direction, options).Truncate(width, ellipsis);

        var known = Math.Min(text.Length, end + PieceReader.LookAhead);
        return LineLayout.Of(text, 0, known, direction, options).Beginning(end).Cut(width, ellipsis, text.Length);
    }

    /// <summary>The line cut to a width: its beginning in the order of the text, and an ellipsis at its end.</summary>
    /// <param name="width">How many cells there are.</param>
    /// <param name="ellipsis">What stands for the rest; may be empty.</param>
    /// <returns>The line itself where it fits. Otherwise one in which the ellipsis stands for all that is left out, for the caret too.</returns>
    public TextLine Truncate(int width, string ellipsis) => Width <= width ? this : Cut(width, ellipsis, End);

    private TextLine Cut(int width, string ellipsis, int end)
    {
        var (signs, signsWidth) = Ellipsis(ellipsis, width);
        var pieces = new List<Piece>(Math.Min(Count, Math.Max(0, width)) + signs.Count);
        var column = 0;
        var index = Start;
        for (var turn = 0; turn < Count; turn++)
        {
            var piece = PieceAt(PlaceOf(turn));
            if (column + piece.Width > width - signsWidth)
            {
                index = piece.Index;
                break;
            }

            pieces.Add(piece with { Column = column });
            column += piece.Width;
            index = piece.Index + piece.Length;
        }

        // Half a tab is none.
        while (pieces.Count > 0 && pieces[^1].Index == index)
        {
            column -= pieces[^1].Width;
            pieces.RemoveAt(pieces.Count - 1);
        }

        // The signs stand for the rest; where there are none, something unseen does.
        if (signs.Count == 0)
            signs.Add(Piece.OfSign(0, 0, 0, 0, 0));

        foreach (var sign in signs)
        {
            pieces.Add(sign with { Column = column, Level = (byte)(IsReversed ? 1 : 0), Index = index, Length = end - index });
            column += sign.Width;
        }

        var cut = pieces.ToArray();
        var places = _options.Reorder ? VisualOrder.Arrange(cut) : null;
        return new TextLine(Text, Start, end, Direction, _options, cut, places, [.. _drawn, .. ellipsis]);
    }

    // As much of the ellipsis as fits, to be drawn from behind what the line draws already.
    private (List<Piece> Pieces, int Width) Ellipsis(string ellipsis, int width)
    {
        var pieces = new List<Piece>(1);
        var column = 0;
        for (var index = 0; index < ellipsis.Length;)
        {
            var piece = PieceReader.Read(ellipsis, index, column, _options);
            if (column + piece.Width > width)
                break;

            if (piece.From == DrawnFrom.Text)
                (piece.From, piece.DrawnAt) = (DrawnFrom.Line, _drawn.Length + index);

            pieces.Add(piece);
            column += piece.Width;
            index += piece.Length;
        }

        return (pieces, column);
    }

    // Where the first cluster ends that does not fit, or the text.
    private static int EndWithin(string text, int width, TextOptions options)
    {
        var known = PieceReader.Bound(text, width);
        var index = 0;
        for (var column = 0; index < known.Length && column <= width;)
        {
            var piece = PieceReader.Read(known, index, column, options);
            column += piece.Width;
            index += piece.Length;
        }

        return index;
    }
}
