using PluginHost.Engine.Plugins;
using PluginHost.Engine.Plugins.Reporting;

namespace PluginHost.CommandLine.Plugins;

/// <summary>A plugin in a process that runs on the workspace.</summary>
/// <param name="Plugin">The plugin, as this process has read it.</param>
/// <param name="Process">The process; null: this one.</param>
/// <param name="Report">How it stands there.</param>
internal sealed record PluginRow(KnownPlugin Plugin, int? Process, PluginReport Report)
{
    /// <summary>Every plugin with a row for each process that runs, or one for this process where none does.</summary>
    public static IReadOnlyList<PluginRow> AllOf(Engine.Engine engine)
    {
        var processes = engine.Processes;
        var rows = new List<PluginRow>();
        foreach (var plugin in engine.Plugins.All)
        {
            var running = processes
                .SelectMany(process => process.Plugins.Where(report => report.Plugin == plugin.Id).Select(report => new PluginRow(plugin, process.Process, report)))
                .ToList();
            rows.AddRange(running.Count > 0 ? running : [new PluginRow(plugin, null, PluginReport.Of(engine, plugin))]);
        }

        return rows;
    }
}
