using System.Diagnostics;
using System.Reflection;

namespace PluginHost.Torture.Processes;

/// <summary>The programs as the build has laid them, and how they are started.</summary>
internal static class Built
{
    public static string Program { get; } = PathOf("Program");

    public static string Network { get; } = PathOf("Network");

    /// <summary>The folder with the plugins that come with the program.</summary>
    public static string Plugins => Path.Combine(Path.GetDirectoryName(Program)!, "plugins");

    public static Process Start(string assembly, string folder, string home, IEnumerable<string> arguments)
    {
        if (!File.Exists(assembly))
            throw new TortureException($"{assembly} is not built. Build the solution in the configuration of this program.");

        var start = new ProcessStartInfo("dotnet", [assembly, .. arguments])
        {
            WorkingDirectory = folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["PLUGINHOST_HOME"] = home;
        start.Environment["PLUGINHOST_TRUST"] = "all";

        // Workers live for a blink: what pays later only costs.
        start.Environment["DOTNET_TieredPGO"] = "0";
        start.Environment["DOTNET_TC_BackgroundWorkerTimeoutMs"] = "0";
        return Process.Start(start)!;
    }

    private static string PathOf(string name) => Path.GetFullPath(
        typeof(Built).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(data => data.Key == name).Value!);
}
