namespace PluginHost.Terminal.Tests.Widgets.Frames;

/// <summary>Fills its place with a letter, and can have the focus.</summary>
internal sealed class Filler(char letter) : Widget
{
    public List<KeyInput> Keys { get; } = [];

    public override bool CanFocus => true;

    public override bool OnKey(KeyInput key)
    {
        Keys.Add(key);
        return false;
    }

    protected override void Draw(Canvas canvas) => canvas.Fill(canvas.Area, letter, Theme[Roles.Text]);
}
