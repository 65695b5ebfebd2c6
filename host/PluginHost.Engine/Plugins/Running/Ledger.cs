namespace PluginHost.Engine.Plugins.Running;

/// <summary>
/// What the host has done for a plugin and has to undo when it leaves: registrations, repetitions, services. Undone in reverse.
/// </summary>
internal sealed class Ledger
{
    private readonly Lock _gate = new();
    private readonly List<Entry> _entries = [];
    private bool _isClosed;

    public int Count
    {
        get
        {
            lock (_gate)
                return _entries.Count;
        }
    }

    /// <summary>
    /// Notes what is to be undone. Disposing the result undoes it early. Once everything was undone, it is undone here and now: the plugin has left,
    /// and some of its code runs all the same.
    /// </summary>
    public IDisposable Add(string what, Action undo)
    {
        var entry = new Entry(what, undo);
        bool isTooLate;
        lock (_gate)
        {
            isTooLate = _isClosed;
            if (!isTooLate)
                _entries.Add(entry);
        }

        if (isTooLate)
            undo();

        return new Early(this, entry);
    }

    /// <summary>Undoes everything, the last first. What throws is told, and the rest is undone all the same.</summary>
    public void UndoAll(Action<string, Exception> failed)
    {
        while (TakeLast() is { } entry)
        {
            try
            {
                entry.Undo();
            }
            catch (Exception error)
            {
                failed(entry.What, error);
            }
        }
    }

    private Entry? TakeLast()
    {
        lock (_gate)
        {
            if (_entries.Count == 0)
            {
                _isClosed = true;
                return null;
            }

            var last = _entries[^1];
            _entries.RemoveAt(_entries.Count - 1);
            return last;
        }
    }

    private bool Take(Entry entry)
    {
        lock (_gate)
            return _entries.Remove(entry);
    }

    private sealed class Entry(string what, Action undo)
    {
        public string What { get; } = what;

        public Action Undo { get; } = undo;
    }

    private sealed class Early(Ledger ledger, Entry entry) : IDisposable
    {
        public void Dispose()
        {
            if (ledger.Take(entry))
                entry.Undo();
        }
    }
}
