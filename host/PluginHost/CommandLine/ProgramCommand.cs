using System.CommandLine;
using System.CommandLine.Invocation;
using PluginHost.Printing;
using PluginHost.Sdk;

namespace PluginHost.CommandLine;

/// <summary>The program's verbs and how they end.</summary>
internal static class ProgramCommand
{
    public static RootCommand Make()
    {
        var root = new RootCommand("Campaigns on X, Mastodon and Bluesky, from a terminal, with plugins and scripts.")
        {
            RunCommand.Make(),
            DoCommand.Make(),
            PluginsCommand.Make(),
            ProfilesCommand.Make(),
            CommandsCommand.Make(),
            DoctorCommand.Make(),
            CompletionCommand.Make(),
        };
        root.Options.Add(Common.Workspace);
        root.Options.Add(Common.Json);
        root.SetAction(OverviewCommand.RunAsync);
        return root;
    }

    /// <summary>Runs what was asked for. Every way to fail ends here, with its message and its exit code.</summary>
    public static async Task<int> InvokeAsync(ParseResult commandLine, CancellationToken cancel)
    {
        var plain = new InvocationConfiguration { EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = null };
        try
        {
            var exitCode = await commandLine.InvokeAsync(plain, cancel);
            return commandLine.Action is ParseErrorAction ? ExitCode.WrongUse : exitCode;
        }
        catch (WrongUseException wrong)
        {
            Complaint.Write(wrong.Message);
            return ExitCode.WrongUse;
        }
        catch (PluginHostException failure)
        {
            Complaint.Write(failure.Message);
            return ExitCode.Failed;
        }
        catch (OperationCanceledException) when (cancel.IsCancellationRequested)
        {
            Complaint.Write("Cancelled.");
            return ExitCode.Failed;
        }
    }
}
