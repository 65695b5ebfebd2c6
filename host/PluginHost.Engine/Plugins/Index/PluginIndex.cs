using PluginHost.Engine.Plugins.Compatibility;
using PluginHost.Engine.Plugins.Contributions;
using PluginHost.Engine.Plugins.Running;

namespace PluginHost.Engine.Plugins.Index;

/// <summary>
/// Remembers what plugins' folders hold, so that a start reads one file instead of every manifest and assembly. An entry counts as long as both
/// files have the length and the time of writing that they had; a plugin that cannot be used is read anew each time.
/// </summary>
internal sealed class PluginIndex
{
    private readonly string _file;
    private readonly Dictionary<string, IndexedPlugin> _entries = new(StringComparer.Ordinal);
    private readonly Lazy<ContractSurface> _contracts = new(() => ContractSurface.Of(ContractAssemblies.Own.Select(contract => contract.Location)));
    private bool _changed;

    private PluginIndex(string file) => _file = file;

    /// <summary>How many folders had to be read anew.</summary>
    public int Misses { get; private set; }

    public static PluginIndex Open(string cacheFolder)
    {
        var index = new PluginIndex(Path.Combine(cacheFolder, "plugins.index"));
        try
        {
            if (System.IO.File.Exists(index._file))
            {
                using var stream = new MemoryStream(System.IO.File.ReadAllBytes(index._file));
                foreach (var entry in IndexFormat.Read(stream))
                    index._entries[entry.Folder] = entry;
            }
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or ArgumentException or OutOfMemoryException or FormatException)
        {
            // A torn or foreign file is as good as none: every folder is read again, and the file is written anew.
            index._entries.Clear();
        }

        return index;
    }

    public IndexedPlugin Read(string folder)
    {
        if (_entries.TryGetValue(folder, out var known) && known.IsCurrent)
            return known;

        Misses++;
        var plugin = PluginFolder.Read(folder, _contracts);
        _changed |= plugin.Contributions is not null || known is { Contributions: not null };
        return _entries[folder] = plugin;
    }

    /// <summary>Writes the index where something changed. A program that may not write there starts slower, and no worse.</summary>
    public void Save()
    {
        if (!_changed)
            return;

        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(_file)!);
            var draft = $"{_file}.{Environment.ProcessId}";
            using (var stream = System.IO.File.Create(draft))
                IndexFormat.Write(stream, [.. _entries.Values.Where(entry => entry.Contributions is not null && Directory.Exists(entry.Folder))]);

            System.IO.File.Move(draft, _file, overwrite: true);
            _changed = false;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            SaveProblem = error.Message;
        }
    }

    /// <summary>Why the index could not be written; null where it could.</summary>
    public string? SaveProblem { get; private set; }
}
