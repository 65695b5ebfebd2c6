using System.Globalization;
using PluginHost.Engine.Jobs;
using PluginHost.Sdk;

namespace PluginHost.Workbench.Views.Panel;

/// <summary>The jobs under way. Closing a toast leaves its job here.</summary>
internal sealed class JobsView : ViewSource
{
    private readonly JobBoard _board;

    public JobsView(JobBoard board)
        : base(PanelViews.Jobs, Texts.CommandJobs, Area.Panel)
    {
        _board = board;
        board.Changed += _ => Refresh();
    }

    public override string Welcome => Texts.JobsEmpty;

    public override Task<View> SnapshotAsync(CancellationToken cancel) => Task.FromResult<View>(new TableView
    {
        Table = Table.Of(
            _board.Running,
            (Texts.ColumnJob, job => job.Title),
            (Texts.ColumnDone, job => job.Done is { } done ? string.Create(CultureInfo.InvariantCulture, $"{done:0 %}") : Value.Nothing),
            (Texts.ColumnNow, job => job.Text),
            (Texts.ColumnPlugin, job => job.Plugin)),
        OpenCommand = "workbench.cancel",
    });
}
