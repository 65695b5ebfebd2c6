using PluginHost.Sdk;

namespace PluginHost.Workbench.Views.Panel;

/// <summary>What a person was told, long after its toast has gone.</summary>
internal sealed class NotificationsView : OwnedView
{
    private readonly Workbench _workbench;
    private readonly Clearing _clearing;

    public NotificationsView(Workbench workbench)
        : base(workbench, PanelViews.Notifications, Texts.CommandNews)
    {
        (_workbench, _clearing) = (workbench, new Clearing(workbench.Engine.Clock, Refresh));
        workbench.Notifications.Told += Refresh;
    }

    public override bool CanClear => true;

    public override string Welcome => Texts.NewsEmpty;

    public override Action Clear() => _clearing.Clear();

    protected override View Read() => new LogView
    {
        Lines = _clearing.Of(_workbench.Notifications.History.Select(toast => new LogLine { At = toast.At, Severity = toast.Severity, Text = toast.Text })),
    };
}
