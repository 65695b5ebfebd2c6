using System.CommandLine;

namespace PluginHost.CommandLine;

/// <summary>The options that every verb takes.</summary>
internal static class Common
{
    public static Option<string?> Workspace { get; } = new("--workspace", "-w")
    {
        Description = "The folder with plugins.yaml. Default: this folder, or the nearest above it that has one.",
        HelpName = "DIR",
        Recursive = true,
    };

    public static Option<bool> Json { get; } = new("--json")
    {
        Description = "Print data as JSON, and nothing else: what a script says goes to the error stream.",
        Recursive = true,
    };
}
