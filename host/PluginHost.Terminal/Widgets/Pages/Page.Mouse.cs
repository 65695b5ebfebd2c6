namespace PluginHost.Terminal;

public abstract partial class Page
{
    private const int WheelStep = 3;

    private PagePlace? _press;
    private bool _isDraggingBar;

    /// <inheritdoc/>
    public override bool OnMouse(MouseInput mouse, int clicks)
    {
        if (_layout is null || IsEmpty)
            return false;

        if (mouse.Button is MouseButton.WheelUp or MouseButton.WheelDown)
        {
            Scroll(mouse.Button == MouseButton.WheelUp ? -WheelStep : WheelStep);
            return true;
        }

        if (mouse.Button != MouseButton.Left)
            return false;

        if (mouse.Action == MouseAction.Press)
            _isDraggingBar = mouse.X == Area.Width - 1 && mouse.X > 0;

        if (_isDraggingBar)
            DragBar(mouse.Y);
        else if (mouse.Action == MouseAction.Press)
            OnPress(mouse, clicks);
        else if (mouse.Action == MouseAction.Move && _press is not null)
            OnDrag(mouse);
        else if (mouse.Action == MouseAction.Release)
            OnRelease(mouse);

        return true;
    }

    private void OnPress(MouseInput mouse, int clicks)
    {
        var place = PlaceAt(mouse.X, mouse.Y);
        _press = clicks == 1 ? place : null;
        if (clicks == 2)
            SelectWord(place);
        else if (clicks == 3)
            Select(place with { Index = 0 }, place with { Index = _source.TextOf(place.Line).Length });
        else if (mouse.Modifiers.HasFlag(Modifiers.Shift))
            Extend(place);
        else
            Select(place, place);
    }

    private void OnDrag(MouseInput mouse)
    {
        if (mouse.Y < 0 || mouse.Y >= _height)
            Scroll(mouse.Y < 0 ? -1 : 1);

        (_caret, _goal) = (PlaceAt(mouse.X, Math.Clamp(mouse.Y, 0, _height - 1)), null);
    }

    private void OnRelease(MouseInput mouse)
    {
        var isClick = _press is { } press && press == PlaceAt(mouse.X, mouse.Y) && !HasSelection;
        _press = null;
        if (isClick && Opened is not null && LinkAt(mouse.X, mouse.Y) is { } link)
            Opened(link.Target);
    }

    private PageSpot SpotAt(int y)
    {
        var spot = _top;
        _layout!.Move(ref spot, Math.Clamp(y, 0, _height - 1));
        return spot;
    }

    private PagePlace PlaceAt(int x, int y)
    {
        var spot = SpotAt(y);
        return new PagePlace(spot.Line, _layout!.Row(spot).IndexAt(x));
    }

    private PageLink? LinkAt(int x, int y)
    {
        var spot = SpotAt(y);
        foreach (var field in _layout!.Row(spot).Fields)
        {
            if (x < field.Left || x >= field.Left + field.Line.Width)
                continue;

            var index = field.Line.IndexAt(x - field.Left);
            foreach (var link in PageLink.In(spot.Line, _layout.Line(spot.Line).Line.Text))
            {
                if (link.Start <= index && index < link.End)
                    return link;
            }
        }

        return null;
    }

    private void DragBar(int y)
    {
        var (_, seen) = Measure();
        _top = _layout!.SpotOf(_source.At(ScrollBar.TopAt(y, _height, seen, _source.Before(_source.Count))));
        _top = _layout.Settle(_top, _height);
    }
}
