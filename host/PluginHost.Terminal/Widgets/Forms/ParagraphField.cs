namespace PluginHost.Terminal;

/// <summary>A field for text of several lines. Enter begins a line, Ctrl+Enter submits the form, Tab goes to the next field.</summary>
public sealed class ParagraphField : ValueField<string>
{
    private readonly Editor _editor;
    private readonly Widget[] _children;

    /// <summary>Makes one.</summary>
    /// <param name="label">What is asked for.</param>
    public ParagraphField(RichLine label)
        : base(label)
    {
        _editor = Adopt(new Editor { TakesTab = false, WrapsLines = true, Changed = OnEdited });
        _children = [_editor];
    }

    /// <inheritdoc/>
    public override string Value
    {
        get => _editor.Document.Text;
        set => _editor.Document = new TextDocument(value);
    }

    /// <summary>How many rows of it are seen; it scrolls where there are more.</summary>
    /// <value>4</value>
    public int Height { get; init; } = 4;

    /// <summary>What stands there while nothing is written.</summary>
    public RichLine Hint
    {
        get => _editor.Hint;
        set => _editor.Hint = value;
    }

    /// <inheritdoc/>
    public override IReadOnlyList<Widget> Children => _children;

    internal override int Rows => Math.Max(1, Height);

    internal override Widget First => _editor;

    private protected override bool IsBlank => string.IsNullOrWhiteSpace(Value);

    /// <inheritdoc/>
    protected override void Draw(Canvas canvas)
    {
        canvas.Tint(canvas.Area, Theme[Roles.Input]);
        _editor.DrawOn(canvas);
    }
}
