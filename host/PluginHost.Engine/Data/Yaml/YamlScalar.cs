namespace PluginHost.Engine.Data.Yaml;

/// <summary>A text as it is written. What it means is up to the reader of the file: <c>no</c> may be Norwegian, <c>1.10</c> a version.</summary>
internal sealed class YamlScalar : YamlNode
{
    public required string Text { get; init; }

    /// <summary>Whether it stands without quotes, so that the core schema may read it as a number, a flag or nothing.</summary>
    public required bool IsPlain { get; init; }

    /// <summary>Whether it is YAML's null: left out, or written as one.</summary>
    public bool IsNothing => IsPlain && Text is ("" or "~" or "null" or "Null" or "NULL");

    public override string Kind => IsNothing ? "nothing" : "a text";
}
