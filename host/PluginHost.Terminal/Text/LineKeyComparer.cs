namespace PluginHost.Terminal;

/// <summary>Tells keys apart without reading a long text twice: the hash takes both of its ends, and the same string is known by its reference.</summary>
internal sealed class LineKeyComparer : IEqualityComparer<LineKey>, IAlternateEqualityComparer<LineQuery, LineKey>
{
    private const int Sample = 64;

    public static LineKeyComparer Instance { get; } = new();

    public bool Equals(LineKey x, LineKey y) => Equals(QueryOf(x), y);

    public bool Equals(LineQuery alternate, LineKey other) =>
        alternate.Width == other.Width && alternate.Direction == other.Direction && alternate.Text.SequenceEqual(other.Text)
        && string.Equals(alternate.Ellipsis, other.Ellipsis, StringComparison.Ordinal);

    public int GetHashCode(LineKey obj) => GetHashCode(QueryOf(obj));

    public int GetHashCode(LineQuery alternate)
    {
        var text = alternate.Text;
        var ends = text.Length <= Sample * 2
            ? string.GetHashCode(text)
            : HashCode.Combine(string.GetHashCode(text[..Sample]), string.GetHashCode(text[^Sample..]));
        return HashCode.Combine(ends, text.Length, alternate.Direction, alternate.Width);
    }

    public LineKey Create(LineQuery alternate) => new(alternate.Text.ToString(), alternate.Direction, alternate.Width, alternate.Ellipsis);

    private static LineQuery QueryOf(LineKey key) => new(key.Text, key.Direction, key.Width, key.Ellipsis);
}
