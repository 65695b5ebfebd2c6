using PluginHost.Terminal;

namespace PluginHost.Screen;

internal sealed partial class WorkbenchScreen
{
    // A person has clicked into a view: it gets the workbench's focus.
    private void TellFocus()
    {
        if (Widgets.Focused == _focusGiven || Desk.Model.Layers.Count > 0)
            return;

        if (Desk.ViewOf(Widgets.Focused) is { } view && view != Desk.Model.Focused)
            Desk.Model.Focus(view);
    }

    // The workbench has moved the focus: its view gets the keys.
    private void TakeFocus()
    {
        if (Desk.Model.Layers.Count == 0)
        {
            var body = Desk.Model.Focused is { } view ? Desk.FrameOf(view).Body : null;
            if (body is { Screen: not null } && !body.HasFocus)
                Widgets.FocusFirst(body);
        }

        _focusGiven = Widgets.Focused;
    }
}
