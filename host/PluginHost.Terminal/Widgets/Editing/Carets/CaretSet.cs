namespace PluginHost.Terminal;

/// <summary>The carets of an editor, in the order of the document, none of which touches what another selects. One of them is the first among them.</summary>
internal sealed class CaretSet
{
    private readonly List<Caret> _carets = [default];
    private int _main;

    public int Count => _carets.Count;

    /// <summary>The one that is kept in sight, and that the terminal's cursor shows.</summary>
    public Caret Main => _carets[_main];

    public Caret this[int index] => _carets[index];

    public bool IsMain(int index) => index == _main;

    public Caret[] ToArray() => [.. _carets];

    /// <summary>Leaves one alone.</summary>
    public void Set(Caret caret)
    {
        _carets.Clear();
        _carets.Add(caret);
        _main = 0;
    }

    /// <summary>Puts others in their place; the last one comes first among them.</summary>
    public void Set(IReadOnlyList<Caret> carets)
    {
        if (carets.Count == 0)
            return;

        _carets.Clear();
        _carets.AddRange(carets);
        _main = _carets.Count - 1;
        Sort();
    }

    /// <summary>Adds one, which comes first among them.</summary>
    public void Add(Caret caret)
    {
        _carets.Add(caret);
        _main = _carets.Count - 1;
        Sort();
    }

    /// <summary>Moves each.</summary>
    public void Move(Func<Caret, Caret> move)
    {
        for (var i = 0; i < _carets.Count; i++)
            _carets[i] = move(_carets[i]);

        Sort();
    }

    /// <summary>Follows a change of the document. They may touch until <see cref="Sort"/>.</summary>
    public void Shift(TextEdit edit)
    {
        for (var i = 0; i < _carets.Count; i++)
            _carets[i] = _carets[i].Shifted(edit);
    }

    /// <summary>Puts them in order, and makes one of those that touch.</summary>
    public void Sort()
    {
        if (_carets.Count == 1)
            return;

        var main = Main;
        _carets.Sort(static (one, other) => one.Range.Start.CompareTo(other.Range.Start));
        for (var i = _carets.Count - 1; i > 0; i--)
        {
            var (before, after) = (_carets[i - 1], _carets[i]);
            var touches = before.HasSelection && after.HasSelection ? after.Range.Start < before.Range.End : after.Range.Start <= before.Range.End;
            if (!touches)
                continue;

            _carets[i - 1] = Joined(before, after);
            _carets.RemoveAt(i);
        }

        _main = Math.Max(0, _carets.FindIndex(caret => caret.Range.Touches(main.Place)));
    }

    private static Caret Joined(Caret before, Caret after)
    {
        var end = TextPlace.Max(before.Range.End, after.Range.End);
        return before.Place < before.Anchor || after.Place < after.Anchor ? new Caret(before.Range.Start, end) : new Caret(end, before.Range.Start);
    }
}
