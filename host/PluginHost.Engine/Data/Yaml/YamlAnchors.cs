using PluginHost.Engine.Workspaces;
using PluginHost.Sdk;

namespace PluginHost.Engine.Data.Yaml;

/// <summary>What a file names with <c>&amp;</c> and uses again with <c>*</c>, and how much of it.</summary>
internal sealed class YamlAnchors(FileProblems problems)
{
    // A file of ten lines of aliases to aliases can mean a billion values.
    private const long MostFromAliases = 100_000;

    private Dictionary<string, YamlNode?>? _nodes;
    private long _fromAliases;

    /// <summary>Notes a name: without a node when its node begins, with it when it is whole.</summary>
    public void Set(string name, YamlNode? node) => (_nodes ??= new(StringComparer.Ordinal))[name] = node;

    /// <summary>What an alias stands for; null with a problem where it is nothing that can be used.</summary>
    public YamlNode? Find(string name, int line)
    {
        YamlNode? node = null;
        if (_nodes is null || !_nodes.TryGetValue(name, out node))
        {
            var hint = Nearest.Hint(name, _nodes is null ? [] : _nodes.Keys);
            problems.Add(line, $"nothing above is named &{name}, so *{name} means nothing.{hint} Put a text that begins with * in quotes.");
            return null;
        }

        if (node is null)
        {
            problems.Add(line, $"*{name} stands inside what &{name} names. Nothing can contain itself.");
            return null;
        }

        _fromAliases += node.Size;
        return _fromAliases <= MostFromAliases
            ? node
            : throw new YamlStop(line, $"aliases make this file larger than {MostFromAliases} values. Write fewer of them.");
    }
}
