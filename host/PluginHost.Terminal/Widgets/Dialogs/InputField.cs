namespace PluginHost.Terminal;

/// <summary>A label, a field under it, and a row for what is wrong.</summary>
internal sealed class InputField : Widget
{
    private const int FieldAndProblem = 2;
    private readonly RichLine _label;
    private readonly Widget[] _children;

    public InputField(string label)
    {
        _label = RichLine.Of(label);
        _children = [Input = Adopt(new TextInput())];
    }

    public TextInput Input { get; }

    public int Height => FieldAndProblem + LabelRows;

    public override IReadOnlyList<Widget> Children => _children;

    private int LabelRows => _label.Text.Length > 0 ? 1 : 0;

    protected override void Draw(Canvas canvas)
    {
        // Where there is no room, the field is what is needed.
        var top = canvas.Height > 1 ? LabelRows : 0;
        if (top > 0)
            canvas.Write(new Rect(0, 0, canvas.Width, 1), _label, LayerBox.Look(Theme), Theme);

        Input.DrawOn(canvas.Inside(new Rect(0, top, canvas.Width, Math.Min(FieldAndProblem, canvas.Height - top))));
    }
}
