using System.CommandLine;
using PluginHost.Engine.Background;
using PluginHost.Engine.Plugins.Crashes;
using PluginHost.Engine.Trust;
using PluginHost.Engine.Workspaces;
using PluginHost.Printing;
using PluginHost.Sdk;

namespace PluginHost.CommandLine;

/// <summary><c>serve</c>: runs the background services of all plugins and the campaigns until it is told to stop. It ends with 0 then.</summary>
internal static class ServeCommand
{
    private static readonly Option<bool> Dev = new("--dev")
    {
        Description = "Rebuild and swap plugins that plugins.yaml names with a path: and whose source is saved.",
    };

    public static Command Make()
    {
        var command = new Command("serve", "Do what is due, without a screen, until it is stopped: run the plugins' background services and the campaigns.");
        command.Options.Add(Dev);
        command.SetAction(RunAsync);
        return command;
    }

    private static async Task<int> RunAsync(ParseResult commandLine, CancellationToken cancel)
    {
        await using var session = Session.OpenUnloadable(commandLine);
        await DemandTrustAsync(session.Engine, cancel);
        session.WarnOfRefusedPlugins();
        using var lastWords = LastWords.KeepIn(session.Engine.DataFolder);
        var services = session.Engine.Background.All.ToList();
        var campaigns = session.Engine.Campaigns.Read();
        if (campaigns.Problems.Count > 0)
            throw new WrongUseException(string.Join('\n', campaigns.Problems));

        if (services.Count == 0 && campaigns.All.Count == 0)
        {
            throw new WrongUseException(
                $"No plugin of {session.Engine.Workspace.File} has a background service, and no campaign is planned, so there is nothing to serve. "
                + "\"pluginhost plugins\" lists what the plugins have.");
        }

        var lines = new ServeLines(session, commandLine.GetValue(Common.Json));
        using var stop = new CancellationTokenSource();

        // Said first: whoever is told last to stop is called first.
        using var stopping = cancel.UnsafeRegister(
            _ =>
            {
                lines.Stopping();
                stop.Cancel();
            },
            null);
        lines.Serving(services, campaigns.All);

        // What is switched on or off meanwhile is taken up, as the screen does.
        using var watch = new WorkspaceWatch(session.Engine.Workspace.File, session.Engine.Clock, () => _ = ReloadAsync(session.Engine, stop.Token));
        var developing = commandLine.GetValue(Dev) ? session.Engine.Developing.RunAsync(stop.Token) : Task.CompletedTask;
        await session.Engine.ServeAsync(stop.Token);
        await developing;
        lines.Stopped();
        return ExitCode.Done;
    }

    private static async Task ReloadAsync(Engine.Engine engine, CancellationToken cancel)
    {
        try
        {
            await engine.ReloadAsync(cancel);
        }
        catch (OperationCanceledException)
        {
            // It is told to stop.
        }
    }

    // Half of what is to be served, without a word, would be found out weeks later. Where trust changes nothing, none is asked for.
    private static Task DemandTrustAsync(Engine.Engine engine, CancellationToken cancel) =>
        engine.Campaigns.Read().All.Count > 0 || engine.Plugins.All.Any(plugin => plugin.Restriction is { Kind: RestrictionKind.Workspace })
            ? TrustQuestion.DemandAsync(engine, cancel)
            : Task.CompletedTask;
}
