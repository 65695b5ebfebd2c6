using PluginHost.Screen.Parts;
using PluginHost.Terminal;
using PluginHost.Workbench.Rendering;

namespace PluginHost.Screen;

/// <summary>The whole of the screen: title, activities, side bar, editors, panel, status and hints, in the places that the workbench's layout gives them.</summary>
internal sealed class Stage : Part
{
    private const int FewestRowsForBoth = 10;
    private readonly Desk _desk;
    private readonly TitleBar _title;
    private readonly ActivityBar _activities;
    private readonly SidePart _side;
    private readonly PaneArea _editors;
    private readonly PanelPart _panel;
    private readonly Divider _sideEdge;
    private readonly Divider _panelEdge;
    private readonly StatusLine _status;
    private readonly HintLine _hints;
    private readonly ToastStack _toasts;
    private readonly TabLine _zoomed;

    public Stage(Desk desk)
    {
        _desk = desk;
        _title = new TitleBar(desk);
        _activities = new ActivityBar(desk);
        _side = new SidePart(desk);
        _editors = new PaneArea(desk);
        _panel = new PanelPart(desk);
        _sideEdge = new Divider(desk, Dividers.Side, isStacked: false);
        _panelEdge = new Divider(desk, Dividers.Panel, isStacked: true);
        _status = new StatusLine(desk);
        _hints = new HintLine(desk);
        _toasts = new ToastStack(desk);
        _zoomed = new TabLine(desk) { CanClose = false, HasFocusedView = true };
    }

    public TitleBar Title => _title;

    protected override void DrawPart(Canvas canvas)
    {
        var foot = canvas.Height >= FewestRowsForBoth ? 2 : 1;
        var body = new Rect(0, 1, canvas.Width, Math.Max(0, canvas.Height - 1 - foot));
        Show(_title, canvas.Inside(new Rect(0, 0, canvas.Width, 1)));
        if (_desk.Model.Layout.Zoomed is { } zoomed)
            DrawZoomed(canvas.Inside(body), zoomed);
        else
            DrawBody(canvas.Inside(body));

        if (foot == 2)
            Show(_status, canvas.Inside(new Rect(0, canvas.Height - 2, canvas.Width, 1)));

        Show(_hints, canvas.Inside(new Rect(0, canvas.Height - 1, canvas.Width, 1)));
        if (_desk.Model.Toasts.Count > 0 && _toasts.PlaceIn(canvas.Inside(body)) is { IsEmpty: false } place)
            Show(_toasts, canvas.Inside(place with { Y = place.Y + body.Y }));
    }

    // Its title stays: nobody is to wonder what fills the screen.
    private void DrawZoomed(Canvas canvas, OpenView view)
    {
        (_zoomed.Tabs, _zoomed.Active) = ([view], view);
        Show(_zoomed, canvas.Inside(new Rect(0, 0, canvas.Width, Math.Min(1, canvas.Height))));
        Show(_desk.FrameOf(view), canvas.Inside(new Rect(0, 1, canvas.Width, Math.Max(0, canvas.Height - 1))));
    }

    private void DrawBody(Canvas canvas)
    {
        var layout = _desk.Model.Layout;
        var x = Math.Min(ActivityBar.Width, canvas.Width);
        Show(_activities, canvas.Inside(new Rect(0, 0, x, canvas.Height)));
        if (layout.Side is { IsOver: false } side)
        {
            var width = Cells(canvas.Width, side.Share);
            Show(_side, canvas.Inside(new Rect(x, 0, width, canvas.Height)));
            _sideEdge.IsBright = _desk.Model.Focused is { } focused && side.Views.Contains(focused);
            Show(_sideEdge.Over(x, canvas.Width), canvas.Inside(new Rect(x + width, 0, 1, canvas.Height)));
            x += width + 1;
        }

        DrawEditors(canvas.Inside(new Rect(x, 0, Math.Max(0, canvas.Width - x), canvas.Height)), layout);
        if (layout.Side is { IsOver: true } over)
        {
            var place = new Rect(ActivityBar.Width, 0, Math.Min(canvas.Width - ActivityBar.Width, Math.Max(28, Cells(canvas.Width, over.Share))), canvas.Height);
            canvas.Fill(place, Look(Roles.Layer));
            canvas.Down(place.Right - 1, 0, place.Height, Theme.Glyphs.Border, Canvas.Over(Look(Roles.Layer), Theme[Roles.FocusedEdge]));
            Show(_side, canvas.Inside(place with { Width = Math.Max(0, place.Width - 1) }));
        }
    }

    private void DrawEditors(Canvas canvas, Layout layout)
    {
        if (layout.Panel is not { } panel)
        {
            Show(_editors, canvas);
            return;
        }

        var height = Math.Clamp(Cells(canvas.Height, panel.Share), Math.Min(3, canvas.Height), Math.Max(0, canvas.Height - 3));
        var top = Math.Max(0, canvas.Height - height - 1);
        Show(_editors, canvas.Inside(new Rect(0, 0, canvas.Width, top)));
        _panelEdge.IsBright = _desk.Model.Focused is { } focused && panel.Tabs.Contains(focused);
        Show(_panelEdge.Over(0, canvas.Height), canvas.Inside(new Rect(0, top, canvas.Width, 1)));
        Show(_panel, canvas.Inside(new Rect(0, top + 1, canvas.Width, height)));
    }

    private static int Cells(int all, double share) => (int)Math.Round(all * Math.Clamp(share, 0, 1));
}
