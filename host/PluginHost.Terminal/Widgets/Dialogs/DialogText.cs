namespace PluginHost.Terminal;

/// <summary>The text of a dialog, with a sign before it. Where not all fits, arrows and the wheel move it.</summary>
internal sealed class DialogText(string text, Severity? severity) : Widget
{
    private const int Sign = 2;
    private readonly WrappedText _text = new(text);
    private int _first;

    private int Left => severity is null ? 0 : Sign;

    public (int Width, int Height) Measure(int mostColumns, TextOptions text)
    {
        Columns = Math.Max(1, mostColumns - Left);
        return (_text.Width(Columns, text) + Left, _text.Lines(Columns, text).Count);
    }

    private int Columns { get; set; } = 1;

    public bool Scroll(KeyInput key)
    {
        var step = key switch
        {
            { Key: Key.Up, Modifiers: Modifiers.None } => -1,
            { Key: Key.Down, Modifiers: Modifiers.None } => 1,
            { Key: Key.PageUp, Modifiers: Modifiers.None } => -Math.Max(1, Area.Height - 1),
            { Key: Key.PageDown, Modifiers: Modifiers.None } => Math.Max(1, Area.Height - 1),
            _ => 0,
        };
        _first += step;
        Invalidate();
        return step != 0;
    }

    public override bool OnMouse(MouseInput mouse, int clicks)
    {
        if (mouse.Button is not (MouseButton.WheelUp or MouseButton.WheelDown))
            return false;

        _first += mouse.Button == MouseButton.WheelUp ? -1 : 1;
        return true;
    }

    protected override void Draw(Canvas canvas)
    {
        var look = LayerBox.Look(Theme);
        var count = _text.Lines(Columns, canvas.Text).Count;
        _first = Math.Clamp(_first, 0, Math.Max(0, count - canvas.Height));
        if (severity is { } kind)
            canvas.Fill(new Rect(0, 0, 1, 1), SeverityLooks.Sign(kind, Theme.Glyphs), Canvas.Over(look, Theme[SeverityLooks.Role(kind)]));

        _text.Draw(canvas.Inside(new Rect(Left, 0, canvas.Width - Left, canvas.Height)), Columns, _first, look);
        ScrollBar.Draw(canvas, _first, canvas.Height, count, Theme);
    }
}
