namespace PluginHost.Terminal;

/// <summary>Lines that were set beforehand. What is measured is their characters.</summary>
internal sealed class LinesSource : PageSource
{
    private readonly IReadOnlyList<PageLine> _lines;
    private readonly int[] _before;

    public LinesSource(IReadOnlyList<PageLine> lines)
    {
        _lines = lines;
        _before = new int[lines.Count + 1];
        for (var i = 0; i < lines.Count; i++)
            _before[i + 1] = _before[i] + lines[i].Text.Text.Length + 1;
    }

    public override int Count => _lines.Count;

    public override PageLine Line(int line) => _lines[line];

    public override ReadOnlySpan<char> TextOf(int line) => _lines[line].Text.Text;

    public override int Before(int line) => _before[line];
}
