using System.CommandLine;
using System.CommandLine.Invocation;
using PluginHost.Printing;
using PluginHost.Sdk;

namespace PluginHost.CommandLine;

/// <summary>The program's verbs and how they end.</summary>
internal static class ProgramCommand
{
    private static RootCommand Make(Interruption interruption)
    {
        var root = new RootCommand("Campaigns on X, Mastodon and Bluesky, from a terminal, with plugins and scripts.")
        {
            NewCommand.Make(),
            RunCommand.Make(),
            RehearseCommand.Make(),
            TestCommand.Make(),
            ReplCommand.Make(interruption),
            DoCommand.Make(),
            CheckCommand.Make(),
            ServeCommand.Make(),
            DevCommand.Make(),
            CampaignsCommand.Make(),
            PluginsCommand.Make(),
            TrustCommand.Make(),
            ProfilesCommand.Make(),
            VaultCommand.Make(),
            CommandsCommand.Make(),
            GlobalsCommand.Make(),
            DoctorCommand.Make(),
            CompletionCommand.Make(),
            RunOccurrenceCommand.Make(),
        };
        root.Options.Add(Common.Workspace);
        root.Options.Add(Common.Json);
        Completion.ReplaceIn(root);
        CommandHelp.AddTo(root);
        root.SetAction(FrontAsync);
        return root;
    }

    // In a terminal the workbench; into a pipe or a file, and with --json, what there is to say about the workspace.
    private static Task<int> FrontAsync(ParseResult commandLine, CancellationToken cancel) =>
        Console.IsInputRedirected || Console.IsOutputRedirected || commandLine.GetValue(Common.Json)
            ? OverviewCommand.RunAsync(commandLine, cancel)
            : ScreenCommand.RunAsync(commandLine, cancel);

    /// <summary>Reads a command line. The interruption is for the verb that lives on after a Ctrl+C. What begins with @ is a profile, not a file with more arguments.</summary>
    public static ParseResult Parse(string[] arguments, Interruption interruption) => Make(interruption).Parse(arguments, new ParserConfiguration { ResponseFileTokenReplacer = null });

    /// <summary>Runs what was asked for. Every way to fail ends here, with its message and its exit code.</summary>
    public static async Task<int> InvokeAsync(ParseResult commandLine, CancellationToken cancel)
    {
        try
        {
            switch (commandLine.Action)
            {
                case ParseErrorAction:
                    throw new WrongUseException(Misuse.Describe(commandLine));
                case AsynchronousCommandLineAction verb:
                    // Not through the library's pipeline: it listens for Ctrl+C itself, and its start costs what ours may not.
                    return await verb.InvokeAsync(commandLine, cancel);
                default:
                    return commandLine.Invoke(new InvocationConfiguration { EnableDefaultExceptionHandler = false });
            }
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
        catch (Exception fault)
        {
            // The last net: whoever calls the program gets an exit code of ours, and we get what we need to mend it.
            Complaint.Write($"This is a fault of PluginHost's own. Please report it, with these lines:\n{fault}");
            return ExitCode.Failed;
        }
    }
}
