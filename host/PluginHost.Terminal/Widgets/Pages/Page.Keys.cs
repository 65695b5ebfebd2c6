namespace PluginHost.Terminal;

public abstract partial class Page
{
    /// <inheritdoc/>
    public override bool OnKey(KeyInput key)
    {
        if (OnSearchKey(key))
            return true;

        if (IsEmpty || _layout is null)
            return false;

        return (key.Modifiers & ~Modifiers.Control, key.Modifiers & Modifiers.Control) switch
        {
            (Modifiers.Shift, _) => OnTab(key) || OnSelect(key),
            (Modifiers.None, Modifiers.Control) => OnScroll(key) || OnControl(key),
            (Modifiers.None, _) => OnScroll(key) || OnTab(key) || OnPlain(key),
            _ => false,
        };
    }

    private bool OnScroll(KeyInput key)
    {
        int? rows = (key.Key, key.Text) switch
        {
            (Key.Up, _) => -1,
            (Key.Down, _) => 1,
            (Key.PageUp, _) => -Math.Max(1, _height - 1),
            (Key.PageDown, _) or (Key.Character, " ") => Math.Max(1, _height - 1),
            _ => null,
        };
        if (rows is { } some)
            Scroll(some);
        else if (key.Key == Key.Home)
            _top = default;
        else if (key.Key == Key.End)
            ScrollToEnd();
        else
            return false;

        return true;
    }

    private bool OnControl(KeyInput key)
    {
        switch (key.Key, key.Text)
        {
            case (Key.Character, "a"):
                SelectAll();
                return true;
            case (Key.Character, "c") or (Key.Insert, _):
                return Copy();
            default:
                return false;
        }
    }

    private bool OnPlain(KeyInput key)
    {
        switch (key.Key)
        {
            case Key.Enter when _current is { } link && Opened is not null:
                Opened(link.Target);
                return true;
            case Key.Escape when HasSelection || _current is not null:
                Select(_caret, _caret);
                return true;
            default:
                return false;
        }
    }

    private bool OnSelect(KeyInput key)
    {
        var isControl = key.Modifiers.HasFlag(Modifiers.Control);
        PlaceCaret();
        var row = _layout!.Row(_layout.SpotOf(_caret));
        var isForward = row.Fields[0].Line.Direction == Direction.RightToLeft == (key.Key == Key.Left);
        PagePlace? caret = key.Key switch
        {
            Key.Left or Key.Right when isControl => OverWord(_caret, isForward),
            Key.Left or Key.Right => isForward ? After(_caret) : Before(_caret),
            Key.Home when isControl => default(PagePlace),
            Key.End when isControl => new PagePlace(_source.Count - 1, _source.TextOf(_source.Count - 1).Length),
            Key.Home => _caret with { Index = row.Start },
            Key.End => _caret with { Index = row.End },
            Key.Up or Key.Down => Below(_caret, key.Key == Key.Up ? -1 : 1),
            Key.PageUp or Key.PageDown => Below(_caret, key.Key == Key.PageUp ? -_height : _height),
            _ => null,
        };
        if (caret is not { } place)
            return false;

        if (key.Key is not (Key.Up or Key.Down or Key.PageUp or Key.PageDown))
            _goal = null;

        Extend(place);
        return true;
    }

    // To the next link in sight. Where there is none, the focus goes on.
    private bool OnTab(KeyInput key)
    {
        if (key.Key != Key.Tab)
            return false;

        var links = LinksInSight();
        var isForward = !key.Modifiers.HasFlag(Modifiers.Shift);
        var at = _current is { } current ? links.IndexOf(current) : -1;
        var next = at < 0 ? (isForward ? 0 : links.Count - 1) : at + (isForward ? 1 : -1);
        if (next < 0 || next >= links.Count)
        {
            _current = null;
            return false;
        }

        var link = links[next];
        Select(new PagePlace(link.Line, link.Start), new PagePlace(link.Line, link.Start));
        _current = link;
        return true;
    }

    private List<PageLink> LinksInSight()
    {
        var links = new List<PageLink>();
        var spot = _top;
        var last = -1;
        for (var y = 0; y < _height; y++)
        {
            var line = _layout!.Line(spot.Line).Line.Text;
            foreach (var link in spot.Line == last ? [] : PageLink.In(spot.Line, line))
            {
                if (RowOnScreen(_layout.SpotOf(new PagePlace(link.Line, link.Start))) is not null)
                    links.Add(link);
            }

            last = spot.Line;
            if (_layout.Move(ref spot, 1) > 0)
                break;
        }

        return links;
    }
}
