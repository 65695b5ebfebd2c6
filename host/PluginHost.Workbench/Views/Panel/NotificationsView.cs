using PluginHost.Sdk;

namespace PluginHost.Workbench.Views.Panel;

/// <summary>What a person was told, long after its toast has gone.</summary>
internal sealed class NotificationsView : OwnedView
{
    private readonly Workbench _workbench;

    public NotificationsView(Workbench workbench)
        : base(workbench, PanelViews.Notifications, Texts.CommandNews)
    {
        _workbench = workbench;
        workbench.Notifications.Told += Refresh;
    }

    public override string Welcome => Texts.NewsEmpty;

    protected override View Read() => new LogView
    {
        Lines = [.. _workbench.Notifications.History.Select(toast => new LogLine { At = toast.At, Severity = toast.Severity, Text = toast.Text })],
    };
}
