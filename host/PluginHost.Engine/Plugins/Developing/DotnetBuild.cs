using System.ComponentModel;
using System.Diagnostics;

namespace PluginHost.Engine.Plugins.Developing;

/// <summary>Builds a project with <c>dotnet build</c>, as its author does: the same errors, the same output folder.</summary>
public static class DotnetBuild
{
    // Packages are fetched only where the project has changed since they were: it is half of the time.
    private const string Assets = "project.assets.json";

    /// <summary>The project of a plugin's folder; null where there is none, or none that can be told from others.</summary>
    public static string? FindProject(string folder)
    {
        if (!Directory.Exists(folder))
            return null;

        var projects = Directory.GetFiles(folder, "*.csproj");
        return projects.Length == 1 ? projects[0] : null;
    }

    /// <summary>Builds.</summary>
    internal static async Task<BuildEnd> RunAsync(string project, Action<string> hear, CancellationToken cancel)
    {
        var last = "";
        using var process = new Process { StartInfo = StartOf(project) };
        process.OutputDataReceived += (_, line) => Hear(line.Data);
        process.ErrorDataReceived += (_, line) => Hear(line.Data);
        try
        {
            process.Start();
        }
        catch (Win32Exception error)
        {
            return new BuildEnd(false, $"dotnet could not be started: {error.Message}. Install the .NET SDK, and see that dotnet is on the PATH.");
        }

        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        try
        {
            await process.WaitForExitAsync(cancel);
            return new BuildEnd(process.ExitCode == 0, last);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw;
        }

        void Hear(string? line)
        {
            if (string.IsNullOrWhiteSpace(line) || IsSummary(line.Trim()))
                return;

            last = line.Trim();
            hear(line);
        }
    }

    // How long it took and how many errors there were is said better by whoever asked.
    private static bool IsSummary(string line) =>
        line.StartsWith("Build ", StringComparison.Ordinal)
        || line.StartsWith("Time Elapsed", StringComparison.Ordinal)
        || line.EndsWith(" Warning(s)", StringComparison.Ordinal)
        || line.EndsWith(" Error(s)", StringComparison.Ordinal);

    private static ProcessStartInfo StartOf(string project)
    {
        var start = new ProcessStartInfo("dotnet", ["build", project, "-nologo", "-v", "q", "-clp:NoSummary", "-tl:off", "-nodeReuse:false"])
        {
            WorkingDirectory = Path.GetDirectoryName(project)!,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        if (IsRestored(project))
            start.ArgumentList.Add("--no-restore");

        start.Environment["DOTNET_NOLOGO"] = "1";
        start.Environment["DOTNET_CLI_TELEMETRY_OPTOUT"] = "1";
        start.Environment["DOTNET_CLI_UI_LANGUAGE"] = "en";
        return start;
    }

    private static bool IsRestored(string project)
    {
        var assets = new FileInfo(Path.Combine(Path.GetDirectoryName(project)!, "obj", Assets));
        return assets.Exists && assets.LastWriteTimeUtc > File.GetLastWriteTimeUtc(project);
    }
}
