namespace PluginHost.Terminal;

public abstract partial class Page
{
    private TextInput? _field;
    private Widget[] _children = [];
    private string _wanted = "";
    private (PageSpot Top, PagePlace Caret) _before;

    /// <inheritdoc/>
    public override IReadOnlyList<Widget> Children => _children;

    private bool IsSearching => _children.Length > 0;

    /// <summary>Goes to the first place that holds a text, whatever its case, and marks all that are seen.</summary>
    /// <param name="text">The text; an empty one takes the marks away.</param>
    /// <returns>Whether it is found.</returns>
    public bool Find(string text)
    {
        _wanted = text;
        return GoTo(FindFrom(default, true));
    }

    /// <summary>Goes on to the next place, at the end to the first.</summary>
    /// <returns>Whether there is one.</returns>
    public bool FindNext() => GoTo(FindFrom(HasSelection ? SelectionStart with { Index = SelectionStart.Index + 1 } : _caret, true));

    /// <summary>Goes back to the place before, at the beginning to the last.</summary>
    /// <returns>Whether there is one.</returns>
    public bool FindPrevious() => GoTo(FindFrom(SelectionStart, false));

    private bool OnSearchKey(KeyInput key)
    {
        if (IsSearching)
        {
            if (key is { Key: Key.Escape, Modifiers: Modifiers.None })
                CloseSearch(isKept: false);
            else if (key is not { Key: Key.Up or Key.Down or Key.PageUp or Key.PageDown, Modifiers: Modifiers.None } || _layout is null || !OnScroll(key))
                return false;

            return true;
        }

        switch (key.Key, key.Text)
        {
            case (Key.Character, "/") when key.Modifiers is Modifiers.None or Modifiers.Shift && !IsEmpty:
                OpenSearch();
                return true;
            case (Key.Character, "n") when key.Modifiers == Modifiers.None && _wanted.Length > 0:
                FindNext();
                return true;
            case (Key.Character, "N" or "n") when key.Modifiers is Modifiers.None or Modifiers.Shift && _wanted.Length > 0:
                FindPrevious();
                return true;
            case (Key.Escape, _) when key.Modifiers == Modifiers.None && _wanted.Length > 0:
                _wanted = "";
                Select(_caret, _caret);
                return true;
            default:
                return false;
        }
    }

    private void OpenSearch()
    {
        _field ??= Adopt(new TextInput());
        _field.Text = _wanted;
        _field.SelectAll();
        _field.Problem = null;
        _field.Changed = OnWantedChanged;
        _field.Entered = _ => CloseSearch(isKept: true);
        _children = [_field];
        _before = (_top, _layout is null || RowOnScreen(_layout.SpotOf(SelectionStart)) is not null ? SelectionStart : _layout.PlaceOf(_top));
        _field.Focus();
    }

    private void CloseSearch(bool isKept)
    {
        _children = [];
        if (!isKept)
        {
            _wanted = "";
            _top = _before.Top;
            Select(_before.Caret, _before.Caret);
        }

        Focus();
    }

    // From where the search began: with each letter the match may be further, or near again.
    private void OnWantedChanged(string text)
    {
        _wanted = text;
        if (text.Length > 0)
        {
            _field!.Problem = GoTo(FindFrom(_before.Caret, true)) ? null : "Not found";
            return;
        }

        _field!.Problem = null;
        _top = _before.Top;
        Select(_before.Caret, _before.Caret);
    }

    private void ForgetSearch()
    {
        _wanted = "";
        if (IsSearching)
            CloseSearch(isKept: true);
    }

    private bool GoTo(PagePlace? found)
    {
        if (found is not { } place)
        {
            Invalidate();
            return false;
        }

        Select(place, place with { Index = place.Index + _wanted.Length });
        Show(place);
        return true;
    }

    private PagePlace? FindFrom(PagePlace from, bool isForward)
    {
        if (_wanted.Length == 0)
            return null;

        // The line that it begins in comes again at last, for its other part.
        for (var i = 0; i <= _source.Count && !IsEmpty; i++)
        {
            var line = (from.Line + (isForward ? i : _source.Count - (i % _source.Count))) % _source.Count;
            var text = _source.TextOf(line);
            var index = isForward ? FirstIn(text, i == 0 ? from.Index : 0) : LastIn(text, i == 0 ? from.Index : text.Length);
            if (index >= 0)
                return new PagePlace(line, index);
        }

        return null;
    }

    private int FirstIn(ReadOnlySpan<char> text, int from)
    {
        if (from > text.Length)
            return -1;

        var found = text[from..].IndexOf(_wanted, StringComparison.OrdinalIgnoreCase);
        return found < 0 ? -1 : from + found;
    }

    // The last one that begins before a place.
    private int LastIn(ReadOnlySpan<char> text, int before) =>
        before <= 0 ? -1 : text[..Math.Min(text.Length, before - 1 + _wanted.Length)].LastIndexOf(_wanted, StringComparison.OrdinalIgnoreCase);

    /// <summary>Draws the field to search with, where it is open.</summary>
    /// <returns>The rows that are left for the text.</returns>
    private int DrawSearch(Canvas canvas)
    {
        if (!IsSearching)
            return canvas.Height;

        var y = canvas.Height - 1;
        canvas.Write(0, y, "/", Canvas.Over(Theme[Roles.Text], Theme[Roles.Key]));
        _field!.DrawOn(canvas.Inside(new Rect(1, y, canvas.Width - 1, 1)));
        return y;
    }

    private void TintMatches(Canvas canvas, in PageField field, Theme theme)
    {
        if (_wanted.Length == 0)
            return;

        var from = Math.Max(0, field.Line.Start - _wanted.Length + 1);
        var text = field.Line.Text.AsSpan(0, Math.Min(field.Line.Text.Length, field.Line.End + _wanted.Length - 1));
        for (var at = FirstIn(text, from); at >= 0; at = FirstIn(text, at + _wanted.Length))
            Tint(canvas, field, at, at + _wanted.Length, theme[Roles.Match]);
    }
}
