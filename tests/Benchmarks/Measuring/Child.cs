using System.Diagnostics;

namespace PluginHost.Benchmarks.Measuring;

/// <summary>Runs programs, one at a time, and measures them from spawn to exit.</summary>
internal static class Child
{
    /// <summary>Runs a program that must end with 0.</summary>
    /// <exception cref="BenchmarkException">It ended otherwise.</exception>
    public static ChildRun Run(string program, IReadOnlyList<string> arguments, string folder, IReadOnlyDictionary<string, string> environment)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            RedirectStandardInput = true,
        };
        start.Environment["DOTNET_ROOT"] = DotnetFolder;
        start.Environment.Remove("PLUGINHOST_START_TIMES");
        foreach (var (name, value) in environment)
            start.Environment[name] = value;

        var processorBefore = ChildProcessor.Total();
        var spawned = TimeProvider.System.GetUtcNow();
        var begun = TimeProvider.System.GetTimestamp();
        using var process = Process.Start(start)!;
        process.StandardInput.Close();
        var error = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        var wall = TimeProvider.System.GetElapsedTime(begun);
        var processor = ChildProcessor.Of(process, processorBefore);
        if (process.ExitCode != 0)
        {
            throw new BenchmarkException(
                $"{program} {string.Join(' ', arguments)}, started in {folder}, ended with {process.ExitCode}:\n"
                + $"{output}{error.GetAwaiter().GetResult()}");
        }

        return new ChildRun { Spawned = spawned, Sample = new Sample(wall.TotalMilliseconds, processor.TotalMilliseconds), Output = output };
    }

    /// <summary>Where the .NET is that runs this: the started programs find theirs there.</summary>
    internal static string DotnetFolder =>
        Path.GetFullPath(Path.Combine(System.Runtime.InteropServices.RuntimeEnvironment.GetRuntimeDirectory(), "..", "..", ".."));
}
