namespace PluginHost.Terminal;

/// <summary>The last lines of a stream, so many and no more. Any thread may add to it; a line more costs nothing but the line.</summary>
public sealed class LogBuffer : ILogLines
{
    private readonly Lock _gate = new();
    private readonly RichLine?[] _ring;
    private long _first;
    private int _count;

    /// <summary>Makes one.</summary>
    /// <param name="capacity">How many lines it keeps.</param>
    /// <exception cref="ArgumentOutOfRangeException">It is to keep none.</exception>
    public LogBuffer(int capacity)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(capacity, 1);
        _ring = new RichLine[capacity];
    }

    /// <inheritdoc/>
    public event Action? Changed;

    /// <inheritdoc/>
    public long First
    {
        get
        {
            lock (_gate)
                return _first;
        }
    }

    /// <inheritdoc/>
    public int Count
    {
        get
        {
            lock (_gate)
                return _count;
        }
    }

    /// <inheritdoc/>
    public RichLine Line(long number)
    {
        lock (_gate)
            return number < _first || number >= _first + _count ? RichLine.Empty : _ring[number % _ring.Length]!;
    }

    /// <summary>Adds a line. Where there are as many as it keeps, the first one goes.</summary>
    /// <param name="line">The line.</param>
    /// <returns>Its number.</returns>
    public long Append(RichLine line)
    {
        long number;
        lock (_gate)
        {
            number = _first + _count;
            _ring[number % _ring.Length] = line;
            if (_count < _ring.Length)
                _count++;
            else
                _first++;
        }

        Changed?.Invoke();
        return number;
    }

    /// <summary>Takes all lines away. The numbers go on.</summary>
    public void Clear()
    {
        lock (_gate)
        {
            (_first, _count) = (_first + _count, 0);
            Array.Clear(_ring);
        }

        Changed?.Invoke();
    }
}
