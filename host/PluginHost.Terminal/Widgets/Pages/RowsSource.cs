namespace PluginHost.Terminal;

/// <summary>Lines that somebody else has. What is measured is lines: their lengths are not known without asking for all of them.</summary>
internal sealed class RowsSource(IRows rows) : PageSource
{
    public override int Count => rows.Count;

    public override PageLine Line(int line) => PageLine.Of(rows.Row(line));

    public override ReadOnlySpan<char> TextOf(int line) => rows.Row(line).Text;

    public override int Before(int line) => line;
}
