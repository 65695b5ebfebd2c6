namespace PluginHost.Campaigns;

/// <summary>Something that was said in a conversation, by them or by us.</summary>
public sealed record ConversationWord
{
    /// <summary>Its number; of two words in a conversation, the greater one was heard later.</summary>
    public required long Id { get; init; }

    /// <summary>Whether one of our profiles said it.</summary>
    public required bool IsOurs { get; init; }

    /// <summary>Who said it: a handle, or the name of our profile.</summary>
    public required string Who { get; init; }

    /// <summary>Which of our profiles it was said to, or by.</summary>
    public required string Profile { get; init; }

    /// <summary>When, as the network says.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>What.</summary>
    public required string Text { get; init; }

    /// <summary>What it is called on the network.</summary>
    /// <value><see langword="null"/>: it is not known there.</value>
    public string? RemoteId { get; init; }

    /// <summary>Of ours: who asked for it, a person or a script.</summary>
    /// <value>Empty: it is theirs.</value>
    public string AskedBy { get; init; } = "";

    /// <summary>Of ours: the number of the last word that it answers.</summary>
    /// <value>0: it is theirs.</value>
    public long Answers { get; init; }

    /// <summary>When they took it back.</summary>
    /// <value><see langword="null"/>: it stands.</value>
    public DateTimeOffset? GoneAt { get; init; }
}
