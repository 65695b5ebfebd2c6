using System.Collections.Concurrent;

namespace PluginHost.Engine.Rehearsing;

/// <summary>What is written in a rehearsal lies over the workspace's files, in a folder that is thrown away; what is not written there is read as it is.</summary>
/// <param name="root">The workspace's folder, with links followed.</param>
/// <param name="folder">The folder that is thrown away.</param>
internal sealed class Overlay(string root, string folder)
{
    private const string Outside = "outside of the workspace";

    // In memory alone: a rehearsal ends with its process.
    private readonly ConcurrentDictionary<string, bool> _deleted = new(StringComparer.Ordinal);

    /// <summary>Where a file is to be read: what was written over it, where it was.</summary>
    public string ForReading(string file) => Over(file) is var over && (File.Exists(over) || _deleted.ContainsKey(over)) ? over : file;

    /// <summary>Where a file is to be written.</summary>
    /// <param name="file">The file of the workspace.</param>
    /// <param name="keeps">Whether what stands in it stays: something is added to it.</param>
    public string ForWriting(string file, bool keeps)
    {
        var over = Over(file);
        Directory.CreateDirectory(Path.GetDirectoryName(over)!);
        var wasDeleted = _deleted.TryRemove(over, out _);
        if (keeps && !wasDeleted && !File.Exists(over) && File.Exists(file))
            File.Copy(file, over);

        return over;
    }

    /// <summary>Takes a file away, as far as the rehearsal sees.</summary>
    public void Delete(string file)
    {
        var over = Over(file);
        _deleted[over] = true;
        if (File.Exists(over))
            File.Delete(over);
    }

    /// <summary>The folder that lies over one of the workspace.</summary>
    public string FolderOver(string folder) => Over(folder);

    /// <summary>What was written, by its path in the workspace, in order.</summary>
    public IReadOnlyList<string> Written => Directory.Exists(folder)
        ? [.. Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Select(file => Path.GetRelativePath(folder, file).Replace('\\', '/')).Order(StringComparer.Ordinal)]
        : [];

    // A script that lies outside of the workspace writes beside itself.
    private string Over(string file)
    {
        var relative = Path.GetRelativePath(root, file);
        return Path.IsPathFullyQualified(relative) || relative.StartsWith("..", StringComparison.Ordinal)
            ? Path.Combine(folder, Outside, Path.GetRelativePath(Path.GetPathRoot(file)!, file))
            : Path.Combine(folder, relative);
    }
}
