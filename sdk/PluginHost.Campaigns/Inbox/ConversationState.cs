namespace PluginHost.Campaigns;

/// <summary>How a conversation stands. New states are added at the end.</summary>
public enum ConversationState
{
    /// <summary>The last word is theirs: somebody waits for an answer.</summary>
    Waiting,

    /// <summary>The last word is theirs, and a person has put it off until an instant. Then it waits again.</summary>
    Snoozed,

    /// <summary>The last word is ours.</summary>
    Answered,

    /// <summary>A person has said that it needs no answer. A new word of theirs reopens it.</summary>
    Closed,

    /// <summary>They have taken back what they said: there is nothing left to answer.</summary>
    Gone,
}
