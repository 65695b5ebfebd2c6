namespace PluginHost.Terminal;

public sealed partial class Editor
{
    private readonly List<(TextRange Range, string Text)> _edits = [];

    /// <summary>Takes back the last change.</summary>
    public void Undo() => Restore(_document.TryUndo);

    /// <summary>Makes the change again that was taken back last.</summary>
    public void Redo() => Restore(_document.TryRedo);

    /// <summary>Puts a text in place of what is selected, at each caret, as one step to undo. Does nothing where the text can only be read.</summary>
    /// <param name="text">The text.</param>
    public void Insert(string text) => EditEach(EditKind.Other, caret => (caret.Range, text));

    private delegate bool Step(out IReadOnlyList<Caret> carets);

    private void Restore(Step step)
    {
        if (IsReadOnly || !step(out var carets))
            return;

        _carets.Sort();
        _carets.Set(carets.Select(Nearest).ToArray());
        OnMoved();
    }

    private Caret Nearest(Caret caret) => new(_document.Nearest(caret.Place), _document.Nearest(caret.Anchor));

    private void Type(string text)
    {
        EditEach(EditKind.Typing, caret => (Typed(caret, text), text));
        OnTyped(text);
    }

    // A closing bracket that begins its line stands one step to the left.
    private TextRange Typed(Caret caret, string text)
    {
        var range = caret.Range;
        if (text is not ("}" or "]" or ")") || Language is null or { IsProse: true } || range.End.Column < IndentWidth)
            return range;

        var before = _document.Line(range.Start.Line).AsSpan(0, range.Start.Column);
        return range.IsEmpty && !before.ContainsAnyExcept(' ') ? range with { Start = range.Start with { Column = range.Start.Column - IndentWidth } } : range;
    }

    private void BreakLine() => EditEach(EditKind.Other, caret =>
    {
        var (line, column) = (caret.Range.Start.Line, caret.Range.Start.Column);
        var indent = IndentOf(line);
        if (indent.Length > column)
            indent = indent[..column];

        var opens = column > 0 && Language is { IsProse: false } && _document.Line(line)[column - 1] is '{' or '[' or '(';
        return (caret.Range, _document.NewLine + indent + (opens ? Blanks : ""));
    });

    private void Delete(bool isForward, bool byWord)
    {
        var kind = byWord || _carets.Main.HasSelection ? EditKind.Other : isForward ? EditKind.Deleting : EditKind.Backspacing;
        EditEach(kind, caret => (caret.HasSelection ? caret.Range : TextRange.Between(caret.Place, Beyond(caret.Place, isForward, byWord)), ""));
    }

    // In the order of the text, whichever way it runs.
    private TextPlace Beyond(TextPlace place, bool isForward, bool byWord)
    {
        var text = _document.Line(place.Line);
        if (place.Column == (isForward ? text.Length : 0))
            return OverEdge(place, isForward);

        if (byWord)
            return WordFrom(place, isForward);

        // Of an indentation, one step.
        var indent = IndentOf(place.Line).Length;
        if (!isForward && place.Column <= indent && text[place.Column - 1] == ' ' && Language is { IsProse: false })
            return place with { Column = (place.Column - 1) / IndentWidth * IndentWidth };

        return place with { Column = isForward ? ClusterStarts.After(text, place.Column) : ClusterStarts.Before(text, place.Column) };
    }

    private void EditEach(EditKind kind, Func<Caret, (TextRange Range, string Text)> edit)
    {
        if (IsReadOnly)
            return;

        _edits.Clear();
        for (var i = 0; i < _carets.Count; i++)
            _edits.Add(edit(_carets[i]));

        Apply(kind);
    }

    // From the last to the first, so that none moves another. One that reaches into the one before begins where that ends.
    private void Apply(EditKind kind)
    {
        var joins = Screen is { } screen && _run.Continues(kind, screen.Frames.Clock);
        var before = _carets.ToArray();
        var isEdited = false;
        for (var i = _edits.Count - 1; i >= 0; i--)
        {
            var (range, text) = _edits[i];
            if (i > 0)
                range = range with { Start = TextPlace.Max(range.Start, TextPlace.Min(range.End, _edits[i - 1].Range.End)) };

            if (range.IsEmpty && text.Length == 0)
                continue;

            _document.Replace(range, text, joins || isEdited, before);
            isEdited = true;
        }

        if (isEdited)
            AfterEdit(kind);
    }

    private void AfterEdit(EditKind kind)
    {
        _carets.Sort();
        var after = _carets.ToArray();
        _document.Keep(after);
        OnMoved();
        _run.GoOn(kind);
    }
}
