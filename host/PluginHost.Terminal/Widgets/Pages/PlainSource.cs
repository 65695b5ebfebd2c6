namespace PluginHost.Terminal;

/// <summary>The lines of one text. What is measured is its characters.</summary>
internal sealed class PlainSource : PageSource
{
    private readonly string _text;
    private readonly List<(int Start, int Length)> _lines = [];

    public PlainSource(string text)
    {
        _text = text;
        for (var start = 0; ;)
        {
            var length = text.AsSpan(start).IndexOfAny("\n\r\u0085\u2028\u2029");
            _lines.Add((start, length < 0 ? text.Length - start : length));
            if (length < 0)
                return;

            var end = start + length;
            start = end + (text.AsSpan(end).StartsWith("\r\n", StringComparison.Ordinal) ? 2 : 1);
        }
    }

    public override int Count => _lines.Count;

    public override PageLine Line(int line) => PageLine.Of(RichLine.Of(TextOf(line).ToString()));

    public override ReadOnlySpan<char> TextOf(int line) => _text.AsSpan(_lines[line].Start, _lines[line].Length);

    public override int Before(int line) => line < _lines.Count ? _lines[line].Start : _text.Length + 1;
}
