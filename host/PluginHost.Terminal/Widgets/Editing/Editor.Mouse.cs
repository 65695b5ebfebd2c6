namespace PluginHost.Terminal;

public sealed partial class Editor
{
    private const int WheelStep = 3;
    private static readonly TimeSpan DragPace = TimeSpan.FromMilliseconds(60);

    private ITimer? _dragTimer;
    private MouseInput? _drag;
    private TextRange _dragFrom; // What the press selected: a drag from a word goes by words.
    private int _dragClicks;
    private bool _isDraggingBar;

    /// <inheritdoc/>
    public override bool OnMouse(MouseInput mouse, int clicks)
    {
        if (mouse.Button is MouseButton.WheelUp or MouseButton.WheelDown)
            return Do(() => Wheel(mouse));

        if (mouse.Button != MouseButton.Left)
            return false;

        switch (mouse.Action)
        {
            case MouseAction.Press:
                Press(mouse, clicks);
                break;
            case MouseAction.Move when _isDraggingBar:
                ScrollByBar(mouse.Y);
                break;
            case MouseAction.Move when _drag is not null:
                Drag(mouse);
                break;
            case MouseAction.Release:
                StopDragging();
                break;
        }

        return true;
    }

    private void Wheel(MouseInput mouse)
    {
        var step = mouse.Button == MouseButton.WheelUp ? -WheelStep : WheelStep;
        if (mouse.Modifiers.HasFlag(Modifiers.Shift))
            _view.ScrollAside(step);
        else
            _view.Scroll(step);

        Invalidate();
    }

    private void Press(MouseInput mouse, int clicks)
    {
        _isDraggingBar = _hasBarAside && mouse.X == Area.Width - 1;
        if (_isDraggingBar)
        {
            ScrollByBar(mouse.Y);
            return;
        }

        ClosePopups();
        if (OnSignClick(mouse))
            return;

        var place = PlaceUnder(mouse);
        if (mouse.Modifiers.HasFlag(Modifiers.Alt))
        {
            _carets.Add(new Caret(place));
            OnMoved();
            return;
        }

        var isExtended = mouse.Modifiers.HasFlag(Modifiers.Shift) && clicks == 1;
        (_drag, _dragClicks) = (mouse, clicks);
        _dragFrom = isExtended ? new TextRange(_carets.Main.Anchor, _carets.Main.Anchor) : UnitAt(place, clicks);
        Extend(place);
    }

    private void Drag(MouseInput mouse)
    {
        _drag = mouse;
        Extend(PlaceUnder(mouse));
        var isOutside = mouse.Y < 0 || mouse.Y >= _view.Height;
        if (!isOutside)
        {
            _dragTimer?.Dispose();
            _dragTimer = null;
        }
        else if (_dragTimer is null && Screen is { Frames: var frames })
        {
            _dragTimer = frames.Clock.CreateTimer(_ => frames.Post(DragOn), null, DragPace, DragPace);
        }
    }

    // While the mouse is held above or below, the text goes on.
    private void DragOn()
    {
        if (_drag is not null && _dragTimer is not null)
            Extend(PlaceUnder(_drag));
    }

    private void StopDragging()
    {
        _dragTimer?.Dispose();
        (_dragTimer, _drag, _isDraggingBar) = (null, null, false);
    }

    private void Extend(TextPlace place)
    {
        var unit = UnitAt(place, _dragClicks);
        Set(unit.Start < _dragFrom.Start ? new Caret(unit.Start, _dragFrom.End) : new Caret(TextPlace.Max(unit.End, _dragFrom.End), _dragFrom.Start));
    }

    // What one, two or three clicks take.
    private TextRange UnitAt(TextPlace place, int clicks)
    {
        if (clicks == 3)
            return place.Line < _document.LineCount - 1 ? WholeLine(place.Line) : LineRange(place.Line, place.Line);

        if (clicks != 2)
            return new TextRange(place, place);

        var (start, end) = WordBounds.At(_document.Line(place.Line), place.Column);
        return TextRange.InLine(place.Line, start, end);
    }

    private TextPlace PlaceUnder(MouseInput mouse) => _view.PlaceAt(mouse.X - _textLeft, mouse.Y);

    private void ScrollByBar(int y)
    {
        _view.ScrollTo(ScrollBar.TopAt(y, Area.Height, _view.Height, _document.LineCount));
        Invalidate();
    }
}
