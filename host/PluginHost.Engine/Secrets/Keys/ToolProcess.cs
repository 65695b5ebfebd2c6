using System.ComponentModel;
using System.Diagnostics;

namespace PluginHost.Engine.Secrets.Keys;

/// <summary>
/// Asks a tool of the operating system. What is secret goes in and out by pipes: arguments can be read by everybody on the machine.
/// </summary>
internal sealed class ToolProcess(TimeProvider clock)
{
    // A key store that is locked asks the person first.
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    /// <summary>Runs a tool to its end.</summary>
    /// <exception cref="NoMachineStoreException">There is no such tool, or it does not come back.</exception>
    public async Task<ToolAnswer> RunAsync(string tool, IReadOnlyList<string> arguments, string input, CancellationToken cancel)
    {
        using var process = Start(tool, arguments);
        using var limit = new CancellationTokenSource(Patience, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancel);
        try
        {
            var output = process.StandardOutput.ReadToEndAsync(either.Token);
            var errors = process.StandardError.ReadToEndAsync(either.Token);
            await WriteAsync(process, input, either.Token);
            await process.WaitForExitAsync(either.Token);
            return new ToolAnswer(process.ExitCode, await output, (await errors).Trim());
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            cancel.ThrowIfCancellationRequested();
            throw new NoMachineStoreException($"{tool} did not answer within {Patience.TotalMinutes:0} minutes");
        }
    }

    private static Process Start(string tool, IReadOnlyList<string> arguments)
    {
        var start = new ProcessStartInfo(tool, arguments)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
            CreateNoWindow = true,
        };
        try
        {
            return Process.Start(start) ?? throw new NoMachineStoreException($"{tool} does not start");
        }
        catch (Win32Exception)
        {
            throw new NoMachineStoreException($"there is no {tool}");
        }
    }

    // A tool that has ended already says why in its exit code.
    private static async Task WriteAsync(Process process, string input, CancellationToken cancel)
    {
        try
        {
            await process.StandardInput.WriteAsync(input.AsMemory(), cancel);
            process.StandardInput.Close();
        }
        catch (IOException)
        {
        }
    }
}
