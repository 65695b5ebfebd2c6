using PluginHost.Terminal;

namespace PluginHost.Screen.Parts;

/// <summary>The signs at the left edge: what the side bar can show.</summary>
internal sealed class ActivityBar(Desk desk) : Part
{
    public const int Width = 4;

    protected override void DrawPart(Canvas canvas)
    {
        var y = 0;
        foreach (var activity in desk.Model.Layout.Activities)
        {
            var look = Look(activity.IsActive ? Roles.FocusedTitle : Roles.Title);
            if (activity.IsActive)
                canvas.Write(0, y, Theme.Glyphs == Glyphs.Ascii ? "|" : "▌", Look(Roles.Accent));

            canvas.Write(1, y, activity.Sign, look);
            Hit(new Rect(0, y, Width, 1), () => desk.Model.Show(activity));
            y += 2;
        }
    }
}
