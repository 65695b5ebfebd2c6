namespace PluginHost.Terminal;

/// <summary>
/// A part of a line that is laid out by itself: the whole line, unless that is very long. It knows nothing of where it stands, so that a keystroke
/// in a line of a million characters lays out no more than one of them.
/// </summary>
internal sealed class Stretch
{
    private Stretch(string text, TextLine[] rows) => (Text, Rows) = (text, rows);

    public string Text { get; }

    /// <summary>Its rows; one where lines are not wrapped. Places in them count from the start of the stretch.</summary>
    public TextLine[] Rows { get; }

    public static Stretch Of(string text, ReadOnlySpan<Range> sentences, RowSpec spec)
    {
        if (spec.WrapWidth == 0 && !spec.IsProse)
            return new Stretch(text, [TextLine.OfTokens(text, sentences, spec.Text)]);

        if (spec.WrapWidth == 0)
            return new Stretch(text, [TextLine.Of(text, spec.Direction, spec.Text)]);

        var layout = spec.IsProse ? LineLayout.Of(text, 0, text.Length, spec.Direction, spec.Text) : LineLayout.OfParts(text, sentences, spec.Text);
        var rows = new List<TextLine>(1);
        var start = 0;
        do
        {
            var end = LineBreaks.EndOfLine(text, start, spec.WrapWidth, spec.Text);
            rows.Add(layout.Line(start, end, spec.WrapWidth));
            start = end;
        }
        while (start < text.Length);

        return new Stretch(text, [.. rows]);
    }
}
