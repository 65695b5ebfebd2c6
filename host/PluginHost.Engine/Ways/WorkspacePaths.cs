using PluginHost.Sdk;

namespace PluginHost.Engine.Ways;

/// <summary>
/// Turns a path that a plugin gives into one that lies in the workspace, whatever links are on the way, or refuses it. Both slashes part
/// folders on every system, so that a script means the same everywhere.
/// </summary>
internal sealed class WorkspacePaths(string root)
{
    /// <summary>The folder that is the host's own.</summary>
    public const string OwnFolder = ".pluginhost";

    /// <summary>The full path, with links followed.</summary>
    /// <exception cref="PluginHostException">The path leads out of the workspace, or into what is the host's.</exception>
    public string Resolve(string path) => Resolve(path, out _);

    /// <summary>The same for what is to be written or deleted.</summary>
    /// <exception cref="PluginHostException">The path leads out of the workspace, or to what no guest may write, by whatever name or link.</exception>
    public string ResolveForWriting(string path)
    {
        var full = Resolve(path, out var realRoot);
        var owned = OwnedFiles.NameIn(path) ?? OwnedFiles.NameIn(Path.GetRelativePath(realRoot, full))
            ?? OwnedFiles.Names.FirstOrDefault(name => IsIn(full, Follow(Path.Combine(realRoot, name), path)));
        return owned is null ? full : throw OwnedFiles.Refuse(path, owned);
    }

    private string Resolve(string path, out string realRoot)
    {
        var parts = PartsOf(path);
        realRoot = Follow(Path.GetFullPath(root), path);
        var full = Follow(Path.Combine([realRoot, .. parts]), path);
        var inside = Path.TrimEndingDirectorySeparator(realRoot) + Path.DirectorySeparatorChar;
        if (!full.StartsWith(inside, StringComparison.Ordinal))
            throw new PluginHostException($"The path {path} leads out of the workspace by a link. Files outside of it are not the plugin's to use.");

        if (IsOwn(full[inside.Length..].Split(Path.DirectorySeparatorChar)[0]))
            throw OwnedFiles.Refuse(path, OwnFolder);

        return full;
    }

    private static bool IsIn(string full, string owned) =>
        full.StartsWith(owned, StringComparison.OrdinalIgnoreCase) && (full.Length == owned.Length || full[owned.Length] == Path.DirectorySeparatorChar);

    private static List<string> PartsOf(string path)
    {
        if (string.IsNullOrWhiteSpace(path))
            throw new PluginHostException("The path is empty. Name a file, relative to the workspace.");

        var parts = new List<string>();
        foreach (var part in path.Split('/', '\\'))
        {
            // Windows drops dots and spaces at the end: "..  " would be "..", and ".pluginhost." the host's folder.
            if (part == "." || (part.Length == 0 && parts.Count > 0))
                continue;

            if (part.TrimEnd('.', ' ').Length == 0 || part.AsSpan().ContainsAny(':', '\0') || Path.IsPathRooted(path))
                throw new PluginHostException($"The path \"{path}\" leads out of the workspace. Give it relative to the workspace, without \"..\".");

            parts.Add(part);
        }

        if (parts.Count == 0)
            throw new PluginHostException($"The path \"{path}\" names no file. Give it relative to the workspace.");

        return IsOwn(parts[0]) ? throw OwnedFiles.Refuse(path, OwnFolder) : parts;
    }

    private static string Follow(string full, string given) =>
        RealPath.Of(full) ?? throw new PluginHostException($"The path {given} goes round in circles by its links.");

    private static bool IsOwn(string part) => OwnedFiles.NameIn(part) == OwnFolder;
}
