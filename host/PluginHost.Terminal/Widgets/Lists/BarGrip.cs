namespace PluginHost.Terminal;

/// <summary>The hand on a scroll bar: held from a press on it until the button comes up.</summary>
internal sealed class BarGrip
{
    private bool _isHeld;

    /// <summary>Answers the left button.</summary>
    /// <param name="mouse">What it did.</param>
    /// <param name="beside">The rows that the bar stands beside; no bar where they take the whole width.</param>
    /// <param name="seen">How many rows are seen.</param>
    /// <param name="count">How many there are.</param>
    /// <param name="top">The row to show first.</param>
    /// <returns>Whether the bar was meant.</returns>
    public bool OnMouse(MouseInput mouse, Rect beside, int seen, int count, out int top)
    {
        top = ScrollBar.TopAt(Math.Max(0, mouse.Y - beside.Y), beside.Height, seen, count);
        if (mouse.Action == MouseAction.Press)
            _isHeld = mouse.X == beside.Right && mouse.Y >= beside.Y && mouse.Y < beside.Bottom && count > seen;

        var isMeant = _isHeld;
        _isHeld &= mouse.Action != MouseAction.Release;
        return isMeant;
    }
}
