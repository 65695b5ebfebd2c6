namespace PluginHost.Terminal;

/// <summary>
/// The lines of a log that match, numbered by themselves. What has come since it looked last is looked at in <see cref="Update"/>, and nothing twice. Only on
/// the screen's thread.
/// </summary>
internal sealed class FilteredLog : ILogLines
{
    private const int FewestToDrop = 1024;

    private readonly ILogLines _source;
    private readonly FilterWords _words;
    private readonly List<long> _numbers = [];
    private int _dropped; // Of the list's beginning: lines that the source has no more.
    private long _next;

    public FilteredLog(ILogLines source, FilterWords words)
    {
        (_source, _words) = (source, words);
        Update();
    }

    public event Action? Changed
    {
        add => _source.Changed += value;
        remove => _source.Changed -= value;
    }

    public long First { get; private set; }

    public int Count => _numbers.Count - _dropped;

    public RichLine Line(long number) => number >= First && number < First + Count ? _source.Line(NumberOf(number)) : RichLine.Empty;

    /// <summary>The number that a line has in the source.</summary>
    public long NumberOf(long number) => _numbers[_dropped + (int)(number - First)];

    /// <summary>The number of the first line that is not before another of the source.</summary>
    public long PlaceOf(long numberInSource)
    {
        var found = _numbers.BinarySearch(_dropped, Count, numberInSource, null);
        return First + (found >= 0 ? found : ~found) - _dropped;
    }

    public void Update()
    {
        var first = _source.First;
        var end = first + _source.Count;
        for (_next = Math.Max(_next, first); _next < end; _next++)
        {
            if (_words.Match(_source.Line(_next).Text))
                _numbers.Add(_next);
        }

        for (; Count > 0 && _numbers[_dropped] < first; First++)
            _dropped++;

        if (_dropped < FewestToDrop || _dropped < Count)
            return;

        _numbers.RemoveRange(0, _dropped);
        _dropped = 0;
    }
}
