namespace PluginHost.Engine.Data.Yaml;

/// <summary>A key of a mapping with what follows its colon.</summary>
internal sealed class YamlEntry
{
    public required string Key { get; init; }

    /// <summary>The line on which the key stands, from 1.</summary>
    public required int Line { get; init; }

    public required YamlNode Value { get; init; }
}
