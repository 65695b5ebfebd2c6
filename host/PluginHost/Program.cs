using System.Text;
using PluginHost.CommandLine;

namespace PluginHost;

/// <summary>
/// The entry. It reads as a list of steps; what the parts are and who knows whom stands in ARCHITECTURE.md.
/// </summary>
internal static class Program
{
    private static async Task<int> Main(string[] arguments)
    {
        StartTimes.Mark("runtime");
        Console.OutputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
        using var interruption = new Interruption();
        var commandLine = ProgramCommand.Parse(arguments, interruption);
        var exitCode = await ProgramCommand.InvokeAsync(commandLine, interruption.Token);
        StartTimes.Write();

        // A thread that a guest has left behind must not hold the program.
        Environment.Exit(exitCode);
        return exitCode;
    }
}
