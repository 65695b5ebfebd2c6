namespace PluginHost.Terminal;

/// <summary>
/// Tells the parts of the lines of a document, and keeps them. After a change it looks at what changed, and goes on only until what is open at the end of
/// a line is what was open there before.
/// </summary>
internal sealed class LineLooks
{
    // More is no line that a person reads, and would hold up every keystroke.
    private const int LongestLine = 20_000;

    private const int Kept = 512;

    private readonly TextDocument _document;
    private readonly ILanguage? _language;
    private readonly List<long> _states = [0]; // What is open before each line; as far as is known.
    private readonly LineLook?[] _kept = new LineLook?[Kept];
    private readonly List<TextSpan> _spans = [];
    private int _known; // The last line before which it is surely right.
    private int _changedEnd; // Behind the last line that was changed since: from there on, an equal state means that all is as it was.

    public LineLooks(TextDocument document, ILanguage? language) => (_document, _language) = (document, language);

    public ILanguage? Language => _language;

    /// <summary>Looks at the lines up to one, but at no more of them than a number.</summary>
    /// <returns>Whether it got there. Until then, a look at that line is a guess.</returns>
    public bool Reach(int line, int most)
    {
        for (; _language is not null && _known < line; most--)
        {
            if (most == 0)
                return false;

            Set(_known + 1, Classify(_document.Line(_known), _states[_known]));
        }

        return true;
    }

    /// <summary>The parts of a line.</summary>
    public LineLook Of(int line)
    {
        var text = _document.Line(line);
        var state = line <= _known ? _states[line] : 0;
        ref var kept = ref _kept[line % Kept];
        if (kept is not null && ReferenceEquals(kept.Text, text) && kept.State == state)
            return kept;

        Classify(text, state);
        return kept = new LineLook(text, state, _spans.Count == 0 ? [] : [.. _spans]);
    }

    /// <summary>Takes in a change.</summary>
    public void OnEdited(TextEdit edit)
    {
        var (first, added) = (edit.Start.Line, edit.InsertedEnd.Line - edit.RemovedEnd.Line);
        if (first + 1 < _states.Count)
        {
            if (added < 0)
                _states.RemoveRange(first + 1, Math.Min(-added, _states.Count - first - 1));
            else if (added > 0)
                _states.InsertRange(first + 1, Enumerable.Repeat(0L, added));
        }

        _changedEnd = Math.Max(_changedEnd > edit.RemovedEnd.Line ? _changedEnd + added : 0, edit.InsertedEnd.Line + 1);
        _known = Math.Min(_known, first);
    }

    private void Set(int line, long state)
    {
        var isKnown = line < _states.Count;
        if (isKnown && line >= _changedEnd && _states[line] == state)
        {
            _known = _states.Count - 1;
            return;
        }

        if (isKnown)
            _states[line] = state;
        else
            _states.Add(state);

        _known = line;
        _changedEnd = Math.Max(_changedEnd, line + 1);
        if (_known == _states.Count - 1)
            _changedEnd = 0;
    }

    private long Classify(string text, long state)
    {
        _spans.Clear();
        return _language is null || text.Length > LongestLine ? state : _language.Classify(text, state, _spans);
    }
}
