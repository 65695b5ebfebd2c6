namespace PluginHost.Terminal.Gallery.Pages;

/// <summary>A ground with a mark on it: arrows move the mark, Enter opens its menu, the space bar says something near it.</summary>
internal sealed class MenuGround(GalleryStage stage) : Widget
{
    private Popup? _popup;
    private (int X, int Y) _mark = (4, 2);

    public override bool CanFocus => true;

    public override bool OnKey(KeyInput key)
    {
        switch (key)
        {
            case { Key: Key.Left or Key.Right or Key.Up or Key.Down, Modifiers: Modifiers.None }:
                Move(key.Key);
                return true;
            case { Key: Key.Enter or Key.Menu }:
                Open(_mark.X, _mark.Y);
                return true;
            case { Text: " ", Modifiers: Modifiers.None }:
                TogglePopup();
                return true;
            default:
                return false;
        }
    }

    public override bool OnMouse(MouseInput mouse, int clicks)
    {
        if (mouse.Action != MouseAction.Press || mouse.Button is not (MouseButton.Left or MouseButton.Right))
            return false;

        _mark = (mouse.X, mouse.Y);
        if (mouse.Button == MouseButton.Right)
            Open(mouse.X, mouse.Y);

        return true;
    }

    protected override void Draw(Canvas canvas)
    {
        var (theme, text) = (Theme, Theme[Roles.Text]);
        _mark = (Math.Clamp(_mark.X, 0, canvas.Width - 1), Math.Clamp(_mark.Y, 0, canvas.Height - 1));
        canvas.Write(1, 0, "Move the mark with the arrows or a click; a right click opens the menu at once.", Canvas.Over(text, theme[Roles.Dim]));
        canvas.Fill(new Rect(_mark.X, _mark.Y, 1, 1), theme.Glyphs.Cross, Canvas.Over(text, theme[Roles.Accent]));
    }

    private void Move(Key key)
    {
        var (x, y) = key switch
        {
            Key.Left => (-1, 0),
            Key.Right => (1, 0),
            Key.Up => (0, -1),
            _ => (0, 1),
        };
        _mark = (_mark.X + x, _mark.Y + y);
        Invalidate();
    }

    private void TogglePopup()
    {
        if (_popup is { IsOpen: true })
        {
            _popup.Close();
            return;
        }

        _popup = new Popup("Stays on the screen, wherever the mark is. يبقى على الشاشة. Space hides it.", new Rect(Area.X + _mark.X, Area.Y + _mark.Y, 1, 1)) { Title = "Popup", MostColumns = 34 };
        _popup.Open(stage.Screen);
    }

    private void Open(int x, int y) => Menu.OpenAt(stage.Screen, Area.X + x, Area.Y + y,
    [
        new MenuItem("Answer") { Keys = "Enter", Run = () => stage.Say("Answer") },
        new MenuItem("Assign to") { Letter = 's', Items = () => [.. new[] { "Kari", "Lea", "أحمد" }.Select(name => new MenuItem(name) { Run = () => stage.Say(name) })] },
        new MenuItem("Watch") { IsOn = true, Run = () => stage.Say("Watch") },
        MenuItem.Separator(),
        new MenuItem("Delete") { Keys = "Del", Refusal = () => "it was published", Run = () => stage.Say("Delete") },
        new MenuItem("Snooze") { Letter = 'z', Keys = "s", Run = () => stage.Say("Snooze") },
    ]);
}
