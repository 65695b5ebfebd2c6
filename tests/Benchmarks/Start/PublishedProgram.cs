using System.Runtime.InteropServices;
using PluginHost.Benchmarks.Measuring;

namespace PluginHost.Benchmarks.Start;

/// <summary>The program as a release ships it: compiled ahead of time (ReadyToRun), the bundled plugins beside it.</summary>
internal static class PublishedProgram
{
    private static readonly Dictionary<string, string> Nothing = [];

    /// <summary>Publishes it anew.</summary>
    /// <returns>The full path of the executable.</returns>
    public static string Publish() => Publish("PluginHost", "pluginhost");

    /// <summary>Publishes a program of the host's anew.</summary>
    /// <param name="project">Its project, a folder under <c>host</c>.</param>
    /// <param name="program">What its executable is called.</param>
    /// <returns>The full path of the executable.</returns>
    public static string Publish(string project, string program)
    {
        var folder = Path.Combine(Repository.Root, "artifacts", "benchmarks", program);
        if (Directory.Exists(folder))
            Directory.Delete(folder, recursive: true);

        Console.Error.WriteLine($"Publishing {project} to {folder}…");
        Child.Run(
            "dotnet",
            [
                "publish", Path.Combine(Repository.Root, "host", project), "-c", "Release", "-r", RuntimeInformation.RuntimeIdentifier,
                "--self-contained", "false", "-p:PublishReadyToRun=true", "-o", folder,
            ],
            Repository.Root,
            Nothing);
        return Path.Combine(folder, OperatingSystem.IsWindows() ? program + ".exe" : program);
    }
}
