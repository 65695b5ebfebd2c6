namespace PluginHost.Engine.Packages.Reading;

/// <summary>Says whether a name in a package may become a file: on every system the same, so that a package that is good here is good everywhere.</summary>
internal static class PackagePath
{
    private const int Longest = 200;

    /// <returns>What is wrong with it; null where nothing is.</returns>
    public static string? Refuse(string path)
    {
        if (path.Length > Longest)
            return "is too long";

        if (path.StartsWith('/') || path.StartsWith('\\') || (path.Length > 1 && path[1] == ':'))
            return "is an absolute path";

        if (path.AsSpan().ContainsAny("\\:*?\"<>|") || path.Any(char.IsControl))
            return "has a character that not every system can write";

        foreach (var part in path.Split('/'))
        {
            if (part is "..")
                return "leads out of its folder";

            if (part is "" or "." || part[^1] is '.' or ' ')
                return "is no plain path";
        }

        return null;
    }

    /// <summary>Finds two names that one file would have to have on some system.</summary>
    /// <returns>What is wrong; null where every name has a place of its own.</returns>
    public static string? FindClash(IEnumerable<string> paths)
    {
        var files = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var path in paths)
        {
            if (!files.TryAdd(path, path))
                return files[path] == path ? $"holds {path} twice" : $"holds {files[path]} and {path}, which differ by case alone";
        }

        foreach (var path in files.Keys)
        {
            for (var slash = path.LastIndexOf('/'); slash > 0; slash = path.LastIndexOf('/', slash - 1))
            {
                if (files.ContainsKey(path[..slash]))
                    return $"holds {path[..slash]} both as a file and as a folder";
            }
        }

        return null;
    }
}
