using System.CommandLine;
using PluginHost.Engine.Background;
using PluginHost.Engine.Plugins.Crashes;
using PluginHost.Engine.Trust;
using PluginHost.Printing;
using PluginHost.Sdk;

namespace PluginHost.CommandLine;

/// <summary><c>serve</c>: runs the background services of all plugins and the campaigns until it is told to stop. It ends with 0 then.</summary>
internal static class ServeCommand
{
    public static Command Make()
    {
        var command = new Command("serve", "Do what is due, without a screen, until it is stopped: run the plugins' background services and the campaigns.");
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
        await session.Engine.ServeAsync(stop.Token);
        lines.Stopped();
        return ExitCode.Done;
    }

    // Half of what is to be served, without a word, would be found out weeks later. Where trust changes nothing, none is asked for.
    private static Task DemandTrustAsync(Engine.Engine engine, CancellationToken cancel) =>
        engine.Campaigns.Read().All.Count > 0 || engine.Plugins.All.Any(plugin => plugin.Restriction is { Kind: RestrictionKind.Workspace })
            ? TrustQuestion.DemandAsync(engine, cancel)
            : Task.CompletedTask;
}
