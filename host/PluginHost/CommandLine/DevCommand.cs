using System.CommandLine;
using PluginHost.Engine;
using PluginHost.Engine.Plugins.Developing;
using PluginHost.Engine.Trust;
using PluginHost.Sdk;

namespace PluginHost.CommandLine;

/// <summary>
/// <c>dev</c>: the screen for whoever writes a plugin. It is a verb and not an option of the screen, because what it opens is another workspace: one of its own, made for
/// the plugin and empty at each start.
/// </summary>
internal static class DevCommand
{
    private static readonly Argument<string> Folder = new("dir")
    {
        Description = "The plugin's folder, with plugin.yaml and the project.",
        HelpName = "DIR",
        DefaultValueFactory = _ => ".",
    };

    public static Command Make()
    {
        var command = new Command("dev", "Try the plugin of a folder while you write it: it is built, shown in an empty workspace on the rehearsal network, and swapped whenever its source is saved.") { Folder };
        command.SetAction(RunAsync);
        return command;
    }

    private static async Task<int> RunAsync(ParseResult commandLine, CancellationToken cancel)
    {
        var folder = Path.GetFullPath(commandLine.GetRequiredValue(Folder));
        using var workspace = DevWorkspace.Make(folder, UserFolders.OfPerson());
        if (Console.IsInputRedirected || Console.IsOutputRedirected)
            throw new WrongUseException("\"dev\" shows a screen, and this is no terminal. Start it in one.");

        Console.Error.WriteLine($"Building {folder}");
        if (!await DevWorkspace.BuildAsync(folder, Console.Error.WriteLine, cancel))
            throw new PluginHostException("The plugin does not build. Mend what the compiler names above, and start again.");

        // Whoever names the folder has written what is in it.
        return await ScreenCommand.RunAsync(workspace.File, GivenTrust.Everything, cancel);
    }
}
