namespace PluginHost.Terminal;

/// <summary>Tells keys apart without reading a long text twice: the hash takes both of its ends, and the same string is known by its reference.</summary>
internal sealed class LineKeyComparer : IEqualityComparer<LineKey>
{
    private const int Sample = 64;

    public static LineKeyComparer Instance { get; } = new();

    public bool Equals(LineKey x, LineKey y) =>
        x.Width == y.Width && x.Direction == y.Direction && string.Equals(x.Text, y.Text, StringComparison.Ordinal)
        && string.Equals(x.Ellipsis, y.Ellipsis, StringComparison.Ordinal);

    public int GetHashCode(LineKey obj)
    {
        var text = obj.Text.AsSpan();
        var ends = text.Length <= Sample * 2
            ? string.GetHashCode(text)
            : HashCode.Combine(string.GetHashCode(text[..Sample]), string.GetHashCode(text[^Sample..]));
        return HashCode.Combine(ends, text.Length, obj.Direction, obj.Width);
    }
}
