using PluginHost.Terminal;
using PluginHost.Workbench.Rendering;

namespace PluginHost.Screen.Parts;

/// <summary>The side bar: views one under the other, each under its title. What is unfolded shares the height.</summary>
internal sealed class SidePart(Desk desk) : Part
{
    protected override void DrawPart(Canvas canvas)
    {
        if (desk.Model.Layout.Side is not { } side)
            return;

        var open = 0;
        foreach (var view in side.Views)
            open += view.IsFolded ? 0 : 1;

        var rest = Math.Max(0, canvas.Height - side.Views.Count);
        var y = 0;
        foreach (var view in side.Views)
        {
            DrawTitle(canvas, view, y++);
            if (view.IsFolded)
                continue;

            // The last one takes what does not divide.
            var height = open == 1 ? rest : rest / open;
            Show(desk.FrameOf(view), canvas.Inside(new Rect(0, y, canvas.Width, height)));
            y += height;
            (rest, open) = (rest - height, open - 1);
        }
    }

    private void DrawTitle(Canvas canvas, OpenView view, int y)
    {
        var glyphs = Theme.Glyphs;
        var isFocused = desk.Model.Focused == view;
        var look = Look(isFocused ? Roles.FocusedTitle : Roles.Title);
        canvas.Put(0, y, [view.IsFolded ? glyphs.Closed : glyphs.Opened], 1, look);
        var width = canvas.Write(2, y, view.Title, look);
        if (view.Caption.Length > 0 && canvas.Width > width + 4)
            canvas.Write(new Rect(width + 4, y, canvas.Width - width - 4, 1), RichLine.Of(view.Caption), Alignment.End, Look(Roles.Dim), Theme);

        Hit(new Rect(0, y, canvas.Width, 1), () => desk.Model.Fold(view));
    }
}
