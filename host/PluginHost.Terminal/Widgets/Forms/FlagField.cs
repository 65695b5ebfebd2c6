namespace PluginHost.Terminal;

/// <summary>A box to tick: Space or a click changes it.</summary>
public sealed class FlagField : ValueField<bool>
{
    private bool _value;

    /// <summary>Makes one.</summary>
    /// <param name="label">What is asked for.</param>
    public FlagField(RichLine label)
        : base(label)
    {
    }

    /// <inheritdoc/>
    public override bool Value
    {
        get => _value;
        set
        {
            _value = value;
            Invalidate();
        }
    }

    /// <summary>What stands beside the box.</summary>
    public RichLine Caption { get; init; } = RichLine.Empty;

    /// <inheritdoc/>
    public override bool CanFocus => true;

    private protected override bool IsBlank => !_value;

    /// <inheritdoc/>
    public override bool OnKey(KeyInput key)
    {
        if (key is not { Key: Key.Character, Text: " ", Modifiers: Modifiers.None })
            return false;

        Switch();
        return true;
    }

    /// <inheritdoc/>
    public override bool OnMouse(MouseInput mouse, int clicks)
    {
        if (mouse.Button != MouseButton.Left)
            return false;

        if (mouse.Action == MouseAction.Press)
            Switch();

        return true;
    }

    /// <inheritdoc/>
    protected override void Draw(Canvas canvas)
    {
        var theme = Theme;
        var style = theme[Roles.Text];
        canvas.Write(0, 0, "[ ]", style);
        if (_value)
            canvas.Fill(new Rect(1, 0, 1, 1), theme.Glyphs.On, Canvas.Over(style, theme[Roles.Accent]));

        if (IsFocused)
            canvas.Tint(new Rect(0, 0, 3, 1), theme[Roles.Selection]);

        canvas.Write(new Rect(4, 0, Math.Min(canvas.Width - 4, TextWidth.Of(Caption.Text, canvas.Text)), 1), Caption, style, theme);
    }

    private void Switch()
    {
        Value = !_value;
        OnEdited();
    }
}
