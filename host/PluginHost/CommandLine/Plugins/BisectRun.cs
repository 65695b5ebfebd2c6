using System.ComponentModel;
using System.Diagnostics;
using PluginHost.Sdk;

namespace PluginHost.CommandLine.Plugins;

/// <summary>One run of a verb in a process of its own, with some plugins set aside. What it says is not heard: how it ends is all that counts.</summary>
internal static class BisectRun
{
    /// <summary>Runs it to its end; it is killed where this is cancelled.</summary>
    /// <returns>Its exit code.</returns>
    public static async Task<int> RunAsync(IReadOnlyList<string> arguments, IReadOnlySet<string> off, CancellationToken cancel)
    {
        var program = ThisProgram.Command;
        var start = new ProcessStartInfo(program[0], [.. program.Skip(1), .. arguments])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment[SetAside.Variable] = SetAside.Text(off);
        try
        {
            using var process = Process.Start(start)!;
            process.StandardInput.Close();
            var heard = Task.WhenAll(process.StandardOutput.ReadToEndAsync(CancellationToken.None), process.StandardError.ReadToEndAsync(CancellationToken.None));
            try
            {
                await process.WaitForExitAsync(cancel);
            }
            catch (OperationCanceledException)
            {
                process.Kill(entireProcessTree: true);
                throw;
            }

            await heard;
            return process.ExitCode;
        }
        catch (Win32Exception error)
        {
            throw new PluginHostException($"A process of its own could not be started: {error.Message}");
        }
    }
}
