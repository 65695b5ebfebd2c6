namespace PluginHost.Terminal;

/// <summary>
/// Keeps the lines that were drawn lately, so that a frame in which nothing changed lays out nothing and allocates nothing. Belongs to the thread that
/// draws.
/// </summary>
public sealed class TextLines
{
    private const int DefaultCapacity = 2048;

    private readonly int _capacity;
    private Dictionary<LineKey, TextLine> _young = new(LineKeyComparer.Instance);
    private Dictionary<LineKey, TextLine> _old = new(LineKeyComparer.Instance);

    /// <summary>Makes one that keeps some thousand lines.</summary>
    /// <param name="options">What the terminal does.</param>
    public TextLines(TextOptions options)
        : this(options, DefaultCapacity)
    {
    }

    /// <summary>Makes one.</summary>
    /// <param name="options">What the terminal does.</param>
    /// <param name="capacity">How many lines it keeps at least, once there were as many; at most twice that. A screenful must fit.</param>
    public TextLines(TextOptions options, int capacity)
    {
        Options = options;
        _capacity = Math.Max(1, capacity);
    }

    /// <summary>What the terminal does. Another terminal, another cache.</summary>
    public TextOptions Options { get; }

    /// <summary>How many lines are kept.</summary>
    public int Count => _young.Count + _old.Count;

    /// <summary>A whole text in one line, as <see cref="TextLine.Of"/> lays it out.</summary>
    /// <param name="text">The text.</param>
    /// <param name="direction">The direction of the field.</param>
    public TextLine Of(string text, Direction direction) => Find(new LineKey(text, direction, int.MaxValue, ""));

    /// <summary>As much of a text as a field can show, as <see cref="TextLine.Fit"/> lays it out.</summary>
    /// <param name="text">The text.</param>
    /// <param name="direction">The direction of the field.</param>
    /// <param name="width">How many cells there are.</param>
    /// <param name="ellipsis">What stands for the rest where it does not fit; may be empty.</param>
    public TextLine Fit(string text, Direction direction, int width, string ellipsis) => Find(new LineKey(text, direction, width, ellipsis));

    /// <summary>The same for text that is no string of its own. Of a long one, no more is read and kept than may be seen.</summary>
    /// <param name="text">The text.</param>
    /// <param name="direction">The direction of the field.</param>
    /// <param name="width">How many cells there are.</param>
    /// <param name="ellipsis">What stands for the rest where it does not fit; may be empty.</param>
    public TextLine Fit(ReadOnlySpan<char> text, Direction direction, int width, string ellipsis)
    {
        var query = new LineQuery(PieceReader.Known(text, width), direction, width, ellipsis);
        return _young.GetAlternateLookup<LineQuery>().TryGetValue(query, out var line) ? line : Find(LineKeyComparer.Instance.Create(query));
    }

    private TextLine Find(LineKey key)
    {
        if (_young.TryGetValue(key, out var line))
            return line;

        if (!_old.Remove(key, out line))
        {
            line = key.Width == int.MaxValue
                ? TextLine.Of(key.Text, key.Direction, Options)
                : TextLine.Fit(key.Text, key.Direction, key.Width, key.Ellipsis, Options);
        }

        // What was not asked for while as many others were is let go, all at once: no list to keep in order at every look.
        if (_young.Count == _capacity)
        {
            (_young, _old) = (_old, _young);
            _young.Clear();
        }

        _young.Add(key, line);
        return line;
    }
}
