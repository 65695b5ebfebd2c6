namespace PluginHost.Terminal;

/// <summary>A button of a dialog: Enter, the space bar, or a click press it.</summary>
internal sealed class DialogButton(string title, Action press) : Widget
{
    private readonly RichLine _line = RichLine.Of($"[ {title} ]");

    public override bool CanFocus => true;

    public bool IsDangerous { get; init; }

    public int Width(TextOptions text) => TextWidth.Of(_line.Text, text);

    public override bool OnKey(KeyInput key)
    {
        if (key is not ({ Key: Key.Enter, Modifiers: Modifiers.None } or { Key: Key.Character, Text: " ", Modifiers: Modifiers.None }))
            return false;

        press();
        return true;
    }

    public override bool OnMouse(MouseInput mouse, int clicks)
    {
        // Only where the button comes up does it count: one can still move away.
        if (mouse is { Button: MouseButton.Left, Action: MouseAction.Release } && mouse.Y == 0 && mouse.X >= 0 && mouse.X < Area.Width)
            press();

        return mouse.Button == MouseButton.Left;
    }

    protected override void Draw(Canvas canvas)
    {
        var look = Canvas.Over(LayerBox.Look(Theme), IsDangerous ? Theme[Roles.Bad] : default);
        if (IsFocused)
            look = Canvas.Over(look, Theme[Roles.Selection]);

        canvas.Write(canvas.Area, _line, look, Theme);
    }
}
