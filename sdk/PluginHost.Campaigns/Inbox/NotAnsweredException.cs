using PluginHost.Sdk;

namespace PluginHost.Campaigns;

/// <summary>An answer was not given, or is not out yet. The message tells why, and what to do next.</summary>
public sealed class NotAnsweredException : PluginHostException
{
    /// <summary>Makes one from the reason.</summary>
    /// <param name="conversation">The conversation's number.</param>
    /// <param name="reason">Why, and what to do next.</param>
    public NotAnsweredException(long conversation, string reason)
        : base($"Conversation {conversation} was not answered: {reason}") => Conversation = conversation;

    /// <summary>The conversation's number.</summary>
    public long Conversation { get; }
}
