namespace PluginHost.Engine.Data.Yaml;

/// <summary>A list or mapping in brackets that is being read, for the message when they are not closed.</summary>
internal sealed record YamlFlow
{
    public required int Line { get; init; }

    /// <summary><c>[</c> or <c>{</c>.</summary>
    public required char Bracket { get; init; }

    public string NotClosed => $"the {Bracket} that opens here is not closed: a comma or {(Bracket == '[' ? ']' : '}')} is missing.";
}
