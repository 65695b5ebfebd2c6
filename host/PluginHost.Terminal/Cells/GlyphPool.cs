using System.Text;

namespace PluginHost.Terminal;

/// <summary>
/// Keeps clusters of several runes under a negative number, so that a cell is of one size. Single runes stand for themselves.
/// </summary>
public sealed class GlyphPool
{
    private readonly List<string> _clusters = [];
    private readonly Dictionary<string, int> _numbers = [];
    private readonly Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> _bySpan;

    /// <summary>Makes an empty one.</summary>
    public GlyphPool() => _bySpan = _numbers.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>How many clusters are kept.</summary>
    public int Count => _clusters.Count;

    /// <summary>The glyph of a cluster, kept now where it was not.</summary>
    /// <param name="cluster">One grapheme cluster.</param>
    /// <returns>The rune's value, or a negative number.</returns>
    public int GlyphOf(ReadOnlySpan<char> cluster)
    {
        if (cluster.Length == 1 || (cluster.Length == 2 && char.IsSurrogatePair(cluster[0], cluster[1])))
            return Rune.DecodeFromUtf16(cluster, out var rune, out _) == System.Buffers.OperationStatus.Done ? rune.Value : Rune.ReplacementChar.Value;

        if (_bySpan.TryGetValue(cluster, out var number))
            return number;

        _clusters.Add(cluster.ToString());
        number = -_clusters.Count;
        _numbers.Add(_clusters[^1], number);
        return number;
    }

    /// <summary>The text of a kept cluster.</summary>
    /// <param name="glyph">Its number, which is negative.</param>
    /// <returns>The cluster.</returns>
    public string ClusterOf(int glyph) => _clusters[-glyph - 1];

    /// <summary>Forgets all clusters. Every buffer that holds one must be drawn anew.</summary>
    public void Clear()
    {
        _clusters.Clear();
        _numbers.Clear();
    }
}
