using PluginHost.Screen.Parts;
using PluginHost.Terminal;
using Layer = PluginHost.Workbench.Rendering.Layer;

namespace PluginHost.Screen.Layers;

/// <summary>Something that lies over the rest of the workbench, drawn.</summary>
internal abstract class LayerPart(Desk desk) : Part
{
    protected Desk Desk => desk;

    /// <summary>What is drawn.</summary>
    public abstract Layer Layer { get; }

    /// <summary>Where it stands on a screen.</summary>
    public abstract Rect PlaceOn(Rect screen);

    /// <inheritdoc/>
    public override bool OnMouse(MouseInput mouse, int clicks)
    {
        base.OnMouse(mouse, clicks);
        return true;
    }

    /// <summary>Draws the edge with the title in it.</summary>
    /// <returns>What is inside.</returns>
    protected Canvas Frame(Canvas canvas, string title)
    {
        var look = Look(Roles.Layer);
        canvas.Fill(look);
        var inside = canvas.Box(canvas.Area, Theme.Glyphs.Border, Canvas.Over(look, Theme["workbench.layeredge"]));
        if (title.Length > 0 && canvas.Width > 8)
            canvas.Write(new Rect(2, 0, canvas.Width - 4, 1), $" {title} ", Canvas.Over(look, Theme[Roles.FocusedTitle]), Theme);

        return inside;
    }

    protected Style LayerLook(string role) => Canvas.Over(Look(Roles.Layer), Theme[role]);
}
