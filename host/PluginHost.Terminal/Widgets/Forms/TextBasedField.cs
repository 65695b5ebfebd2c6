namespace PluginHost.Terminal;

/// <summary>A field whose value is written in a line.</summary>
/// <typeparam name="T">The value's type.</typeparam>
public abstract class TextBasedField<T> : ValueField<T>
{
    private readonly Widget[] _children;

    private protected TextBasedField(RichLine label)
        : base(label)
    {
        Input = Adopt(new TextInput { Changed = _ => OnEdited() });
        _children = [Input];
    }

    /// <inheritdoc/>
    public override IReadOnlyList<Widget> Children => _children;

    /// <summary>What stands there while nothing is written.</summary>
    public RichLine Hint
    {
        get => Input.Hint;
        set => Input.Hint = value;
    }

    internal override Widget First => Input;

    private protected TextInput Input { get; }

    private protected override bool IsBlank => string.IsNullOrWhiteSpace(Input.Text);

    /// <inheritdoc/>
    protected override void Draw(Canvas canvas) => Input.DrawOn(canvas.Inside(canvas.Area with { Height = 1 }));
}
