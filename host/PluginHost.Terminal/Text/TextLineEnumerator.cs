namespace PluginHost.Terminal;

/// <summary>Goes through the clusters of a line, from left to right.</summary>
public ref struct TextLineEnumerator
{
    private readonly TextLine _line;
    private int _place;

    internal TextLineEnumerator(TextLine line) => (_line, _place) = (line, -1);

    /// <summary>The current cluster.</summary>
    public readonly DrawnCluster Current
    {
        get
        {
            var piece = _line.PieceAt(_place);
            return new DrawnCluster(_line.DrawnOf(piece), piece);
        }
    }

    /// <summary>Goes to the next cluster.</summary>
    /// <returns>Whether there is one.</returns>
    public bool MoveNext() => ++_place < _line.Count;
}
