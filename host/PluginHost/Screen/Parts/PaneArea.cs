using PluginHost.Terminal;
using PluginHost.Workbench.Rendering;
using Pane = PluginHost.Workbench.Rendering.Pane;

namespace PluginHost.Screen.Parts;

/// <summary>The editors: groups, and splits of groups.</summary>
internal sealed class PaneArea(Desk desk) : Part
{
    private readonly Dictionary<string, GroupPart> _groups = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Divider> _dividers = new(StringComparer.Ordinal);

    protected override void DrawPart(Canvas canvas) => Draw(canvas, canvas.Area, desk.Model.Layout.Editors);

    private void Draw(Canvas canvas, Rect place, Pane pane)
    {
        switch (pane)
        {
            case Group group:
                Show(GroupOf(group), canvas.Inside(place));
                break;
            case Split { IsStacked: true } split:
                var height = (int)Math.Round((place.Height - 1) * split.Share);
                Draw(canvas, place with { Height = height }, split.First);
                Show(DividerOf(split).Over(place.Y, place.Height), canvas.Inside(new Rect(place.X, place.Y + height, place.Width, 1)));
                Draw(canvas, new Rect(place.X, place.Y + height + 1, place.Width, place.Height - height - 1), split.Second);
                break;
            case Split split:
                var width = (int)Math.Round((place.Width - 1) * split.Share);
                Draw(canvas, place with { Width = width }, split.First);
                Show(DividerOf(split).Over(place.X, place.Width), canvas.Inside(new Rect(place.X + width, place.Y, 1, place.Height)));
                Draw(canvas, new Rect(place.X + width + 1, place.Y, place.Width - width - 1, place.Height), split.Second);
                break;
        }
    }

    private GroupPart GroupOf(Group group)
    {
        if (!_groups.TryGetValue(group.Id, out var part))
            _groups[group.Id] = part = new GroupPart(desk);

        part.Group = group;
        return part;
    }

    private Divider DividerOf(Split split)
    {
        if (!_dividers.TryGetValue(split.Id, out var divider))
            _dividers[split.Id] = divider = new Divider(desk, split.Id, split.IsStacked);

        return divider;
    }
}
