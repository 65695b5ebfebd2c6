using System.Runtime.InteropServices;
using PluginHost.Benchmarks.Measuring;

namespace PluginHost.Benchmarks.Start;

/// <summary>The program as a release ships it: compiled ahead of time (ReadyToRun), the bundled plugins beside it.</summary>
internal static class PublishedProgram
{
    private static readonly Dictionary<string, string> Nothing = [];

    /// <summary>Publishes it anew.</summary>
    /// <returns>The full path of the executable.</returns>
    public static string Publish()
    {
        var folder = Path.Combine(Repository.Root, "artifacts", "benchmarks", "program");
        if (Directory.Exists(folder))
            Directory.Delete(folder, recursive: true);

        Console.Error.WriteLine($"Publishing the program to {folder}…");
        Child.Run(
            "dotnet",
            [
                "publish", Path.Combine(Repository.Root, "host", "PluginHost"), "-c", "Release", "-r", RuntimeInformation.RuntimeIdentifier,
                "--self-contained", "false", "-p:PublishReadyToRun=true", "-o", folder,
            ],
            Repository.Root,
            Nothing);
        return Path.Combine(folder, OperatingSystem.IsWindows() ? "pluginhost.exe" : "pluginhost");
    }
}
