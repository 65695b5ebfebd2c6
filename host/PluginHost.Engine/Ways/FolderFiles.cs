using PluginHost.Engine.Rehearsing;

namespace PluginHost.Engine.Ways;

/// <summary>The files of a folder of the workspace, with what a rehearsal has laid over them.</summary>
internal static class FolderFiles
{
    private static readonly EnumerationOptions Downwards = new()
    {
        RecurseSubdirectories = true,

        // Links are not followed: they may lead out, or round in circles.
        AttributesToSkip = FileAttributes.ReparsePoint | FileAttributes.System,
    };

    /// <param name="full">The folder, with links followed.</param>
    /// <param name="given">The folder as it was named: the paths begin with it.</param>
    /// <param name="overlay">What lies over it; null: nothing.</param>
    public static IReadOnlyList<string> Of(string full, string given, Overlay? overlay)
    {
        var names = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var name in NamesIn(full))
        {
            if (overlay is null || File.Exists(overlay.ForReading(Path.Combine(full, name))))
                names.Add(name);
        }

        if (overlay is not null)
            names.UnionWith(NamesIn(overlay.FolderOver(full)));

        var folder = given.Replace('\\', '/').Trim('/');
        return [.. names.Select(name => $"{folder}/{name.Replace('\\', '/')}")];
    }

    private static IEnumerable<string> NamesIn(string folder) => !Directory.Exists(folder)
        ? []
        : Directory.EnumerateFiles(folder, "*", Downwards)
            .Select(file => Path.GetRelativePath(folder, file))
            .Where(name => !name.Split(Path.DirectorySeparatorChar).Any(part => part.StartsWith('.')));
}
