using PluginHost.Terminal;
using PluginHost.Workbench.Rendering;

namespace PluginHost.Screen.Parts;

/// <summary>
/// The titles of views that share a place, and at the end of the line which part of its data the shown one shows. A click shows one, one on its cross or with the middle button closes it. Where they do not fit, those before the shown one
/// give way.
/// </summary>
internal sealed class TabLine(Desk desk) : Part
{
    private const int Sides = 2;
    private const int Sign = 2;
    private readonly List<(int Right, OpenView View)> _places = [];

    public IReadOnlyList<OpenView> Tabs { get; set; } = [];

    public OpenView? Active { get; set; }

    public bool HasFocusedView { get; set; }

    public bool CanClose { get; init; } = true;

    /// <inheritdoc/>
    public override bool OnMouse(MouseInput mouse, int clicks)
    {
        if (CanClose && mouse is { Button: MouseButton.Middle, Action: MouseAction.Press } && TabAt(mouse.X) is { } view)
        {
            desk.Model.Close(view);
            return true;
        }

        return base.OnMouse(mouse, clicks);
    }

    protected override void DrawPart(Canvas canvas)
    {
        canvas.Fill(Look("workbench.tab"));
        var first = First(canvas);
        var x = 0;
        _places.Clear();
        if (first > 0)
            x += canvas.Write(0, 0, Theme.Glyphs.Ellipsis, Look(Roles.Dim));

        for (var i = first; i < Tabs.Count && x < canvas.Width; i++)
        {
            x += DrawTab(canvas, Tabs[i], x);
            _places.Add((x, Tabs[i]));
        }

        // More than there is room for, or the last of them not whole.
        if (x > canvas.Width || first + _places.Count < Tabs.Count)
            canvas.Write(new Rect(0, 0, canvas.Width, 1), Theme.Glyphs.Ellipsis, Alignment.End, Look("workbench.tab"), Theme);
        else if (Active is { Caption.Length: > 0 } shown && canvas.Width - x > Sides)
            canvas.Write(new Rect(x + 1, 0, canvas.Width - x - Sides, 1), RichLine.Of(shown.Caption), Alignment.End, Canvas.Over(Look("workbench.tab"), Theme[Roles.Dim]), Theme);
    }

    private int DrawTab(Canvas canvas, OpenView view, int x)
    {
        var isActive = view == Active;
        var look = Look(isActive ? "workbench.activetab" : "workbench.tab");
        if (isActive && HasFocusedView)
            look = Canvas.Over(look, Theme[Roles.FocusedTitle]);

        var width = WidthOf(canvas, view);
        canvas.Fill(new Rect(x, 0, width, 1), look);
        var title = canvas.Write(x + 1, 0, view.Title, look);
        Hit(new Rect(x, 0, width, 1), () => desk.Model.Focus(view));
        if (view.IsChanged)
            canvas.Write(x + 1 + title + 1, 0, Theme.Glyphs == Glyphs.Ascii ? "*" : "●", look);
        else if (isActive && CanClose)
            canvas.Put(x + 1 + title + 1, 0, [Theme.Glyphs.Cross], 1, look);

        if (isActive && CanClose)
            Hit(new Rect(x + title + 1, 0, width - title - 1, 1), () => desk.Model.Close(view));

        return width;
    }

    // As many before the shown one as leave room for it.
    private int First(Canvas canvas)
    {
        var active = 0;
        for (var i = 0; i < Tabs.Count; i++)
            active = Tabs[i] == Active ? i : active;

        var first = active;
        for (var room = canvas.Width; first >= 0 && first < Tabs.Count; first--)
        {
            room -= WidthOf(canvas, Tabs[first]);
            if (room < 0 && first < active)
                return first + 1;

            if (first == 0)
                break;
        }

        return Math.Max(0, first);
    }

    private OpenView? TabAt(int x)
    {
        foreach (var (right, view) in _places)
        {
            if (x < right)
                return view;
        }

        return null;
    }

    private static int WidthOf(Canvas canvas, OpenView view) => TextWidth.Of(view.Title, canvas.Text) + Sides + Sign;
}
