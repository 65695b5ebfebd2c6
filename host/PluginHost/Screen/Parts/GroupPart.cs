using PluginHost.Terminal;
using PluginHost.Workbench.Rendering;

namespace PluginHost.Screen.Parts;

/// <summary>A group of editors: the tabs, and the one in front, with what stands beside and below it.</summary>
internal sealed class GroupPart : Part
{
    private const double BesideShare = 0.5;
    private const double BelowShare = 0.3;
    private const int FewestColumnsForBoth = 60;
    private readonly Desk _desk;
    private readonly TabLine _tabs;

    public GroupPart(Desk desk) => (_desk, _tabs) = (desk, new TabLine(desk));

    public Group? Group { get; set; }

    protected override void DrawPart(Canvas canvas)
    {
        if (Group is not { } group)
            return;

        (_tabs.Tabs, _tabs.Active, _tabs.HasFocusedView) = (group.Tabs, group.Active, _desk.Model.Focused is { } focused && group.Tabs.Contains(focused));
        Show(_tabs, canvas.Inside(new Rect(0, 0, canvas.Width, 1)));
        if (group.Active is { } view)
            DrawView(canvas.Inside(new Rect(0, 1, canvas.Width, Math.Max(0, canvas.Height - 1))), view);
    }

    private void DrawView(Canvas canvas, OpenView view)
    {
        if (view.Below is { } below)
        {
            var height = Math.Clamp((int)(canvas.Height * BelowShare), Math.Min(3, canvas.Height), canvas.Height);
            var line = canvas.Height - height;
            canvas.Across(0, line, canvas.Width, Theme.Glyphs.Border, EdgeOf(below));
            var title = below.Caption.Length == 0 ? $" {below.Title} " : $" {below.Title} {below.Caption} ";
            canvas.Write(2, line, title, Look(_desk.Model.Focused == below ? Roles.FocusedTitle : Roles.Title));
            Show(_desk.FrameOf(below), canvas.Inside(new Rect(0, line + 1, canvas.Width, height - 1)));
            canvas = canvas.Inside(new Rect(0, 0, canvas.Width, line));
        }

        if (view.Beside is { } beside)
        {
            canvas = canvas.Width >= FewestColumnsForBoth
                ? Left(canvas, beside)
                : Upper(canvas, beside);
        }

        Show(_desk.FrameOf(view), canvas);
    }

    private Style EdgeOf(OpenView view) => Look(_desk.Model.Focused == view ? Roles.FocusedEdge : Roles.Edge);

    private Canvas Left(Canvas canvas, OpenView beside)
    {
        var width = (int)(canvas.Width * BesideShare);
        canvas.Down(width, 0, canvas.Height, Theme.Glyphs.Border, EdgeOf(beside));
        Show(_desk.FrameOf(beside), canvas.Inside(new Rect(width + 1, 0, canvas.Width - width - 1, canvas.Height)));
        return canvas.Inside(new Rect(0, 0, width, canvas.Height));
    }

    private Canvas Upper(Canvas canvas, OpenView beside)
    {
        var height = (int)(canvas.Height * BesideShare);
        canvas.Across(0, height, canvas.Width, Theme.Glyphs.Border, EdgeOf(beside));
        Show(_desk.FrameOf(beside), canvas.Inside(new Rect(0, height + 1, canvas.Width, Math.Max(0, canvas.Height - height - 1))));
        return canvas.Inside(new Rect(0, 0, canvas.Width, height));
    }
}
