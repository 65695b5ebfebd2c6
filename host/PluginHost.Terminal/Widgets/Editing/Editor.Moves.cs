namespace PluginHost.Terminal;

public sealed partial class Editor
{
    /// <summary>Selects all of it.</summary>
    public void SelectAll() => Set(new Caret(_document.End, default));

    private bool OnMoveKey(KeyInput key)
    {
        var selects = key.Modifiers.HasFlag(Modifiers.Shift);
        var (step, isUpDown) = key.Key switch
        {
            Key.Left => (-1, false),
            Key.Right => (1, false),
            Key.Up => (-1, true),
            Key.Down => (1, true),
            Key.PageUp => (1 - _view.Height, true),
            Key.PageDown => (_view.Height - 1, true),
            _ => (0, false),
        };
        var isPlain = (key.Modifiers & ~Modifiers.Shift) == Modifiers.None;
        var isControl = (key.Modifiers & ~Modifiers.Shift) == Modifiers.Control;
        if (!isPlain && !isControl)
            return key.Modifiers == (Modifiers.Control | Modifiers.Alt) && key.Key is Key.Up or Key.Down && Do(() => AddCaret(step));

        switch (key.Key)
        {
            case Key.Left or Key.Right:
                MoveAll(caret => isControl ? ByWord(caret, step, selects) : Beside(caret, step, selects));
                return true;
            case Key.Up or Key.Down when isControl:
                _view.Scroll(step);
                Invalidate();
                return true;
            case Key.Up or Key.Down or Key.PageUp or Key.PageDown when isPlain:
                MoveAll(caret => Below(caret, step == 0 ? 1 : step, selects));
                return true;
            case Key.Home:
                MoveAll(caret => caret.MovedTo(isControl ? default : HomeOf(caret.Place), selects));
                return true;
            case Key.End:
                MoveAll(caret => caret.MovedTo(isControl ? _document.End : EndOf(caret.Place), selects));
                return true;
            default:
                return false;
        }
    }

    private void MoveAll(Func<Caret, Caret> move)
    {
        _carets.Move(move);
        OnMoved();
    }

    // To the left or to the right as it is seen; from a selection to that end of it.
    private Caret Beside(Caret caret, int step, bool selects)
    {
        var (line, column) = (caret.Place.Line, caret.Place.Column);
        var rows = _view.RowsOf(line);
        var isForward = rows.IsForward(column, step);
        if (caret.HasSelection && !selects)
            return new Caret(isForward ? caret.Range.End : caret.Range.Start);

        return caret.MovedTo(rows.Beside(column, step) is { } next ? new TextPlace(line, next) : OverEdge(caret.Place, isForward), selects);
    }

    private Caret ByWord(Caret caret, int step, bool selects)
    {
        var isForward = _view.RowsOf(caret.Place.Line).IsForward(caret.Place.Column, step);
        return caret.MovedTo(WordFrom(caret.Place, isForward), selects);
    }

    private TextPlace WordFrom(TextPlace place, bool isForward)
    {
        var text = _document.Line(place.Line);
        if (place.Column == (isForward ? text.Length : 0))
            return OverEdge(place, isForward);

        return place with { Column = isForward ? WordBounds.Next(text, place.Column) : WordBounds.Previous(text, place.Column) };
    }

    private TextPlace OverEdge(TextPlace place, bool isForward)
    {
        if (isForward)
            return place.Line < _document.LineCount - 1 ? new TextPlace(place.Line + 1, 0) : _document.End;

        return place.Line > 0 ? new TextPlace(place.Line - 1, _document.Line(place.Line - 1).Length) : default;
    }

    // By rows as they are seen, in the column from which the caret set out.
    private Caret Below(Caret caret, int step, bool selects)
    {
        var rows = _view.RowsOf(caret.Place.Line);
        var wish = caret.Wish ?? _view.ScreenX(rows, rows.XOf(caret.Place.Column)) + _view.Left;
        var at = (caret.Place.Line, rows.RowOf(caret.Place.Column));
        for (var i = Math.Abs(step); i > 0; i--)
        {
            if (!_view.TryStep(ref at, Math.Sign(step)))
                return caret.MovedTo(step < 0 ? default : _document.End, selects) with { Wish = wish };
        }

        return caret.MovedTo(_view.PlaceAt(at, wish - _view.Left), selects) with { Wish = wish };
    }

    // Behind the indentation; from there to the start of the line.
    private TextPlace HomeOf(TextPlace place)
    {
        var rows = _view.RowsOf(place.Line);
        var start = rows.FirstIn(rows.RowOf(place.Column));
        var indent = start == 0 ? IndentOf(place.Line).Length : start;
        return place with { Column = place.Column == indent ? 0 : indent };
    }

    private TextPlace EndOf(TextPlace place)
    {
        var rows = _view.RowsOf(place.Line);
        var last = rows.LastIn(rows.RowOf(place.Column));
        return place with { Column = place.Column == last ? _document.Line(place.Line).Length : last };
    }

    private void AddCaret(int step)
    {
        var from = step < 0 ? _carets[0] : _carets[_carets.Count - 1];
        _carets.Add(Below(from, step, false));
        OnMoved();
    }
}
