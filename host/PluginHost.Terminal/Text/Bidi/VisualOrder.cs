namespace PluginHost.Terminal;

/// <summary>Puts pieces in the order of the screen (UAX #9, L2).</summary>
internal static class VisualOrder
{
    /// <summary>Puts them in order and into their columns.</summary>
    /// <param name="pieces">The pieces, in the order of the text and with the columns of that order.</param>
    /// <returns>The new place of each; <see langword="null"/> where nothing moved.</returns>
    public static int[]? Arrange(Span<Piece> pieces)
    {
        var (highest, lowestOdd) = ((byte)0, byte.MaxValue);
        foreach (ref readonly var piece in pieces)
        {
            highest = Math.Max(highest, piece.Level);
            if (piece.Level % 2 == 1)
                lowestOdd = Math.Min(lowestOdd, piece.Level);
        }

        if (highest == 0)
            return null;

        var turns = new int[pieces.Length];
        for (var i = 0; i < turns.Length; i++)
            turns[i] = i;

        for (var level = highest; level >= lowestOdd; level--)
            ReverseFrom(level, pieces, turns);

        return Place(pieces, turns);
    }

    private static void ReverseFrom(int level, ReadOnlySpan<Piece> pieces, Span<int> turns)
    {
        for (var i = 0; i < turns.Length; i++)
        {
            var start = i;
            while (i < turns.Length && pieces[turns[i]].Level >= level)
                i++;

            turns[start..i].Reverse();
        }
    }

    private static int[] Place(Span<Piece> pieces, ReadOnlySpan<int> turns)
    {
        var read = pieces.ToArray();
        var places = new int[turns.Length];
        var column = 0;
        for (var place = 0; place < turns.Length; place++)
        {
            pieces[place] = read[turns[place]];
            pieces[place].Column = column;
            column += pieces[place].Width;
            places[turns[place]] = place;
        }

        return places;
    }
}
