namespace PluginHost.Engine.Data.Yaml;

/// <summary>Ends the reading of a text that is no YAML. It does not leave <see cref="YamlReader"/>.</summary>
internal sealed class YamlStop(int line, string message) : Exception(message)
{
    public int Line { get; } = line;
}
