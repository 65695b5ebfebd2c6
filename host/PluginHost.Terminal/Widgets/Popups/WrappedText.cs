namespace PluginHost.Terminal;

/// <summary>A text in lines of a width, broken anew only where the width or the terminal changes.</summary>
internal sealed class WrappedText(string text)
{
    private IReadOnlyList<TextLine> _lines = [];
    private (int Width, TextOptions? Options) _for;

    public string Text { get; } = text;

    /// <summary>Its lines; none where there is no text.</summary>
    public IReadOnlyList<TextLine> Lines(int width, TextOptions options)
    {
        if (_for.Width == width && ReferenceEquals(_for.Options, options))
            return _lines;

        _lines = Text.Length == 0 ? [] : TextWrap.Of(Text, Direction.Auto, Math.Max(1, width), options);
        _for = (width, options);
        return _lines;
    }

    /// <summary>The cells of its longest line, broken at a width.</summary>
    public int Width(int width, TextOptions options)
    {
        var (lines, widest) = (Lines(width, options), 0);
        for (var i = 0; i < lines.Count; i++)
            widest = Math.Max(widest, lines[i].Width);

        return Math.Min(widest, width);
    }

    /// <summary>Draws it, broken at a width, from a line on; what runs from right to left stands at the right.</summary>
    public void Draw(Canvas canvas, int width, int first, Style style)
    {
        var lines = Lines(width, canvas.Text);
        for (var y = 0; y < canvas.Height && first + y < lines.Count; y++)
        {
            var line = lines[first + y];
            canvas.Write(line.Direction == Direction.RightToLeft ? canvas.Width - line.Width : 0, y, line, style);
        }
    }
}
