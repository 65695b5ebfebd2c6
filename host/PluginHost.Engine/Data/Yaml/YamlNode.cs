namespace PluginHost.Engine.Data.Yaml;

/// <summary>A piece of a YAML file that remembers its line.</summary>
internal abstract class YamlNode
{
    /// <summary>The line on which it begins, from 1.</summary>
    public required int Line { get; init; }

    /// <summary>How many nodes it is, itself included, once its aliases are written out.</summary>
    public virtual long Size => 1;

    /// <summary>What it is, for messages: <c>a list</c>.</summary>
    public abstract string Kind { get; }
}
