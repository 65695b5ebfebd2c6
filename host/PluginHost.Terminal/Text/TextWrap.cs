namespace PluginHost.Terminal;

/// <summary>
/// Breaks text into lines of a width: between words, behind hyphens, between ideographs, and nowhere within a cluster. A word that is longer than a line
/// is broken where the line ends. Languages that write no blanks between words (Thai, Lao, Khmer) are broken so too: that would take a dictionary.
/// </summary>
public static class TextWrap
{
    /// <summary>Breaks a text.</summary>
    /// <param name="text">The text. Where it has line ends, a line ends, and what follows finds a direction of its own.</param>
    /// <param name="direction">The direction of the field.</param>
    /// <param name="width">How many cells there are; a cluster that is wider by itself gets a line of its own.</param>
    /// <param name="options">What the terminal does.</param>
    /// <returns>At least one line. Each has its part of the text; blanks behind its last word belong to it and hang over its edge.</returns>
    public static IReadOnlyList<TextLine> Of(string text, Direction direction, int width, TextOptions options)
    {
        var lines = new List<TextLine>();
        for (var start = 0; ;)
        {
            var length = text.AsSpan(start).IndexOfAny("\n\r\u0085\u2028\u2029");
            var end = length < 0 ? text.Length : start + length;
            Paragraph(text, start, end, direction, Math.Max(1, width), options, lines);
            if (length < 0)
                return lines;

            start = end + (text.AsSpan(end).StartsWith("\r\n", StringComparison.Ordinal) ? 2 : 1);
        }
    }

    private static void Paragraph(
        string text, int start, int end, Direction direction, int width, TextOptions options, List<TextLine> lines)
    {
        var layout = LineLayout.Of(text, start, end, direction, options);
        do
        {
            var next = LineBreaks.EndOfLine(text.AsSpan(0, end), start, width, options);
            lines.Add(layout.Line(start, next, width));
            start = next;
        }
        while (start < end);
    }
}
