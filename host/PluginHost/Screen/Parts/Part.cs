using PluginHost.Terminal;

namespace PluginHost.Screen.Parts;

/// <summary>A part of the workbench's frame: what it shows and what can be clicked on it are set up anew in each frame.</summary>
internal abstract class Part : Widget
{
    private readonly List<Widget> _shown = [];
    private readonly List<(Rect Place, Action Run)> _hits = [];

    /// <inheritdoc/>
    public override IReadOnlyList<Widget> Children => _shown;

    /// <inheritdoc/>
    public override bool OnMouse(MouseInput mouse, int clicks)
    {
        if (mouse is not { Button: MouseButton.Left, Action: MouseAction.Press })
            return false;

        for (var i = _hits.Count - 1; i >= 0; i--)
        {
            if (!_hits[i].Place.Contains(mouse.X, mouse.Y))
                continue;

            _hits[i].Run();
            return true;
        }

        return false;
    }

    /// <summary>What can be gone to in it and its parts, in places of the screen: what can be clicked, and what can have the focus.</summary>
    public void CollectTargets(List<(Rect Place, Action Run)> targets)
    {
        foreach (var (place, run) in _hits)
            targets.Add((place with { X = Area.X + place.X, Y = Area.Y + place.Y }, run));

        foreach (var child in _shown)
        {
            if (child.CanFocus)
                targets.Add((child.Area, child.Focus));

            if (child is Part part)
                part.CollectTargets(targets);
        }
    }

    /// <inheritdoc/>
    protected sealed override void Draw(Canvas canvas)
    {
        _shown.Clear();
        _hits.Clear();
        DrawPart(canvas);
    }

    protected abstract void DrawPart(Canvas canvas);

    /// <summary>Draws another widget as part of this one.</summary>
    protected void Show(Widget widget, Canvas canvas)
    {
        if (widget.Parent != this)
            Adopt(widget);

        _shown.Add(widget);
        widget.DrawOn(canvas);
    }

    /// <summary>Draws a bar at the right edge that says which part of the whole is seen, where not all of it is.</summary>
    /// <param name="canvas">What is seen.</param>
    /// <param name="top">The first that is seen.</param>
    /// <param name="page">How many are seen.</param>
    /// <param name="extent">How many there are.</param>
    protected void DrawBar(Canvas canvas, int top, int page, int extent)
    {
        if (extent <= page || canvas.Height < 2 || canvas.Width <= 2)
            return;

        var length = (int)Math.Clamp((long)canvas.Height * page / extent, 1, canvas.Height - 1);
        var start = (int)((long)(canvas.Height - length) * top / Math.Max(1, extent - page));
        canvas.Fill(new Rect(canvas.Width - 1, 0, 1, canvas.Height), Theme.Glyphs.Track, Look("workbench.track"));
        canvas.Fill(new Rect(canvas.Width - 1, start, 1, length), Theme.Glyphs.Thumb, Look(Roles.Bar));
    }

    /// <summary>Says what a click on a place does.</summary>
    protected void Hit(Rect place, Action run) => _hits.Add((place, run));

    /// <summary>A look of the theme over plain text.</summary>
    protected Style Look(string role) => Canvas.Over(Theme[Roles.Text], Theme[role]);
}
