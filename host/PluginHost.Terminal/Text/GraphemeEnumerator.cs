namespace PluginHost.Terminal;

/// <summary>Goes through the grapheme clusters of a text.</summary>
public ref struct GraphemeEnumerator
{
    private readonly ReadOnlySpan<char> _text;
    private int _length;

    internal GraphemeEnumerator(ReadOnlySpan<char> text) => _text = text;

    /// <summary>Where the current cluster begins.</summary>
    public int Index { get; private set; }

    /// <summary>The current cluster.</summary>
    public readonly ReadOnlySpan<char> Current => _text.Slice(Index, _length);

    /// <summary>Itself: it can be gone through with <c>foreach</c>.</summary>
    public readonly GraphemeEnumerator GetEnumerator() => this;

    /// <summary>Goes to the next cluster.</summary>
    /// <returns>Whether there is one.</returns>
    public bool MoveNext()
    {
        Index += _length;
        _length = Graphemes.LengthOfFirst(_text[Index..]);
        return _length > 0;
    }
}
