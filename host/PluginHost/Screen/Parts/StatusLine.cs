using PluginHost.Terminal;
using StatusItem = PluginHost.Workbench.Rendering.StatusItem;

namespace PluginHost.Screen.Parts;

/// <summary>The line that tells how things stand. Where there is little room, the less important items go.</summary>
internal sealed class StatusLine(Desk desk) : Part
{
    private const int Gap = 2;
    private readonly List<StatusItem> _shown = [];

    protected override void DrawPart(Canvas canvas)
    {
        var look = Look(Roles.Status);
        canvas.Fill(look);
        Choose(canvas);
        var (left, right) = (1, canvas.Width - 1);
        for (var i = _shown.Count - 1; i >= 0; i--)
        {
            if (_shown[i].IsRight)
                right -= Put(canvas, _shown[i], right - WidthOf(canvas, _shown[i]), look);
        }

        foreach (var item in _shown)
        {
            if (!item.IsRight)
                left += Put(canvas, item, left, look);
        }
    }

    private void Choose(Canvas canvas)
    {
        _shown.Clear();
        var room = canvas.Width;
        foreach (var item in desk.Model.Status)
        {
            _shown.Add(item);
            room -= WidthOf(canvas, item) + Gap;
        }

        while (room < 0 && _shown.Count > 1)
        {
            var least = _shown[0];
            foreach (var item in _shown)
                least = item.Priority <= least.Priority ? item : least;

            _shown.Remove(least);
            room += WidthOf(canvas, least) + Gap;
        }
    }

    private int Put(Canvas canvas, StatusItem item, int x, Style look)
    {
        var width = Math.Min(WidthOf(canvas, item), canvas.Width - 2);
        var place = new Rect(Math.Max(1, x), 0, width, 1);
        canvas.Write(place, desk.Looks.Of(item.Text), look, Theme);
        if (item.Command is { } call)
            Hit(place, () => desk.Model.OnCommand(call));

        return width + Gap;
    }

    private int WidthOf(Canvas canvas, StatusItem item) => TextWidth.Of(desk.Looks.Of(item.Text).Text, canvas.Text);
}
