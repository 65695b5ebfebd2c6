namespace PluginHost.RehearsalServer;

/// <summary>What networks see in a text.</summary>
internal enum TextPieceKind
{
    Plain,
    Link,
    Mention,
    Tag,
    Break,
}
