namespace PluginHost.Engine.Ways;

/// <summary>A path with every link replaced by what it points to: two names of one folder become one.</summary>
internal static class RealPath
{
    // As many as Linux follows.
    private const int MostLinks = 40;

    /// <summary>Follows the links of a full path. What does not exist stays as it is.</summary>
    /// <returns>Null where its links go round in circles.</returns>
    public static string? Of(string full)
    {
        var left = new Stack<string>(Split(full).Reverse());
        var done = Path.GetPathRoot(full)!;
        var links = 0;
        while (left.TryPop(out var part))
        {
            if (part == "..")
            {
                done = Path.GetDirectoryName(done) ?? done;
                continue;
            }

            var here = Path.Combine(done, part);
            if (new FileInfo(here).LinkTarget is not { } target)
            {
                done = here;
                continue;
            }

            if (++links > MostLinks)
                return null;

            if (Path.IsPathRooted(target))
                done = Path.GetPathRoot(target)!;

            foreach (var step in Split(target).Reverse())
                left.Push(step);
        }

        return done;
    }

    private static IEnumerable<string> Split(string path) => path[Path.GetPathRoot(path)!.Length..]
        .Split(Path.DirectorySeparatorChar, Path.AltDirectorySeparatorChar)
        .Where(part => part.Length > 0 && part != ".");
}
