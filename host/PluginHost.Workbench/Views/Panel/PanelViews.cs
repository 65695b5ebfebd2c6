namespace PluginHost.Workbench.Views.Panel;

/// <summary>The views of the panel, each a few records over what the workbench knows.</summary>
internal static class PanelViews
{
    public const string Problems = "workbench.problems";
    public const string Output = "workbench.output";
    public const string Jobs = "workbench.jobs";
    public const string Log = "workbench.log";
    public const string Notifications = "workbench.notifications";

    public static void AddTo(Workbench workbench)
    {
        workbench.Add(new ProblemsView(workbench));
        workbench.Add(new OutputView(workbench.Engine.Output, workbench.Engine.Clock));
        workbench.Add(new JobsView(workbench.Engine.Jobs));
        workbench.Add(new CommandLogView(workbench));
        workbench.Add(new NotificationsView(workbench));
    }
}
