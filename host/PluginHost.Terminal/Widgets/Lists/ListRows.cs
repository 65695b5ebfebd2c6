namespace PluginHost.Terminal;

/// <summary>Rows that are in memory.</summary>
public sealed class ListRows : IRows
{
    private readonly IReadOnlyList<RichLine> _lines;

    /// <summary>Makes some.</summary>
    /// <param name="lines">The rows.</param>
    public ListRows(IReadOnlyList<RichLine> lines) => _lines = lines;

    /// <inheritdoc/>
    public int Count => _lines.Count;

    /// <inheritdoc/>
    public RichLine Row(int index) => _lines[index];
}
