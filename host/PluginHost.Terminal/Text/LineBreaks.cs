namespace PluginHost.Terminal;

/// <summary>Finds where a line may end: a light form of UAX #14.</summary>
internal static class LineBreaks
{
    /// <summary>Where the line ends that begins at a place.</summary>
    /// <param name="text">The text, to the end of the paragraph.</param>
    /// <param name="start">Where the line begins.</param>
    /// <param name="width">How many cells there are.</param>
    /// <param name="options">What the terminal does.</param>
    public static int EndOfLine(ReadOnlySpan<char> text, int start, int width, TextOptions options)
    {
        var (end, column) = (start, 0);
        var (before, last) = (LineBreak.Letter, LineBreak.Open);
        for (var index = start; index < text.Length;)
        {
            var piece = PieceReader.Read(text, index, column, options);
            var next = KindAt(text, index);
            if (index > start && MayBreak(before, last, next, text[index - 1], text[index]))
                end = index;

            column += piece.Width;
            if (column > width && next != LineBreak.Space && index > start)
                return end > start ? end : index;

            (before, last) = (last, next);
            index += piece.Length;
        }

        return text.Length;
    }

    private static LineBreak KindAt(ReadOnlySpan<char> text, int index) => text[index] == '\t'
        ? LineBreak.Space
        : UnicodeTable.TraitsOf(Utf16.First(text[index..], out _)).Line;

    private static bool MayBreak(LineBreak before, LineBreak last, LineBreak next, char lastCharacter, char nextCharacter) => (last, next) switch
    {
        (_, LineBreak.Space or LineBreak.Close) => false,
        (LineBreak.Space, _) => true,
        (LineBreak.Glue, _) or (_, LineBreak.Glue) => false,
        (LineBreak.Open, _) => false,
        // A hyphen parts words; before a number it is a sign, and at the start of a word it belongs to that.
        (LineBreak.After, _) when lastCharacter == '-' => before is LineBreak.Letter or LineBreak.Both && !char.IsDigit(nextCharacter) && nextCharacter != '-',
        (LineBreak.After, LineBreak.After) => false,
        (LineBreak.After, _) => true,
        (_, LineBreak.After) => false,
        (LineBreak.Both, _) or (_, LineBreak.Both) => true,
        _ => false,
    };
}
