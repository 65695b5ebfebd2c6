namespace PluginHost.Terminal.Gallery;

/// <summary>A line of text.</summary>
internal sealed class Label(RichLine line) : Widget
{
    protected override void Draw(Canvas canvas) => canvas.Write(new Rect(1, 0, canvas.Width - 1, 1), line, Theme[Roles.Text], Theme);
}
