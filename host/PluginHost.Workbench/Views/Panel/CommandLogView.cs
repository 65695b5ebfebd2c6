using PluginHost.Sdk;
using PluginHost.Workbench.Commands;

namespace PluginHost.Workbench.Views.Panel;

/// <summary>What the interface executed: each command with its arguments, as a script could call it, and what it came to.</summary>
internal sealed class CommandLogView : OwnedView
{
    private readonly CommandLog _log;

    public CommandLogView(Workbench workbench)
        : base(workbench, PanelViews.Log, Texts.CommandLog)
    {
        _log = workbench.Log;
        _log.Told += Refresh;
    }

    public override string Welcome => Texts.LogEmpty;

    protected override View Read() => new LogView
    {
        Lines = [.. _log.Entries.Select(entry => new LogLine
        {
            At = entry.At,
            Severity = entry.Severity,
            Text = $"{entry.Id} {entry.Arguments}".TrimEnd() + (entry.Outcome.Length == 0 ? "" : $"  → {entry.Outcome}"),
        })],
    };
}
