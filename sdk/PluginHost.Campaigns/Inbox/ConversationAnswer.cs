using PluginHost.Sdk;

namespace PluginHost.Campaigns;

/// <summary>An answer that somebody wants to give.</summary>
public sealed record ConversationAnswer
{
    /// <summary>The conversation's number.</summary>
    public required long Conversation { get; init; }

    /// <summary>What is said, final.</summary>
    public required string Text { get; init; }

    /// <summary>Who answers: a person, a script's name.</summary>
    public required string By { get; init; }

    /// <summary>The newest word that whoever answers has read, which is answered. What they have said after it waits on.</summary>
    /// <value>0: whatever is the newest.</value>
    public long Word { get; init; }

    /// <summary>Whether it may be said although nobody waits: a further word after an answer.</summary>
    /// <value><see langword="false"/>: who is answered already is not answered again.</value>
    public bool IsFurther { get; init; }

    /// <summary>Which side effect of which campaign it is. The same one is given once.</summary>
    /// <value><see langword="null"/>: a person asked; each time is another answer.</value>
    public EffectKey? Effect { get; init; }
}
