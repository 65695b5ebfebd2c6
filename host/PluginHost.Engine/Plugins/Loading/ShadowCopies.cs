using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace PluginHost.Engine.Plugins.Loading;

/// <summary>
/// Loads a plugin in its author's folder from a copy under the person's cache, so that a build can write over it: to write over a file that is mapped
/// ends the process. A copy is kept while a process uses it; the lock that says so goes with the process, however that ends.
/// </summary>
internal sealed class ShadowCopies : IDisposable
{
    private const string LockName = ".use";
    private const int Kept = 4;
    private static readonly string[] Skipped = ["bin", "obj", ".git", ".vs", "node_modules"];

    private readonly Lock _gate = new();
    private readonly string _folder;
    private readonly List<(string Plugin, string Folder, FileStream Lock)> _used = [];

    public ShadowCopies(string cacheFolder) => _folder = Path.Combine(cacheFolder, "shadow");

    /// <summary>The plugin as it is loaded: from its copy, where it stands in its author's folder. What cannot be copied is loaded where it is.</summary>
    public KnownPlugin CopyOf(KnownPlugin plugin)
    {
        if (plugin.Origin != PluginOrigin.Path || !plugin.IsUsable)
            return plugin;

        try
        {
            return plugin with { EntryPath = Path.Combine(Use(plugin), Path.GetFileName(plugin.EntryPath)) };
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            // No room, or no right to write there. Loaded in place it runs as well, until somebody builds.
            return plugin;
        }
    }

    public void Dispose()
    {
        lock (_gate)
        {
            foreach (var use in _used)
                use.Lock.Dispose();

            _used.Clear();
        }
    }

    private string Use(KnownPlugin plugin)
    {
        var from = Path.GetDirectoryName(plugin.EntryPath)!;
        var files = FilesOf(new DirectoryInfo(from)).OrderBy(file => file.FullName, StringComparer.Ordinal).ToList();
        var copies = Path.Combine(_folder, plugin.Id);
        var folder = Path.Combine(copies, NameOf(from, files));
        lock (_gate)
        {
            if (_used.Exists(use => use.Folder == folder))
                return folder;

            Directory.CreateDirectory(copies);
            if (!Directory.Exists(folder))
                Copy(from, files, folder);

            _used.Add((plugin.Id, folder, new FileStream(Path.Combine(folder, LockName), FileMode.Open, FileAccess.Read, FileShare.Read)));
            LetGo(plugin.Id);
            Sweep(copies);
        }

        return folder;
    }

    // As a whole or not at all: it is made beside, and another process may be making the same.
    private static void Copy(string from, List<FileInfo> files, string folder)
    {
        var draft = $"{folder}.{Environment.ProcessId}";
        foreach (var file in files)
        {
            var to = Path.Combine(draft, Path.GetRelativePath(from, file.FullName));
            Directory.CreateDirectory(Path.GetDirectoryName(to)!);
            file.CopyTo(to, overwrite: true);
        }

        File.WriteAllText(Path.Combine(draft, LockName), "");
        try
        {
            Directory.Move(draft, folder);
        }
        catch (IOException) when (Directory.Exists(folder))
        {
            Directory.Delete(draft, recursive: true);
        }
    }

    private static IEnumerable<FileInfo> FilesOf(DirectoryInfo folder)
    {
        foreach (var file in folder.EnumerateFiles())
            yield return file;

        foreach (var below in folder.EnumerateDirectories().Where(below => !Skipped.Contains(below.Name, StringComparer.OrdinalIgnoreCase)))
        {
            foreach (var file in FilesOf(below))
                yield return file;
        }
    }

    private static string NameOf(string from, List<FileInfo> files)
    {
        var text = new StringBuilder();
        foreach (var file in files)
            text.Append(CultureInfo.InvariantCulture, $"{Path.GetRelativePath(from, file.FullName)} {file.Length} {file.LastWriteTimeUtc.Ticks}\n");

        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())))[..16];
    }

    // After a day of saving there are hundreds. The newest few are kept: an old one may still be leaving.
    private void LetGo(string plugin)
    {
        var own = _used.Where(use => use.Plugin == plugin).ToList();
        foreach (var old in own.SkipLast(Kept))
        {
            old.Lock.Dispose();
            _used.Remove(old);
        }
    }

    private static void Sweep(string copies)
    {
        foreach (var folder in Directory.EnumerateDirectories(copies))
        {
            try
            {
                // Whoever uses it holds a lock that this one cannot have beside it.
                using (new FileStream(Path.Combine(folder, LockName), FileMode.Open, FileAccess.ReadWrite, FileShare.None))
                    Directory.Delete(folder, recursive: true);
            }
            catch (Exception error) when (error is IOException or UnauthorizedAccessException)
            {
                // In use, or half made by another process.
            }
        }
    }
}
