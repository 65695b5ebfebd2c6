namespace PluginHost.Terminal;

/// <summary>Cuts a text into the pieces that are drawn, in the order in which it is read.</summary>
internal static class PieceReader
{
    // A base and thirty marks, as in Unicode's stream-safe text: what stacks more wants to do harm, not to be read.
    private const int LongestDrawn = 32;

    private const int Spare = 256;

    /// <summary>How much behind a cut counts for direction and order: the other bracket, the end of a number may turn what stands before it.</summary>
    public const int LookAhead = 256;

    /// <summary>As much of a text as may be read to fill some columns: a line of a million marks is not read to its end to draw nothing.</summary>
    public static ReadOnlySpan<char> Bound(ReadOnlySpan<char> text, int columns)
    {
        var limit = (int)Math.Min(text.Length, (Math.Max(0L, columns) * LongestDrawn) + Spare);
        return limit < text.Length && char.IsHighSurrogate(text[limit - 1]) ? text[..(limit - 1)] : text[..limit];
    }

    /// <summary>As much of a text as can change how some columns look.</summary>
    public static ReadOnlySpan<char> Known(ReadOnlySpan<char> text, int columns)
    {
        var bound = Bound(text, columns).Length;
        return text[..Math.Min(text.Length, bound + LookAhead)];
    }

    /// <summary>The piece at a place.</summary>
    /// <param name="text">The whole text.</param>
    /// <param name="index">The place, where a cluster begins.</param>
    /// <param name="column">How far the text is from its own edge there, which tabs need.</param>
    /// <param name="options">What the terminal does.</param>
    public static Piece Read(ReadOnlySpan<char> text, int index, int column, TextOptions options)
    {
        var rest = text[index..];
        if (rest[0] is >= ' ' and <= '~' && (rest.Length == 1 || rest[1] < '\u0300'))
            return Piece.OfText(index, 1, 1);

        var length = Graphemes.LengthOfFirst(rest);
        var codePoint = Utf16.First(rest, out var units);
        var traits = UnicodeTable.TraitsOf(codePoint);
        if (traits.Break is GraphemeBreak.Control or GraphemeBreak.CR or GraphemeBreak.LF)
            return ReadControl(index, length, codePoint, column, options);

        if (Signs.Of(codePoint) == Signs.NoCharacter)
            return Sign(index, length, Signs.NoCharacter, options.Widths);

        if (traits.Break == GraphemeBreak.RegionalIndicator && !options.Widths.JoinsFlags)
            length = units;
        else if (traits.Break == GraphemeBreak.Pictograph && !options.Widths.JoinsEmoji)
            length = LengthOfOnePicture(rest[..length]);

        var width = ClusterWidth.Of(rest[..length], options.Widths);
        if (width == 0)
            return IsUnseen(codePoint) ? Piece.OfSign(index, length, 0, 0, 0) : Sign(index, length, Signs.NoLetter, options.Widths);

        var piece = Piece.OfText(index, length, width);
        piece.DrawnLength = (byte)DrawnLength(rest[..length]);
        return piece;
    }

    private static Piece ReadControl(int index, int length, int codePoint, int column, TextOptions options)
    {
        if (codePoint == '\t' && options.TabWidth > 0)
        {
            var tab = Math.Min(options.TabWidth, Signs.MaxTab);
            var width = tab - (column % tab);
            return Piece.OfSign(index, length, width, Signs.Spaces, 1);
        }

        var sign = length == 2 ? Signs.LineEnd : Signs.Of(codePoint);
        return sign == Signs.None ? Piece.OfSign(index, length, 0, 0, 0) : Sign(index, length, sign, options.Widths);
    }

    private static Piece Sign(int index, int length, int sign, WidthProfile widths) =>
        Piece.OfSign(index, length, ClusterWidth.Of(Signs.Text.AsSpan(sign, 1), widths), sign, 1);

    // Up to the joiner, and with it: the terminal draws each picture for itself.
    private static int LengthOfOnePicture(ReadOnlySpan<char> cluster)
    {
        var joiner = cluster.IndexOf('\u200D');
        return joiner < 0 ? cluster.Length : joiner + 1;
    }

    // Joiners, variation selectors and tags by themselves have nothing to show.
    private static bool IsUnseen(int codePoint) =>
        codePoint is 0x034F or 0x200C or 0x200D or (>= 0x180B and <= 0x180F) or (>= 0xFE00 and <= 0xFE0F) or >= 0xE0000;

    private static int DrawnLength(ReadOnlySpan<char> cluster)
    {
        var length = Math.Min(cluster.Length, LongestDrawn);
        if (length < cluster.Length && char.IsHighSurrogate(cluster[length - 1]))
            length--;

        // A joiner at the end has done its work.
        while (length > 1 && cluster[length - 1] is '\u200C' or '\u200D')
            length--;

        return length;
    }
}
