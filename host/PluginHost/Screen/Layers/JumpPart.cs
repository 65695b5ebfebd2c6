using PluginHost.Screen.Parts;
using PluginHost.Terminal;
using PluginHost.Workbench.Rendering;
using Layer = PluginHost.Workbench.Rendering.Layer;

namespace PluginHost.Screen.Layers;

/// <summary>Jump mode: letters over everything on the screen that can be clicked or focused.</summary>
internal sealed class JumpPart(Desk desk, JumpLayer jump, Part stage) : LayerPart(desk)
{
    private readonly List<(int X, int Y)> _places = [];

    /// <inheritdoc/>
    public override Layer Layer => jump;

    /// <inheritdoc/>
    public override Rect PlaceOn(Rect screen) => screen;

    protected override void DrawPart(Canvas canvas)
    {
        if (!jump.HasTargets)
            Offer();

        for (var i = 0; i < jump.Labels.Count; i++)
            canvas.Write(_places[i].X, _places[i].Y, jump.Labels[i], Look("workbench.label"));
    }

    // Nearest to the focus first: it gets the shortest way.
    private void Offer()
    {
        var targets = new List<(Rect Place, Action Run)>();
        stage.CollectTargets(targets);
        var focus = Desk.Model.Focused is { } view ? Desk.FrameOf(view).Area : default;
        targets.Sort((one, other) => Distance(one.Place, focus).CompareTo(Distance(other.Place, focus)));
        _places.AddRange(targets.Select(target => (target.Place.X, target.Place.Y)));
        jump.Offer([.. targets.Select(target => target.Run)]);
    }

    private static int Distance(Rect place, Rect focus) => Math.Abs(place.X - focus.X) + (4 * Math.Abs(place.Y - focus.Y));
}
