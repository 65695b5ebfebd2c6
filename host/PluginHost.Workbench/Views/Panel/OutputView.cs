using PluginHost.Engine.Output;
using PluginHost.Sdk;

namespace PluginHost.Workbench.Views.Panel;

/// <summary>What plugins and the host have to say.</summary>
internal sealed class OutputView : ViewSource
{
    private readonly OutputLog _log;
    private readonly Clearing _clearing;

    public OutputView(OutputLog log, TimeProvider clock)
        : base(PanelViews.Output, Texts.CommandOutput, Area.Panel)
    {
        (_log, _clearing) = (log, new Clearing(clock, Refresh));
        log.Added += _ => Refresh();
    }

    public override bool CanClear => true;

    public override string Welcome => Texts.OutputEmpty;

    public override Action Clear() => _clearing.Clear();

    public override Task<View> SnapshotAsync(CancellationToken cancel) => Task.FromResult<View>(new LogView
    {
        Lines = _clearing.Of(_log.Lines.Select(line => new LogLine { At = line.At, Severity = line.Severity, Text = $"{line.Source}: {line.Text}" })),
    });
}
