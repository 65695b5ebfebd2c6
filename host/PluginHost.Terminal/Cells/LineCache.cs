namespace PluginHost.Terminal;

/// <summary>Keeps lines that were laid out, as many as a few screens show.</summary>
internal sealed class LineCache
{
    private const int Most = 1024;

    private readonly Dictionary<string, TextLine> _lines = [];
    private readonly Dictionary<string, TextLine>.AlternateLookup<ReadOnlySpan<char>> _bySpan;
    private TextOptions? _options;

    public LineCache() => _bySpan = _lines.GetAlternateLookup<ReadOnlySpan<char>>();

    public TextLine Of(ReadOnlySpan<char> text, TextOptions options)
    {
        if (_options != options || _lines.Count >= Most)
            _lines.Clear();

        _options = options;
        if (_bySpan.TryGetValue(text, out var line))
            return line;

        var kept = text.ToString();
        return _lines[kept] = TextLine.Of(kept, Direction.Auto, options);
    }
}
