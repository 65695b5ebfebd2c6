namespace PluginHost.Engine.Data.Yaml;

/// <summary>A list.</summary>
internal sealed class YamlSequence : YamlNode
{
    private readonly List<YamlNode> _items = [];
    private long _size = 1;

    public IReadOnlyList<YamlNode> Items => _items;

    public override long Size => _size;

    public override string Kind => "a list";

    public void Add(YamlNode item)
    {
        _items.Add(item);
        _size += item.Size;
    }
}
