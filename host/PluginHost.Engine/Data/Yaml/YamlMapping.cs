namespace PluginHost.Engine.Data.Yaml;

/// <summary>Keys with values, in the order of the file. No key comes twice.</summary>
internal sealed class YamlMapping : YamlNode
{
    // Below this many keys, looking through them is quicker than hashing.
    private const int Few = 16;

    private readonly List<YamlEntry> _entries = [];
    private Dictionary<string, YamlEntry>? _byKey;
    private long _size = 1;

    public IReadOnlyList<YamlEntry> Entries => _entries;

    public override long Size => _size;

    public override string Kind => "a mapping";

    public void Add(YamlEntry entry)
    {
        _entries.Add(entry);
        _size += 1 + entry.Value.Size;
        if (_entries.Count == Few)
            _byKey = _entries.ToDictionary(known => known.Key, StringComparer.Ordinal);
        else
            _byKey?.Add(entry.Key, entry);
    }

    public YamlEntry? Find(string key)
    {
        if (_byKey is not null)
            return _byKey.GetValueOrDefault(key);

        foreach (var entry in _entries)
        {
            if (entry.Key == key)
                return entry;
        }

        return null;
    }
}
