using PluginHost.Engine.Output;
using PluginHost.Sdk;

namespace PluginHost.Workbench.Views.Panel;

/// <summary>What plugins and the host have to say.</summary>
internal sealed class OutputView : ViewSource
{
    private readonly OutputLog _log;

    public OutputView(OutputLog log)
        : base(PanelViews.Output, Texts.CommandOutput, Area.Panel)
    {
        _log = log;
        log.Added += _ => Refresh();
    }

    public override string Welcome => Texts.OutputEmpty;

    public override Task<View> SnapshotAsync(CancellationToken cancel) => Task.FromResult<View>(new LogView
    {
        Lines = [.. _log.Lines.Select(line => new LogLine { At = line.At, Severity = line.Severity, Text = $"{line.Source}: {line.Text}" })],
    });
}
