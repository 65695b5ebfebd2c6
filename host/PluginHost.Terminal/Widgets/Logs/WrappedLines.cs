namespace PluginHost.Terminal;

/// <summary>Keeps into which rows lines were broken, for one width: a line that is seen in many frames is broken once.</summary>
internal sealed class WrappedLines
{
    private const int Most = 1024;
    private const int LongestText = 20_000;

    private readonly Dictionary<RichLine, IReadOnlyList<TextLine>> _lines = [];
    private TextOptions _options = new();
    private int _width;

    /// <summary>Takes in how wide lines may be, and what the terminal does.</summary>
    public void Use(int width, TextOptions options)
    {
        if (width == _width && ReferenceEquals(options, _options))
            return;

        (_width, _options) = (width, options);
        _lines.Clear();
    }

    /// <summary>Whether a line needs no breaking, as can be seen without laying it out.</summary>
    public bool IsOneRow(RichLine line) => line.Text.Length <= _width && Ascii.IsAll(line.Text);

    public int RowsOf(RichLine line) => IsOneRow(line) ? 1 : Of(line).Count;

    /// <summary>The rows of a line. What is longer than anybody reads ends in an ellipsis.</summary>
    public IReadOnlyList<TextLine> Of(RichLine line)
    {
        if (_lines.TryGetValue(line, out var rows))
            return rows;

        if (_lines.Count == Most)
            _lines.Clear();

        var text = line.Text.Length <= LongestText ? line.Text : string.Concat(line.Text.AsSpan(0, LongestText), "…");
        return _lines[line] = TextWrap.Of(text, line.Direction, _width, _options);
    }
}
