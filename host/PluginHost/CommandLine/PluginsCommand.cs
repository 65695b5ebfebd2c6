using System.CommandLine;
using PluginHost.CommandLine.Plugins;
using PluginHost.Sdk;

namespace PluginHost.CommandLine;

/// <summary><c>plugins</c>: the plugins of the workspace, with their state in every process that runs on it and, where one cannot be used, the reason.</summary>
internal static class PluginsCommand
{
    public static Command Make()
    {
        var command = new Command("plugins", "List the plugins of the workspace, with their state: in each open screen and serve that runs on it; where none does, as they are before anything is loaded.");
        command.Subcommands.Add(SwitchVerbs.Enable());
        command.Subcommands.Add(SwitchVerbs.Disable());
        command.Subcommands.Add(BisectVerb.Make());
        command.Subcommands.Add(LookVerbs.Search());
        command.Subcommands.Add(LookVerbs.Doctor());
        foreach (var verb in PackageVerbs.All())
            command.Subcommands.Add(verb);

        var list = new Command("list", "List the plugins of the workspace, as \"plugins\" does.");
        list.SetAction(RunAsync);
        command.Subcommands.Add(list);
        command.SetAction(RunAsync);
        return command;
    }

    private static async Task<int> RunAsync(ParseResult commandLine, CancellationToken cancel)
    {
        await using var session = Session.Open(commandLine);
        var rows = PluginRow.AllOf(session.Engine);
        var isAll = commandLine.GetValue(Common.Json) || rows.Any(row => row.Process is not null);
        session.Printer.Print(Table.Of(rows,
        [
            ("id", row => row.Plugin.Id),
            ("version", row => row.Plugin.Manifest?.Version),
            ("state", row => row.Report.State),
            .. isAll ? Running : [],
            ("origin", row => row.Plugin.Origin.ToString().ToLowerInvariant()),
            ("commands", row => row.Plugin.Contributions?.Commands.Count ?? 0),
            ("views", row => row.Plugin.Contributions?.Views.Count ?? 0),
            ("networks", row => string.Join(", ", row.Plugin.Contributions?.Networks.Select(network => network.Id) ?? [])),
            ("services", row => string.Join(", ", row.Plugin.Contributions?.BackgroundServices.Select(service => service.Id) ?? [])),
            ("reason", row => row.Report.Cause.Length > 0 ? row.Report.Cause : null),
            .. commandLine.GetValue(Common.Json) ? Where : [],
        ]));
        return ExitCode.Done;
    }

    // Of this process, which has just begun, none of it is worth a column.
    private static readonly (string, Func<PluginRow, Value>)[] Running =
    [
        ("process", row => row.Process is { } process ? process : Value.Nothing),
        ("own", row => Milliseconds(row.Report.Own)),
        ("waited", row => Milliseconds(row.Report.Waited)),
        ("by", row => row.Report.By),
        ("calls", row => row.Report.Calls),
        ("faults", row => row.Report.Faults),
        ("zombies", row => row.Report.Zombies),
    ];

    private static readonly (string, Func<PluginRow, Value>)[] Where = [("path", row => row.Plugin.Folder.Length > 0 ? row.Plugin.Folder : null)];

    private static Value Milliseconds(TimeSpan? time) => time is { } known ? Math.Round((decimal)known.TotalMilliseconds, 1) : Value.Nothing;
}
