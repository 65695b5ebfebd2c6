using System.CommandLine;
using PluginHost.Engine;
using PluginHost.Engine.Trust;
using PluginHost.Sdk;

namespace PluginHost.CommandLine;

/// <summary><c>new</c>: makes a workspace on the rehearsal network, with a first script. It writes into no folder that holds something already.</summary>
internal static class NewCommand
{
    private static readonly Argument<string> Folder = new("folder") { Description = "The folder, which must not be there yet or be empty.", HelpName = "DIR" };

    public static Command Make()
    {
        var command = new Command("new", "Make a workspace: plugins, two profiles on the rehearsal network, a first script.") { Folder };
        command.SetAction(Run);
        return command;
    }

    private static int Run(ParseResult commandLine)
    {
        var named = commandLine.GetValue(Folder)!;
        if (named.Length == 0)
            throw new WrongUseException("\"\" is no folder. Name one that is not there yet.");

        var folder = Path.GetFullPath(named);
        RefuseTaken(named, folder);
        try
        {
            WorkspaceTemplate.WriteTo(folder);

            // Whoever makes it knows what is in it.
            new TrustBook(UserFolders.OfPerson(), TimeProvider.System).TrustWorkspace(folder);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new PluginHostException($"{named} cannot be made a workspace: {error.Message}", error);
        }

        Console.Out.WriteLine($"""
            {named} is a workspace now: {string.Join(", ", WorkspaceTemplate.Files)}. Try there:

              pluginhost run scripts/hello.csx      says a first word, on the rehearsal network: nothing leaves this machine
              pluginhost                            opens the workbench
            """);
        return ExitCode.Done;
    }

    private static void RefuseTaken(string named, string folder)
    {
        if (File.Exists(folder))
            throw new WrongUseException($"\"{named}\" is no folder. Name one that is not there yet.");

        if (File.Exists(Path.Combine(folder, "plugins.yaml")))
            throw new WrongUseException($"{named} is a workspace already. Name a folder that is not there yet.");

        if (Directory.Exists(folder) && Directory.EnumerateFileSystemEntries(folder).Any())
            throw new WrongUseException($"{named} is not empty, and nothing in it is written over. Name a folder that is not there yet.");
    }
}
