using PluginHost.Campaigns;

namespace PluginHost.Inbox;

/// <summary>How an answer begins: it is committed and to be sent, or it has an end already.</summary>
internal sealed record AnswerStart
{
    /// <summary>The answer to send; null where there is nothing to send.</summary>
    public BegunAnswer? Begun { get; init; }

    /// <summary>How it has ended; null where it has not.</summary>
    public AnswerResult? End { get; init; }

    public static AnswerStart Refuse(string reason) => new() { End = new NotAnswered { Reason = reason } };
}
