using System.Diagnostics;
using System.Text;

namespace PluginHost.Benchmarks.Measuring;

/// <summary>
/// Runs programs in a terminal, one at a time, and measures them from spawn until something can be seen there. The terminal is that of <c>script</c>, which
/// comes with every Linux: it takes what a program shows without drawing it.
/// </summary>
internal static class InTerminal
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    /// <summary>Whether programs can be run so on this machine.</summary>
    public static bool IsThere => File.Exists("/usr/bin/script");

    /// <summary>Runs a program until its output shows a text, then presses a key, and waits for its end.</summary>
    /// <param name="command">The command line, as a shell reads it.</param>
    /// <param name="size">Columns and rows.</param>
    /// <param name="sign">The text that is waited for, in ASCII.</param>
    /// <param name="leave">What is typed then; empty where the program ends by itself.</param>
    /// <param name="folder">Where it is started.</param>
    /// <param name="environment">What is added to the environment.</param>
    /// <returns>Wall time until the text is seen; processor time of all of it, to the end.</returns>
    /// <exception cref="BenchmarkException">It ended otherwise, or did not show the text in time.</exception>
    public static Sample Run(
        string command, (int Width, int Height) size, string sign, string leave, string folder, IReadOnlyDictionary<string, string> environment)
    {
        var processorBefore = ChildProcessor.Total();
        var begun = TimeProvider.System.GetTimestamp();
        using var process = Process.Start(StartOf(command, size, folder, environment))!;
        using var watch = new CancellationTokenSource(Patience);
        using var onTimeout = watch.Token.Register(() => process.Kill(entireProcessTree: true));
        var shown = new StringBuilder();
        var seen = ReadUntil(process, sign, shown) ? TimeProvider.System.GetElapsedTime(begun) : (TimeSpan?)null;
        process.StandardInput.Write(leave);
        process.StandardInput.Flush();
        shown.Append(process.StandardOutput.ReadToEnd());
        process.WaitForExit();
        if (seen is not { } wall || process.ExitCode != 0)
            throw new BenchmarkException($"{command} should have shown \"{sign}\" and ended with 0. It ended with {process.ExitCode}, having shown:\n{shown}");

        return new Sample(wall.TotalMilliseconds, ChildProcessor.Of(process, processorBefore).TotalMilliseconds);
    }

    /// <summary>How a command is started in a terminal of a size.</summary>
    public static ProcessStartInfo StartOf(string command, (int Width, int Height) size, string folder, IReadOnlyDictionary<string, string> environment)
    {
        var start = new ProcessStartInfo("script", ["-qec", $"stty cols {size.Width} rows {size.Height}; exec {command}", "/dev/null"])
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardInput = true,
            StandardOutputEncoding = Encoding.UTF8,
            StandardInputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false),
        };
        start.Environment["DOTNET_ROOT"] = Child.DotnetFolder;
        start.Environment["TERM"] = "xterm-256color";
        foreach (var (name, value) in environment)
            start.Environment[name] = value;

        return start;
    }

    private static bool ReadUntil(Process process, string sign, StringBuilder shown)
    {
        var buffer = new char[16 * 1024];
        int count;
        while ((count = process.StandardOutput.Read(buffer, 0, buffer.Length)) > 0)
        {
            shown.Append(buffer, 0, count);
            if (shown.ToString().Contains(sign, StringComparison.Ordinal))
                return true;
        }

        return false;
    }
}
