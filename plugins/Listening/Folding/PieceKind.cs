namespace PluginHost.Listening.Folding;

/// <summary>What a piece of a text is.</summary>
internal enum PieceKind
{
    Word,

    /// <summary>A hashtag. What it says is a word too.</summary>
    Tag,

    Mention,

    /// <summary>A link, whichever: its letters are nobody's words.</summary>
    Link,
}
