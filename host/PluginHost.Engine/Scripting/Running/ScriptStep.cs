using System.Globalization;

namespace PluginHost.Engine.Scripting;

/// <summary>Names steps of a script for its journal.</summary>
internal static class ScriptStep
{
    /// <summary>What is done, and its place in the script. Folders are left out: a workspace may be moved.</summary>
    public static string At(string what, string file, int line) =>
        string.Create(CultureInfo.InvariantCulture, $"{what}:{file.AsSpan(file.LastIndexOfAny(['/', '\\']) + 1)}:{line}");
}
