namespace PluginHost.Engine.Data.Yaml;

/// <summary>A list or mapping that is being read, for messages about brackets that are not closed.</summary>
internal readonly record struct YamlFlow
{
    public required int Line { get; init; }

    /// <summary><c>[</c> or <c>{</c>, or a blank where indentation holds it together.</summary>
    public required char Bracket { get; init; }

    public bool IsBracketed => Bracket != ' ';
}
