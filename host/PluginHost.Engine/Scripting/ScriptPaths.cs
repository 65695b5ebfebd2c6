namespace PluginHost.Engine.Scripting;

/// <summary>Writes paths for messages.</summary>
internal static class ScriptPaths
{
    /// <summary>Relative to the current folder where it lies below it, else to the script's folder, else in full.</summary>
    public static string Shorten(string path, string scriptFolder) =>
        Below(Environment.CurrentDirectory, path) ?? Below(scriptFolder, path) ?? path;

    /// <summary>Whether a path is a folder or lies below it.</summary>
    public static bool IsBelow(string folder, string path) => Below(folder, path) is not null;

    private static string? Below(string folder, string path)
    {
        if (folder.Length == 0 || !Path.IsPathFullyQualified(path))
            return null;

        var relative = Path.GetRelativePath(folder, path);
        return Path.IsPathFullyQualified(relative) || relative.StartsWith("..", StringComparison.Ordinal) ? null : relative;
    }
}
