namespace PluginHost.Terminal;

/// <summary>The bottom line: what can be pressed here. The first ones matter most; what does not fit is left out, whole hints at a time.</summary>
public sealed class KeyHints : Widget
{
    private const int Gap = 3;
    private readonly List<Rect> _places = [];

    /// <summary>The hints, the most important first.</summary>
    public IReadOnlyList<KeyHint> Hints { get; set; } = [];

    /// <inheritdoc/>
    public override bool OnMouse(MouseInput mouse, int clicks)
    {
        if (mouse is not { Button: MouseButton.Left, Action: MouseAction.Press })
            return false;

        for (var i = 0; i < _places.Count && i < Hints.Count; i++)
        {
            if (_places[i].Contains(mouse.X, 0))
                Hints[i].Run?.Invoke();
        }

        return true;
    }

    /// <inheritdoc/>
    protected override void Draw(Canvas canvas)
    {
        var theme = Theme;
        var look = Canvas.Over(theme[Roles.Text], theme[Roles.Dim]);
        _places.Clear();
        var (x, hints) = (1, Hints);
        for (var i = 0; i < hints.Count; i++)
        {
            var width = TextWidth.Of(hints[i].Line.Text, canvas.Text);
            var isLast = i == hints.Count - 1;
            if (x + width > canvas.Width - (isLast ? 0 : 2))
            {
                canvas.Write(Math.Max(0, x - 1), 0, theme.Glyphs.Ellipsis, look);
                return;
            }

            _places.Add(canvas.Write(new Rect(x, 0, width, 1), hints[i].Line, look, theme));
            x += width + Gap;
        }
    }
}
