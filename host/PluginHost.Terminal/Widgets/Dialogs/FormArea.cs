namespace PluginHost.Terminal;

/// <summary>What a <see cref="FormDialog"/> shows, and a row for what is wrong with it.</summary>
internal sealed class FormArea : Widget
{
    private readonly Widget _content;
    private readonly Widget[] _children;
    private RichLine _problem = RichLine.Empty;

    public FormArea(Widget content) => _children = [_content = Adopt(content)];

    public string? Problem
    {
        get => _problem.Text.Length == 0 ? null : _problem.Text;
        set => _problem = value is null ? RichLine.Empty : RichLine.Of(value, Roles.Bad);
    }

    public override IReadOnlyList<Widget> Children => _children;

    protected override void Draw(Canvas canvas)
    {
        var (theme, look) = (Theme, LayerBox.Look(Theme));
        var hasRow = Problem is not null || canvas.Height > 1;
        _content.DrawOn(canvas.Inside(new Rect(0, 0, canvas.Width, canvas.Height - (hasRow ? 1 : 0))));
        if (Problem is null)
            return;

        canvas.Fill(new Rect(0, canvas.Height - 1, 1, 1), theme.Glyphs.Bad, Canvas.Over(look, theme[Roles.Bad]));
        canvas.Write(new Rect(2, canvas.Height - 1, canvas.Width - 2, 1), _problem, look, theme);
    }
}
