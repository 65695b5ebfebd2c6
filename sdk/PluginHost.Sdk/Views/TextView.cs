namespace PluginHost.Sdk;

/// <summary>Text to read.</summary>
public sealed record TextView : View
{
    /// <summary>The text.</summary>
    public required string Text { get; init; }

    /// <summary>Whether the text is Markdown.</summary>
    /// <value><see langword="false"/>: plain.</value>
    public bool Markdown { get; init; }
}
