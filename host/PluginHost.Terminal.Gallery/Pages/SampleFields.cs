namespace PluginHost.Terminal.Gallery.Pages;

/// <summary>Draws each text twice: in a field that it may fit, and in one that it hardly fits, with bars at their edges.</summary>
internal sealed class SampleFields : Widget
{
    private const int Numbers = 4;
    private readonly RichLine[] _lines;
    private int _top;

    public SampleFields(IReadOnlyList<string> samples) => _lines = [.. samples.Select(RichLine.Of)];

    public override bool CanFocus => true;

    public override bool OnKey(KeyInput key)
    {
        var step = key.Key switch
        {
            Key.Up => -1,
            Key.Down => 1,
            _ => 0,
        };
        _top = Math.Clamp(_top + step, 0, _lines.Length - 1);
        return step != 0;
    }

    public override bool OnMouse(MouseInput mouse, int clicks)
    {
        if (mouse.Button is not (MouseButton.WheelUp or MouseButton.WheelDown))
            return false;

        _top = Math.Clamp(_top + (mouse.Button == MouseButton.WheelUp ? -1 : 1), 0, _lines.Length - 1);
        return true;
    }

    protected override void Draw(Canvas canvas)
    {
        var (theme, text) = (Theme, Theme[Roles.Text]);
        var bars = Canvas.Over(text, theme[Roles.Accent]);
        var narrow = Math.Max(4, canvas.Width / 4);
        var wide = Math.Max(4, canvas.Width - narrow - Numbers - 3);
        for (var y = 0; y < canvas.Height && _top + y < _lines.Length; y++)
        {
            var line = _lines[_top + y];
            canvas.Write(1, y, Number(_top + y), Canvas.Over(text, theme[Roles.Dim]));
            canvas.Write(Numbers, y, "|", bars);
            canvas.Write(new Rect(Numbers + 1, y, wide, 1), line, text, theme);
            canvas.Write(Numbers + 1 + wide, y, "|", bars);
            canvas.Write(new Rect(Numbers + 2 + wide, y, narrow, 1), line, text, theme);
            canvas.Write(Numbers + 2 + wide + narrow, y, "|", bars);
        }
    }

    private static ReadOnlySpan<char> Number(int index) => "01020304050607080910111213141516171819".AsSpan(index * 2, 2);
}
