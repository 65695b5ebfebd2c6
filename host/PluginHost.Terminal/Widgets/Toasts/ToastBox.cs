namespace PluginHost.Terminal;

/// <summary>Draws one <see cref="Toast"/>, and finds what is clicked in it.</summary>
internal sealed class ToastBox : Widget
{
    private const int Edges = LayerBox.Edges;
    private const int MostRows = 4;
    private const int Gap = 3;
    private readonly List<Rect> _actions = [];
    private readonly RichLine _title;
    private string _percent = "";
    private int _percentOf = -1;

    public ToastBox(Toast toast)
    {
        Toast = toast;
        _title = RichLine.Of(toast.Title, SeverityLooks.Role(toast.Severity));
    }

    public Toast Toast { get; }

    public int Height(int width, TextOptions text) =>
        Edges + Math.Min(MostRows, Toast.Wrapped.Lines(Inner(width), text).Count) + (Toast.Progress is null ? 0 : 1) + (Toast.Actions.Count == 0 ? 0 : 1);

    public override bool OnMouse(MouseInput mouse, int clicks)
    {
        if (mouse is not { Button: MouseButton.Left, Action: MouseAction.Press })
            return true;

        for (var i = 0; i < _actions.Count; i++)
        {
            if (!_actions[i].Contains(mouse.X, mouse.Y))
                continue;

            Run(Toast.Actions[i]);
            return true;
        }

        if (mouse.Y == 0)
            Toast.Close();

        return true;
    }

    public void Run(ToastAction action)
    {
        Toast.Close();
        action.Run();
    }

    protected override void Draw(Canvas canvas)
    {
        var (theme, role) = (Theme, SeverityLooks.Role(Toast.Severity));
        var look = LayerBox.Look(theme);
        var inside = LayerBox.Draw(canvas, RichLine.Empty, Roles.Title, role, theme);
        var signs = Canvas.Over(look, theme[role]);
        canvas.Fill(new Rect(1, 0, 3, 1), signs);
        canvas.Fill(new Rect(2, 0, 1, 1), SeverityLooks.Sign(Toast.Severity, theme.Glyphs), signs);
        canvas.Fill(new Rect(canvas.Width - 4, 0, 3, 1), look);
        canvas.Fill(new Rect(canvas.Width - 3, 0, 1, 1), theme.Glyphs.Cross, look);
        var title = canvas.Write(new Rect(4, 0, canvas.Width - 8, 1), _title, Canvas.Over(look, new Style { Attributes = Attributes.Bold }), theme);
        canvas.Fill(new Rect(title.Right, 0, title.Width > 0 ? 1 : 0, 1), look);

        inside = inside.Inside(new Rect(1, 0, inside.Width - 2, inside.Height));
        var width = Inner(canvas.Width);
        var rows = Math.Min(MostRows, Toast.Wrapped.Lines(width, canvas.Text).Count);
        Toast.Wrapped.Draw(inside.Inside(new Rect(0, 0, inside.Width, rows)), width, 0, look);
        if (Toast.Progress is { } done)
            DrawProgress(inside, rows++, done, look, theme);

        DrawActions(inside, rows, look, theme);
    }

    private static int Inner(int width) => Math.Max(1, width - (2 * Edges));

    private void DrawProgress(Canvas canvas, int y, double done, Style look, Theme theme)
    {
        const int Figures = 6;
        var percent = (int)(done * 100);
        if (percent != _percentOf)
            (_percentOf, _percent) = (percent, $"{percent,4} %");

        var width = Math.Max(0, canvas.Width - Figures);
        var full = (int)(done * width);
        canvas.Fill(new Rect(0, y, width, 1), theme.Glyphs.Bars[^1] == '#' ? '.' : '░', Canvas.Over(look, theme[Roles.Bar]));
        canvas.Fill(new Rect(0, y, full, 1), theme.Glyphs.Bars[^1], Canvas.Over(look, theme[Roles.Accent]));
        canvas.Write(width, y, _percent, look);
    }

    private void DrawActions(Canvas canvas, int y, Style look, Theme theme)
    {
        _actions.Clear();
        var x = 0;
        foreach (var action in Toast.Actions)
        {
            var width = TextWidth.Of(action.Line.Text, canvas.Text);
            var taken = canvas.Write(new Rect(x, y, Math.Min(width, canvas.Width - x), 1), action.Line, look, theme);
            _actions.Add(taken with { X = taken.X + Edges, Y = y + 1 });
            x += width + Gap;
        }
    }
}
