namespace PluginHost.Terminal;

/// <summary>
/// A part of the screen with a title. Where it has the focus, its title has colour and a bright edge stands at its left: the one frame that matters. A double
/// click on the title gives it all the room of the splits around it.
/// </summary>
public sealed class Pane : Widget
{
    private const int FewestForEdge = 4;
    private readonly Widget[] _children;
    private Rect _detail;

    /// <summary>Makes one.</summary>
    /// <param name="title">What it is called.</param>
    /// <param name="content">What it shows.</param>
    public Pane(RichLine title, Widget content)
    {
        (Title, Content) = (title, Adopt(content));
        _children = [content];
    }

    /// <summary>What it is called.</summary>
    public RichLine Title { get; set; }

    /// <summary>What stands at the end of the title line, such as a count. It goes first where there is no room.</summary>
    public RichLine Detail { get; set; } = RichLine.Empty;

    /// <summary>Called with the target of a part of <see cref="Detail"/> that was clicked.</summary>
    public Action<string>? Opened { get; set; }

    /// <summary>What it shows.</summary>
    public Widget Content { get; }

    /// <inheritdoc/>
    public override IReadOnlyList<Widget> Children => _children;

    /// <inheritdoc/>
    public override bool OnMouse(MouseInput mouse, int clicks)
    {
        if (mouse is not { Button: MouseButton.Left, Action: MouseAction.Press, Y: 0 })
            return false;

        if (TargetAt(mouse.X) is { } target)
            Opened?.Invoke(target);
        else if (clicks == 2)
            SplitPane.ToggleZoom(this);
        else if (!HasFocus)
            Screen?.FocusFirst(Content);

        return true;
    }

    /// <inheritdoc/>
    protected override void Draw(Canvas canvas)
    {
        var (theme, hasFocus) = (Theme, HasFocus);
        var text = theme[Roles.Text];
        var left = canvas.Width < FewestForEdge ? 0 : 1;
        if (hasFocus && left > 0)
            canvas.Down(0, 0, canvas.Height, theme.Glyphs.Edge, Canvas.Over(text, theme[Roles.FocusedEdge]));

        var title = Canvas.Over(text, theme[hasFocus ? Roles.FocusedTitle : Roles.Title]);
        var row = new Rect(left + (left > 0 ? 1 : 0), 0, canvas.Width - (2 * left), 1);
        var taken = canvas.Write(row, Title, title, theme);
        _detail = default;
        var detail = TextWidth.Of(Detail.Text, canvas.Text);
        if (detail > 0 && detail < row.Width - taken.Width)
            _detail = canvas.Write(new Rect(canvas.Width - left - detail, 0, detail, 1), Detail, Canvas.Over(text, theme[Roles.Dim]), theme);

        Content.DrawOn(canvas.Inside(new Rect(left, 1, canvas.Width - left, canvas.Height - 1)));
    }

    private string? TargetAt(int x) => _detail.Contains(x, 0) ? Targets.At(Detail, x - _detail.X, _detail.Width, Screen) : null;
}
