using System.CommandLine;
using PluginHost.CommandLine.Plugins;
using PluginHost.Sdk;

namespace PluginHost.CommandLine;

/// <summary><c>plugins</c>: the plugins of the workspace, with their state and, where one cannot be used, the reason.</summary>
internal static class PluginsCommand
{
    public static Command Make()
    {
        var command = new Command("plugins", "List the plugins of the workspace, with their state.");
        command.Subcommands.Add(SwitchVerbs.Enable());
        command.Subcommands.Add(SwitchVerbs.Disable());
        command.SetAction(RunAsync);
        return command;
    }

    private static async Task<int> RunAsync(ParseResult commandLine, CancellationToken cancel)
    {
        await using var session = Session.Open(commandLine);
        session.Printer.Print(Table.Of(
            session.Engine.Plugins.All,
            ("id", plugin => plugin.Id),
            ("version", plugin => plugin.Manifest?.Version),
            ("state", plugin => session.Engine.StateOf(plugin).ToString().ToLowerInvariant()),
            ("origin", plugin => plugin.Origin.ToString().ToLowerInvariant()),
            ("commands", plugin => plugin.Contributions?.Commands.Count ?? 0),
            ("views", plugin => plugin.Contributions?.Views.Count ?? 0),
            ("networks", plugin => string.Join(", ", plugin.Contributions?.Networks.Select(network => network.Id) ?? [])),
            ("services", plugin => string.Join(", ", plugin.Contributions?.BackgroundServices.Select(service => service.Id) ?? [])),
            ("reason", plugin => plugin.Refusal)));
        return ExitCode.Done;
    }
}
