using PluginHost.Campaigns;

namespace PluginHost.Inbox;

/// <summary>A line of what came to pass in a conversation: something that was said, or done about it here.</summary>
internal sealed record HistoryLine
{
    public required long Conversation { get; init; }

    public required DateTimeOffset At { get; init; }

    /// <summary>Who said it; empty: it was done here.</summary>
    public required string Who { get; init; }

    public required string Text { get; init; }

    /// <summary>What was said; null: something was done here.</summary>
    public required ConversationWord? Word { get; init; }

    public static HistoryLine Of(long conversation, ConversationWord word) => new()
    {
        Conversation = conversation,
        At = word.At,
        Who = word.Who,
        Text = word.GoneAt is null ? word.Text : $"(taken back) {word.Text}",
        Word = word,
    };

    public static HistoryLine Of(Entry entry) => new()
    {
        Conversation = entry.Conversation,
        At = entry.At,
        Who = "",
        Text = entry.ToString(),
        Word = null,
    };
}
