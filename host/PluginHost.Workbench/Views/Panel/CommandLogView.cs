using PluginHost.Sdk;
using PluginHost.Workbench.Commands;

namespace PluginHost.Workbench.Views.Panel;

/// <summary>What the interface executed: each command with its arguments, as a script could call it, and what it came to. Enter runs one once more.</summary>
internal sealed class CommandLogView : OwnedView
{
    private readonly CommandLog _log;
    private readonly Clearing _clearing;

    public CommandLogView(Workbench workbench)
        : base(workbench, PanelViews.Log, Texts.CommandLog)
    {
        (_log, _clearing) = (workbench.Log, new Clearing(workbench.Engine.Clock, Refresh));
        _log.Told += Refresh;
    }

    public override bool CanClear => true;

    public override string Welcome => Texts.LogEmpty;

    public override Action Clear() => _clearing.Clear();

    protected override View Read() => new LogView
    {
        Lines = _clearing.Of(_log.Entries.Select(LineOf)),
    };

    /// <summary>How a command that was executed is shown.</summary>
    public static LogLine LineOf(CommandLogEntry entry) => new()
    {
        At = entry.At,
        Severity = entry.Severity,
        Text = $"{entry.Id} {entry.Arguments}".TrimEnd() + (entry.Outcome.Length == 0 ? "" : $"  → {entry.Outcome}"),
    };
}
