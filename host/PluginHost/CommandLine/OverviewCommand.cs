using System.CommandLine;
using PluginHost.Sdk;

namespace PluginHost.CommandLine;

/// <summary>Without a verb: what this workspace has, and what to try next; without a workspace, how to make one.</summary>
internal static class OverviewCommand
{
    public static async Task<int> RunAsync(ParseResult commandLine, CancellationToken cancel)
    {
        FirstWorkspace.Demand(commandLine);
        await using var session = Session.Open(commandLine);
        if (commandLine.GetValue(Common.Json))
            session.Printer.Print(Describe(session.Engine));
        else
        {
            Tell(session.Engine, session.Person.Say);
            session.Tell(WhyNoScreen());
        }

        return ExitCode.Done;
    }

    private static string WhyNoScreen() => Console.IsInputRedirected
        ? "There is no screen, because what is typed comes from a file or a pipe. Start pluginhost in a terminal, with nothing before it and no \"<\" behind it."
        : "There is no screen, because what is shown goes to a file or a pipe. Start pluginhost in a terminal, with nothing behind it.";

    private static Record Describe(Engine.Engine engine) => Record.Of(
        ("workspace", engine.Workspace.Name),
        ("plugins", new ListValue(engine.Plugins.All.Select(plugin => (Value)plugin.Id))),
        ("refused", new ListValue(engine.Plugins.All.Where(plugin => plugin.Refusal is not null).Select(plugin => (Value)plugin.Id))),
        ("profiles", new ListValue(engine.Profiles.All.Select(profile => (Value)profile.Name))),
        ("scripts", new ListValue(Scripts(engine).Select(path => (Value)path))));

    private static void Tell(Engine.Engine engine, Action<string> say)
    {
        say(engine.Workspace.Name);
        say("");
        say($"  plugins   {List(engine.Plugins.All.Select(plugin => plugin.Refusal is null ? plugin.Id : $"{plugin.Id} (cannot be used)"))}");
        say($"  profiles  {List(engine.Profiles.All.Select(profile => profile.Purpose.Length > 0 ? $"{profile.Name} {profile.Purpose}" : profile.Name))}");
        say($"  scripts   {List(Scripts(engine))}");
        say("");
        say("Try next:");
        foreach (var (command, what) in Next(engine))
            say($"  {command,-52} {what}");
    }

    private static IEnumerable<(string Command, string What)> Next(Engine.Engine engine)
    {
        if (engine.Plugins.All.Any(plugin => plugin.Refusal is not null))
            yield return ("pluginhost doctor", "tells what is wrong and what to do");

        if (Scripts(engine).FirstOrDefault() is { } script)
            yield return ($"pluginhost run {script}", "runs a campaign");

        if (engine.Commands.All.FirstOrDefault(pair => pair.Command.Parameters.All(parameter => parameter.Default is not null))?.Command is { } command)
            yield return ($"pluginhost do {command.Id}", command.Title);

        yield return ("pluginhost commands", "lists what plugins can do");
        yield return ("pluginhost --help", "lists the verbs");
    }

    private static IEnumerable<string> Scripts(Engine.Engine engine)
    {
        var folder = Path.Combine(engine.Workspace.Root, "scripts");
        return Directory.Exists(folder)
            ? Directory.EnumerateFiles(folder, "*.csx").Select(path => Path.GetRelativePath(".", path)).Order(StringComparer.Ordinal)
            : [];
    }

    private static string List(IEnumerable<string> items) => string.Join(", ", items) is { Length: > 0 } list ? list : "none";
}
