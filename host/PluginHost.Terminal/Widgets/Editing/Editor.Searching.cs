using System.Text;

namespace PluginHost.Terminal;

public sealed partial class Editor
{
    private readonly TextSearch _search = new();
    private readonly Widget[] _barAlone = new Widget[1];
    private EditorBar? _bar;
    private string _lastQuery = "";
    private TextPlace _origin;

    /// <summary>The match that is selected, by its place among all; -1 where none is.</summary>
    internal int CurrentMatch => _search.IndexOf(_carets.Main.Range);

    /// <summary>Opens the bar that finds, with what is selected.</summary>
    public void Find()
    {
        var selected = _carets.Main is { HasSelection: true, Range: var range } && range.Start.Line == range.End.Line ? TextOf(_carets.Main) : _lastQuery;
        _origin = _carets.Main.Range.Start;
        _search.Query = selected;
        OpenBar(new FindBar(this, _search));
        _bar!.First.Text = selected;
        _bar.First.SelectAll();
    }

    /// <summary>Opens the bar that asks for a line.</summary>
    public void GoToLine() => OpenBar(new LineBar(this));

    /// <summary>Selects the next match of what was sought last, from the last one to the first.</summary>
    public void FindNext() => Seek(_carets.Main.Range.End, 0);

    /// <summary>Selects the match before, from the first one to the last.</summary>
    public void FindPrevious() => Seek(_carets.Main.Range.Start, -1);

    internal void FindFromOrigin()
    {
        if (_search.Query.Length > 0)
            Seek(_origin, 0);
        else
            CaretTo(_document.Nearest(_origin));
    }

    internal void ReplaceMatch(string text)
    {
        _search.Refresh(_document);
        if (CurrentMatch >= 0)
            Insert(text);

        FindNext();
    }

    // One change from the first match to the last: as quick for a hundred thousand as for one.
    internal void ReplaceAll(string text)
    {
        _search.Refresh(_document);
        if (_search.Matches.Count == 0 || IsReadOnly)
            return;

        var whole = new TextRange(_search.Matches[0].Start, _search.Matches[^1].End);
        var replaced = new StringBuilder();
        var from = whole.Start;
        foreach (var match in _search.Matches)
        {
            replaced.Append(_document.TextOf(new TextRange(from, match.Start))).Append(text);
            from = match.End;
        }

        var before = _carets.ToArray();
        _run.End();
        _document.Replace(whole, replaced.ToString(), false, before);
        AfterEdit(EditKind.Other);
    }

    internal void CloseBar()
    {
        if (_bar is null)
            return;

        KeepQuery();
        _search.Query = "";
        _search.Refresh(_document);
        var bar = _bar;
        _bar = null;
        Release(bar);
        Invalidate();
    }

    private void OpenBar(EditorBar bar)
    {
        ClosePopups();
        if (_bar is not null)
            Release(_bar);

        _bar = Adopt(bar);
        _barAlone[0] = bar;
        bar.First.Focus();
        _mustReveal = true;
        Invalidate();
    }

    private void KeepQuery() => _lastQuery = _search.Query.Length > 0 ? _search.Query : _lastQuery;

    // Without the bar nothing is marked; what was sought last is sought once more.
    private void Seek(TextPlace from, int step)
    {
        KeepQuery();
        _search.Query = _lastQuery;
        _search.Refresh(_document);
        var count = _search.Matches.Count;
        if (count > 0)
            Select(_search.Matches[(_search.FirstFrom(from) + step + count) % count]);

        if (_bar is not FindBar)
            _search.Query = "";

        _search.Refresh(_document);
    }

    private bool OnSearchKey(KeyInput key) => key switch
    {
        { Key: Key.Character, Modifiers: Modifiers.Control, Text: "f" } => Do(Find),
        { Key: Key.Character, Modifiers: Modifiers.Control, Text: "g" } => Do(GoToLine),
        { Key: Key.F3, Modifiers: Modifiers.None } => Do(FindNext),
        { Key: Key.F3, Modifiers: Modifiers.Shift } => Do(FindPrevious),
        { Key: Key.Escape, Modifiers: Modifiers.None } when _bar is not null && !IsFocused => Do(CloseBar),
        _ => false,
    };

    // What Ctrl+D does: first the word at the caret, then one like it after the other, each with a caret of its own.
    private void SelectNextLike()
    {
        if (!_carets.Main.HasSelection)
        {
            var unit = UnitAt(Caret, 2);
            if (!unit.IsEmpty)
                Set(new Caret(unit.End, unit.Start));

            return;
        }

        var like = new TextSearch { Query = TextOf(_carets.Main), MatchesCase = true };
        like.Refresh(_document);
        var first = like.FirstFrom(_carets.Main.Range.End);
        for (var i = 0; i < like.Matches.Count; i++)
        {
            var match = like.Matches[(first + i) % like.Matches.Count];
            if (_carets.ToArray().Any(caret => caret.Range == match))
                continue;

            _carets.Add(new Caret(match.End, match.Start));
            OnMoved();
            return;
        }
    }
}
