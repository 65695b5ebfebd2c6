using System.Buffers;
using System.Text;

namespace PluginHost.Terminal;

/// <summary>
/// Keeps clusters of several runes under a negative number, so that a cell is of one size. Single runes stand for themselves.
/// </summary>
public sealed class GlyphPool
{
    private readonly List<Cluster> _clusters = [];
    private readonly Dictionary<string, int> _numbers = [];
    private readonly Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> _bySpan;

    /// <summary>Makes an empty one.</summary>
    public GlyphPool() => _bySpan = _numbers.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>How many clusters are kept.</summary>
    public int Count => _clusters.Count;

    /// <summary>The glyph of a cluster, kept now where it was not.</summary>
    /// <param name="cluster">One grapheme cluster. One that a terminal would obey becomes the replacement character.</param>
    /// <returns>The rune's value, or a negative number.</returns>
    public int GlyphOf(ReadOnlySpan<char> cluster)
    {
        if (cluster.Length == 1 || (cluster.Length == 2 && char.IsSurrogatePair(cluster[0], cluster[1])))
            return Rune.DecodeFromUtf16(cluster, out var rune, out _) == OperationStatus.Done ? RuneOf(rune.Value).Value : Rune.ReplacementChar.Value;

        if (_bySpan.TryGetValue(cluster, out var number))
            return number;

        return IsObeyed(cluster) ? Rune.ReplacementChar.Value : Keep(cluster.ToString());
    }

    /// <summary>The text of a kept cluster.</summary>
    /// <param name="glyph">Its number, which is negative.</param>
    /// <returns>The cluster.</returns>
    public string ClusterOf(int glyph) => _clusters[-glyph - 1].Text;

    /// <summary>Forgets all clusters but those that a buffer shows. Every other buffer that holds one must be drawn anew.</summary>
    /// <param name="shown">The buffer; its cells get the new numbers.</param>
    public void Trim(CellBuffer shown)
    {
        var old = _clusters.ToArray();
        _clusters.Clear();
        _numbers.Clear();
        foreach (ref var cell in shown.Cells())
        {
            if (cell.Glyph < 0)
                cell = new Cell(GlyphOf(old[-cell.Glyph - 1].Text), cell.Width, cell.Style);
        }
    }

    /// <summary>A kept cluster as it is sent.</summary>
    internal Cluster KeptAt(int glyph) => _clusters[-glyph - 1];

    /// <summary>The rune that a glyph which is not negative stands for: what a terminal would obey is not let through.</summary>
    internal static Rune RuneOf(int glyph) =>
        Rune.IsValid(glyph) && glyph >= ' ' && glyph is not (>= 0x7F and <= 0x9F) ? new Rune(glyph) : Rune.ReplacementChar;

    private static bool IsObeyed(ReadOnlySpan<char> cluster)
    {
        foreach (var character in cluster)
        {
            if (char.IsControl(character))
                return true;
        }

        return cluster.Length == 0;
    }

    private int Keep(string cluster)
    {
        _clusters.Add(new Cluster(cluster));
        _numbers.Add(cluster, -_clusters.Count);
        return -_clusters.Count;
    }
}
