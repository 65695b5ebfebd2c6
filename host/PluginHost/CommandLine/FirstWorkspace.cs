using System.CommandLine;
using PluginHost.Sdk;

namespace PluginHost.CommandLine;

/// <summary>What a newcomer is told who starts the program where there is no workspace: how to make one.</summary>
internal static class FirstWorkspace
{
    private const string HowToMakeOne = """
        Here is no workspace yet. This makes one, and says a first word in it:

          pluginhost new campaigns
          cd campaigns
          pluginhost run scripts/hello.csx

        What is said on the rehearsal network leaves this machine nowhere. "pluginhost --help" lists the verbs.
        """;

    /// <summary>Finds the workspace that a command line means.</summary>
    /// <returns>The full path of its <c>plugins.yaml</c>.</returns>
    /// <exception cref="WrongUseException">There is none.</exception>
    public static string Demand(ParseResult commandLine)
    {
        var file = WorkspaceFinder.Find(commandLine.GetValue(Common.Workspace));
        return File.Exists(file) || File.Exists(Path.ChangeExtension(file, ".yml")) ? file : throw new WrongUseException(HowToMakeOne);
    }
}
