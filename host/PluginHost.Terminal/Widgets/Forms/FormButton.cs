namespace PluginHost.Terminal;

/// <summary>A button of a form: Enter, Space or a click presses it.</summary>
internal sealed class FormButton(RichLine label, Action pressed) : Widget
{
    private const int Brackets = 4;

    public RichLine Label { get; set; } = label;

    public override bool CanFocus => true;

    public int WidthOn(Canvas canvas) => TextWidth.Of(Label.Text, canvas.Text) + Brackets;

    public override bool OnKey(KeyInput key)
    {
        if (key.Modifiers != Modifiers.None || (key.Key != Key.Enter && key is not { Key: Key.Character, Text: " " }))
            return false;

        pressed();
        return true;
    }

    public override bool OnMouse(MouseInput mouse, int clicks)
    {
        if (mouse.Button != MouseButton.Left)
            return false;

        // Where the mouse left it meanwhile, the person has thought better of it.
        if (mouse.Action == MouseAction.Release && mouse.Y == 0 && mouse.X >= 0 && mouse.X < Area.Width)
            pressed();

        return true;
    }

    protected override void Draw(Canvas canvas)
    {
        var theme = Theme;
        var style = Canvas.Over(theme[Roles.Text], theme[Roles.Accent]);
        canvas.Write(0, 0, "[", style);
        canvas.Write(canvas.Width - 1, 0, "]", style);
        canvas.Write(new Rect(2, 0, canvas.Width - Brackets, 1), Label, style, theme);
        if (IsFocused)
            canvas.Tint(canvas.Area, theme[Roles.Selection]);
    }
}
