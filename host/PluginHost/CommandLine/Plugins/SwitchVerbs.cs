using System.CommandLine;
using PluginHost.Engine.Workspaces;
using PluginHost.Engine.Workspaces.Editing;
using PluginHost.Sdk;

namespace PluginHost.CommandLine.Plugins;

/// <summary>
/// <c>plugins enable</c> and <c>plugins disable</c>: they write it into <c>plugins.yaml</c>, which an open screen takes up by itself.
/// </summary>
internal static class SwitchVerbs
{
    private static readonly Argument<string> Id = new("id")
    {
        Description = "The plugin's id; \"pluginhost plugins\" lists them.",
        HelpName = "id",
    };

    public static Command Enable() => Verb("enable", "Switch a plugin on, with the settings that it had. One that comes with the program is named where it was not.", on: true);

    public static Command Disable() => Verb("disable", "Switch a plugin off. Its settings stay in plugins.yaml.", on: false);

    private static Command Verb(string name, string description, bool on)
    {
        var verb = new Command(name, description) { Id };
        verb.SetAction((commandLine, cancel) => SwitchAsync(commandLine, on, cancel));
        return verb;
    }

    private static async Task<int> SwitchAsync(ParseResult commandLine, bool on, CancellationToken cancel)
    {
        var file = FirstWorkspace.Demand(commandLine);
        var id = commandLine.GetRequiredValue(Id);
        var named = Named(file);
        var isNamed = named.Contains(id);
        if (!isNamed && !(on && Bundled().Contains(id)))
        {
            throw new WrongUseException($"{WorkspaceFile.FileName} names no plugin \"{id}\", so there is nothing to switch {(on ? "on" : "off")}."
                + $"{Nearest.Hint(id, on ? named.Concat(Bundled()) : named)} \"pluginhost plugins\" lists what it names.");
        }

        // It may be on in the file, and left out because it has ended the program: opening finds out what nobody has looked at yet.
        if (on)
            await Session.Open(commandLine).DisposeAsync();

        var isBack = on && PluginHost.Engine.Engine.BringBack(file, id);
        var edit = isNamed ? await PluginsFile.SwitchAsync(file, id, on, cancel) : await PluginsFile.AddAsync(file, id, cancel);
        return edit switch
        {
            FileEdited => Tell($"{id} is {(on ? "on" : "off")}."),
            FileUnchanged when isBack => TellBack(file, id),
            FileUnchanged => Tell($"{id} is {(on ? "on" : "off")} already."),
            FileEditRefused refused => throw new PluginHostException(refused.ToString()),
            var other => throw new InvalidOperationException($"A plugin was switched as {other}."),
        };
    }

    // Whoever has the workspace open looks at it again when the file is written.
    private static int TellBack(string file, string id)
    {
        File.SetLastWriteTimeUtc(file, TimeProvider.System.GetUtcNow().UtcDateTime);
        return Tell($"{id} is left out no more.");
    }

    private static int Tell(string text)
    {
        Console.Error.WriteLine(text);
        return ExitCode.Done;
    }

    private static List<string> Named(string file) => WorkspaceFile.Read(file) switch
    {
        WorkspaceRead { Configuration: var workspace } => [.. workspace.Plugins.Select(plugin => plugin.Id)],
        WorkspaceRefused { Problems: var problems } => throw new WrongUseException(string.Join('\n', problems)),
        var other => throw new InvalidOperationException($"A workspace was read as {other}."),
    };

    /// <summary>The plugins that come with the program.</summary>
    public static IEnumerable<string> Bundled()
    {
        var folder = Path.Combine(AppContext.BaseDirectory, "plugins");
        return Directory.Exists(folder) ? Directory.EnumerateDirectories(folder).Select(child => Path.GetFileName(child)) : [];
    }
}
