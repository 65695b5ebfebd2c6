using PluginHost.Campaigns;
using PluginHost.Sdk;

namespace PluginHost.Inbox;

/// <summary>The inbox as scripts and other plugins see it. Whoever asks who waits has the profiles listened to.</summary>
internal sealed class Desk(Conversations conversations, Answering answering, Intake intake, Elsewhere elsewhere, Announcer announcer) : IInbox
{
    public async Task<IReadOnlyList<Conversation>> ReadWaitingAsync(CancellationToken cancel)
    {
        intake.Begin();
        await elsewhere.CatchUpAsync(cancel);
        return await conversations.ReadWaitingAsync(cancel);
    }

    public async Task<Conversation> ReadAsync(long conversation, CancellationToken cancel)
    {
        await elsewhere.CatchUpAsync(conversation, cancel);
        return await conversations.ReadAsync(conversation, cancel);
    }

    public async Task<IReadOnlyList<ConversationWord>> ReadWordsAsync(long conversation, CancellationToken cancel)
    {
        await conversations.ReadAsync(conversation, cancel);
        return await conversations.ReadWordsAsync(conversation, cancel);
    }

    public Task<AnswerResult> AnswerAsync(ConversationAnswer answer, CancellationToken cancel) =>
        ToldAsync(answering.AnswerAsync(answer, cancel));

    public Task<Conversation> CloseAsync(long conversation, long seen, string word, string by, CancellationToken cancel) =>
        ToldAsync(conversations.CloseAsync(conversation, seen, word, by, cancel));

    public Task<Conversation> AssignAsync(long conversation, string person, string by, CancellationToken cancel) =>
        ToldAsync(conversations.AssignAsync(conversation, person, by, cancel));

    public Task NoteAsync(long conversation, string text, string by, CancellationToken cancel) =>
        ToldAsync(conversations.NoteAsync(conversation, text, by, cancel));

    public Task<Conversation> LabelAsync(long conversation, string label, string by, CancellationToken cancel) =>
        ToldAsync(conversations.LabelAsync(conversation, label, by, cancel));

    public Task<Conversation> SnoozeAsync(long conversation, DateTimeOffset until, string by, CancellationToken cancel) =>
        ToldAsync(conversations.SnoozeAsync(conversation, until, by, cancel));

    private async Task<T> ToldAsync<T>(Task<T> change)
    {
        var result = await change;
        announcer.Refresh();
        return result;
    }
}
