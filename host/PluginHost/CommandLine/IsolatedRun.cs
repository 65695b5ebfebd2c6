using System.CommandLine;
using PluginHost.Engine.Isolation;
using PluginHost.Printing;

namespace PluginHost.CommandLine;

/// <summary><c>run --isolate</c>: the same run in a process of its own, which hears and speaks as this one does.</summary>
internal static class IsolatedRun
{
    public static async Task<int> RunAsync(
        ParseResult commandLine, IReadOnlyList<string> options, string path, string[] args, CancellationToken cancel)
    {
        List<string> arguments = ["run"];
        if (commandLine.GetValue(Common.Workspace) is { } workspace)
            arguments.AddRange(["--workspace", workspace]);

        if (commandLine.GetValue(Common.Json))
            arguments.Add("--json");

        arguments.AddRange(options);

        // The pipe's option is the last, and must not be taken for one of the script's.
        var child = IsolatedProcess.Start(ThisProgram.Command, arguments, ["--", path, .. args], TimeProvider.System);
        await using (child)
        {
            var end = await child.WaitAsync(cancel);
            if (end.IsKilled)
                Complaint.Write("The script did not stop within 2 seconds. It was ended with its process.");
            else if (!end.IsOrderly)
                Complaint.Write("The script's process was ended from outside.");

            return end.IsOrderly ? end.ExitCode : ExitCode.Failed;
        }
    }
}
