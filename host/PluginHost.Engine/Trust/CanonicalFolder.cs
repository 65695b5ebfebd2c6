using PluginHost.Engine.Ways;

namespace PluginHost.Engine.Trust;

/// <summary>The one name of a folder: full, with its links followed, without a separator at the end. Trust is kept by it.</summary>
internal static class CanonicalFolder
{
    /// <summary>How names of folders are compared here: as the usual file systems of this machine do.</summary>
    public static StringComparison Comparison { get; } =
        OperatingSystem.IsWindows() || OperatingSystem.IsMacOS() ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal;

    public static string Of(string folder)
    {
        var full = Path.GetFullPath(folder);
        return Path.TrimEndingDirectorySeparator(RealPath.Of(full) ?? full);
    }

    /// <summary>Whether a folder is another, or lies below it. Both are canonical.</summary>
    public static bool IsIn(string folder, string outer) =>
        folder.StartsWith(outer, Comparison)
        && (folder.Length == outer.Length || Path.EndsInDirectorySeparator(outer) || folder[outer.Length] == Path.DirectorySeparatorChar);
}
