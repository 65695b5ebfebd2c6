namespace PluginHost.Campaigns;

/// <summary>What a piece of a text is to the one who counts it. New kinds are added at the end.</summary>
public enum TextPieceKind
{
    /// <summary>Characters that count one each.</summary>
    Text,

    /// <summary>Characters that count otherwise, such as Chinese ones on X.</summary>
    Weighted,

    /// <summary>An emoji, with all that belongs to it.</summary>
    Emoji,

    /// <summary>A link.</summary>
    Link,

    /// <summary>A mention: <c>@user</c> or <c>@user@server</c>.</summary>
    Mention,

    /// <summary>The content warning. It has no place in the text.</summary>
    Warning,

    /// <summary>A character that the network takes in no post.</summary>
    Refused,
}
