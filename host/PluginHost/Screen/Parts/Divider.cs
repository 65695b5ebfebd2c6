using PluginHost.Terminal;

namespace PluginHost.Screen.Parts;

/// <summary>An edge between two parts that can be dragged.</summary>
internal sealed class Divider(Desk desk, string id, bool isStacked) : Widget
{
    private int _start;
    private int _length = 1;

    /// <summary>Whether what has the focus stands at it.</summary>
    public bool IsBright { get; set; }

    /// <summary>Tells what it divides: from which cell on, and how many of them.</summary>
    public Divider Over(int start, int length)
    {
        (_start, _length) = (start, Math.Max(1, length));
        return this;
    }

    /// <inheritdoc/>
    public override bool OnMouse(MouseInput mouse, int clicks)
    {
        if (mouse.Button != MouseButton.Left)
            return false;

        if (mouse.Action == MouseAction.Move)
        {
            var parent = Parent!.Area;
            var at = isStacked ? Area.Y + mouse.Y - parent.Y : Area.X + mouse.X - parent.X;
            var share = (double)(at - _start) / _length;
            desk.Model.Resize(id, Math.Clamp(id == Workbench.Rendering.Dividers.Panel ? 1 - share : share, 0, 1));
        }

        return true;
    }

    /// <inheritdoc/>
    protected override void Draw(Canvas canvas)
    {
        var look = Canvas.Over(Theme[Roles.Text], Theme[IsBright ? Roles.FocusedEdge : Roles.Edge]);
        if (isStacked)
            canvas.Across(0, 0, canvas.Width, Theme.Glyphs.Border, look);
        else
            canvas.Down(0, 0, canvas.Height, Theme.Glyphs.Border, look);
    }
}
