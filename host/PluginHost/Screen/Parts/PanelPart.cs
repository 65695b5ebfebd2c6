using PluginHost.Terminal;

namespace PluginHost.Screen.Parts;

/// <summary>The panel under the editors: its tabs, and the view in front.</summary>
internal sealed class PanelPart : Part
{
    private readonly Desk _desk;
    private readonly TabLine _tabs;

    public PanelPart(Desk desk) => (_desk, _tabs) = (desk, new TabLine(desk) { CanClose = false });

    protected override void DrawPart(Canvas canvas)
    {
        if (_desk.Model.Layout.Panel is not { } panel)
            return;

        (_tabs.Tabs, _tabs.Active, _tabs.HasFocusedView) = (panel.Tabs, panel.Active, _desk.Model.Focused is { } focused && panel.Tabs.Contains(focused));
        Show(_tabs, canvas.Inside(new Rect(0, 0, canvas.Width, 1)));
        if (panel.Active is { } view)
            Show(_desk.FrameOf(view), canvas.Inside(new Rect(0, 1, canvas.Width, Math.Max(0, canvas.Height - 1))));
    }
}
