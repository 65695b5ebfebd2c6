using System.Text;

namespace PluginHost.Terminal;

public abstract partial class Page
{
    private PagePlace _anchor;
    private PagePlace _caret;
    private PageLink? _current;
    private int? _goal; // The column that moving up and down keeps to.

    /// <summary>Whether text is selected.</summary>
    public bool HasSelection => _anchor != _caret;

    /// <summary>The text that is selected, in the order in which it is read.</summary>
    public string SelectedText
    {
        get
        {
            if (!HasSelection)
                return "";

            var text = new StringBuilder();
            for (var line = SelectionStart.Line; line <= SelectionEnd.Line; line++)
            {
                var of = _source.TextOf(line);
                var start = line == SelectionStart.Line ? SelectionStart.Index : 0;
                var end = line == SelectionEnd.Line ? SelectionEnd.Index : of.Length;
                text.Append(of[start..end]);
                if (line < SelectionEnd.Line)
                    text.Append('\n');
            }

            return text.ToString();
        }
    }

    private PagePlace SelectionStart => _anchor < _caret ? _anchor : _caret;

    private PagePlace SelectionEnd => _anchor < _caret ? _caret : _anchor;

    /// <summary>Selects all of it.</summary>
    public void SelectAll()
    {
        if (IsEmpty)
            return;

        var last = _source.Count - 1;
        Select(default, new PagePlace(last, _source.TextOf(last).Length));
    }

    /// <summary>Copies what is selected.</summary>
    /// <returns>False where nothing is.</returns>
    public bool Copy()
    {
        if (!HasSelection || Screen is null)
            return false;

        var isCopied = Screen.Copy(SelectedText);
        Copied?.Invoke(isCopied);
        return true;
    }

    private void Select(PagePlace anchor, PagePlace caret)
    {
        (_anchor, _caret, _current, _goal) = (anchor, caret, null, null);
        Invalidate();
    }

    private void Forget()
    {
        (_anchor, _caret, _current, _goal) = (default, default, null, null);
        _press = null;
        ForgetSearch();
    }

    /// <summary>Moves the end of the selection that goes along, and begins one where there is none.</summary>
    private void Extend(PagePlace caret)
    {
        if (!HasSelection)
            _anchor = _current is { } link ? new PagePlace(link.Line, link.Start) : _anchor;

        (_caret, _current) = (caret, null);
        Show(caret);
        Invalidate();
    }

    // Where nothing was selected or clicked that is in sight, a selection begins at the top of the window.
    private void PlaceCaret()
    {
        if (HasSelection || _layout is null)
            return;

        if (_current is { } link)
            _anchor = _caret = new PagePlace(link.Line, link.Start);
        else if (RowOnScreen(_layout.SpotOf(_caret)) is null)
            _anchor = _caret = _layout.PlaceOf(_top);
    }

    private PagePlace After(PagePlace place)
    {
        var text = _source.TextOf(place.Line);
        if (place.Index < text.Length)
            return place with { Index = place.Index + Graphemes.LengthOfFirst(text[place.Index..]) };

        return place.Line + 1 < _source.Count ? new PagePlace(place.Line + 1, 0) : place;
    }

    private PagePlace Before(PagePlace place)
    {
        if (place.Index == 0)
            return place.Line == 0 ? place : new PagePlace(place.Line - 1, _source.TextOf(place.Line - 1).Length);

        // From the start of the row that holds the character before: a cluster begins there.
        var row = _layout!.Row(_layout.SpotOf(place with { Index = place.Index - 1 }));
        var text = _source.TextOf(place.Line);
        var index = Math.Min(row.Start, place.Index - 1);
        while (index + Graphemes.LengthOfFirst(text[index..]) < place.Index)
            index += Graphemes.LengthOfFirst(text[index..]);

        return place with { Index = index };
    }

    private PagePlace Below(PagePlace place, int rows)
    {
        var spot = _layout!.SpotOf(place);
        _goal ??= _layout.Row(spot).ColumnOf(place.Index);
        var missing = _layout.Move(ref spot, rows);
        if (missing == Math.Abs(rows))
            return rows < 0 ? place with { Index = 0 } : place with { Index = _source.TextOf(place.Line).Length };

        return new PagePlace(spot.Line, _layout.Row(spot).IndexAt(_goal.Value));
    }

    // At the edge of a line, over the edge.
    private PagePlace OverWord(PagePlace place, bool isForward)
    {
        var text = _source.TextOf(place.Line);
        var isAtEdge = place.Index == (isForward ? text.Length : 0);
        if (isAtEdge)
            return isForward ? After(place) : Before(place);

        return place with { Index = isForward ? WordBounds.Next(text, place.Index) : WordBounds.Previous(text, place.Index) };
    }

    private void SelectWord(PagePlace place)
    {
        var (start, end) = WordBounds.At(_source.TextOf(place.Line), place.Index);
        Select(place with { Index = start }, place with { Index = end });
    }
}
