namespace PluginHost.Engine.Scripting;

/// <summary>
/// Gives a resumed script what it was given before. Answers and effects come in the order in which they completed, each when the script has nothing else
/// to do: as the first time, what could run has run by then. Nothing really happens before the last of them was given.
/// </summary>
internal sealed class JournalReplay
{
    private readonly IReadOnlyList<JournalEntry> _entries;
    private readonly Dictionary<string, int> _places = new(StringComparer.Ordinal);
    private readonly bool[] _given;
    private readonly Dictionary<int, TaskCompletionSource> _waiting = [];
    private readonly TaskCompletionSource _end = new();
    private bool _isEndAwaited;
    private int _next;

    public JournalReplay(IReadOnlyList<JournalEntry> entries)
    {
        _entries = entries;
        _given = new bool[entries.Count];
        for (var i = 0; i < entries.Count; i++)
            _places[KeyOf(entries[i].Kind, entries[i].Step)] = i;
    }

    /// <summary>Whether everything was given.</summary>
    public bool IsOver => _next == _entries.Count;

    /// <summary>Whether the script waits for anything of it.</summary>
    public bool IsAwaited => _waiting.Count > 0 || _isEndAwaited;

    /// <summary>What comes next; only while it is not over.</summary>
    public JournalEntry Next => _entries[_next];

    /// <summary>What the script waits for instead; empty where it waits for nothing of the journal's.</summary>
    public IEnumerable<string> Awaited => _waiting.Keys.Order().Select(place => _entries[place].Step);

    public JournalEntry? Find(JournalKind kind, string step) => _places.TryGetValue(KeyOf(kind, step), out var place) ? _entries[place] : null;

    /// <summary>Gives what was read at once: it cannot wait for its turn, and has no need to.</summary>
    public void Give(JournalEntry read) => Pass(_places[KeyOf(read.Kind, read.Step)]);

    /// <summary>Waits for an entry's turn.</summary>
    public Task TurnOf(JournalEntry entry)
    {
        var turn = new TaskCompletionSource();
        _waiting[_places[KeyOf(entry.Kind, entry.Step)]] = turn;
        return turn.Task;
    }

    /// <summary>Waits until everything was given and the script has nothing else to do.</summary>
    public Task WaitForEnd()
    {
        _isEndAwaited = true;
        return _end.Task;
    }

    /// <summary>Gives what comes next, where the script waits for it. On the script's thread, which goes on with it at once.</summary>
    /// <returns>Whether it went on.</returns>
    public bool GiveNext()
    {
        if (IsOver)
            return _end.TrySetResult();

        if (!_waiting.Remove(_next, out var turn))
            return false;

        Pass(_next);
        turn.SetResult();
        return true;
    }

    /// <summary>Fails whatever waits: its turn will never come.</summary>
    public void Fail(Exception error)
    {
        foreach (var turn in _waiting.Values.ToList())
            turn.TrySetException(error);

        _waiting.Clear();
        _end.TrySetException(error);
    }

    private static string KeyOf(JournalKind kind, string step) => kind switch
    {
        JournalKind.Effect => "e " + step,
        JournalKind.Answer => "a " + step,
        _ => "r " + step,
    };

    private void Pass(int place)
    {
        _given[place] = true;
        while (!IsOver && _given[_next])
            _next++;
    }
}
