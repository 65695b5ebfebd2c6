using PluginHost.Terminal;
using PluginHost.Workbench.Rendering;

namespace PluginHost.Screen.Parts;

/// <summary>The first line: the menus, and which workspace this is.</summary>
internal sealed class TitleBar(Desk desk) : Part
{
    private const int Gap = 2;

    /// <summary>Where each menu's title stands, so that the menu hangs from it.</summary>
    public Rect PlaceOf(Workbench.Rendering.Menu menu)
    {
        var x = 1;
        foreach (var each in desk.Model.Menus)
        {
            if (each == menu)
                return new Rect(Area.X + x, Area.Y, each.Title.Length, 1);

            x += each.Title.Length + Gap;
        }

        return new Rect(Area.X, Area.Y, 1, 1);
    }

    protected override void DrawPart(Canvas canvas)
    {
        var look = Look(Roles.Status);
        canvas.Fill(look);
        var x = 1;
        foreach (var menu in desk.Model.Menus)
        {
            var width = canvas.Write(x, 0, menu.Title, look);
            Hit(new Rect(x, 0, width, 1), () => desk.Model.Open(menu));
            x += width + Gap;
        }

        canvas.Write(new Rect(x, 0, canvas.Width - x - 1, 1), desk.Looks.Of(desk.Model.Title), Alignment.End, look, Theme);
    }
}
