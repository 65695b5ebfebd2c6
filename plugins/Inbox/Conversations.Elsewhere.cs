using PluginHost.Campaigns;
using PluginHost.Sdk;

namespace PluginHost.Inbox;

/// <summary>Answers of ours that were not given here: by a script's <c>reply.Answer</c>, by another plugin.</summary>
internal sealed partial class Conversations
{
    /// <summary>What waits, by network: the names of the words there.</summary>
    /// <param name="conversation">Of which conversation; null for all.</param>
    /// <param name="cancel">Cancels reading.</param>
    public async Task<ILookup<string, string>> ReadUnansweredAsync(long? conversation, CancellationToken cancel) => (await store.ReadAsync(
        $"""
        select w.network, w.remote_id from inbox_conversation c join inbox_word w on w.conversation = c.id
        where c.waits_since is not null and w.ours = 0 and w.gone_at is null and w.id > c.covered and w.remote_id is not null
          and ({conversation ?? 0L} = 0 or c.id = {conversation ?? 0L})
        order by w.id
        """,
        row => (Network: row.Text("network"), RemoteId: row.Text("remote_id")),
        cancel)).ToLookup(each => each.Network, each => each.RemoteId);

    /// <summary>
    /// Takes in what one of our profiles says, where it answers a word of somebody's: by hand, on a page of the network. While one that was begun here is on its way through the
    /// same profile, it is taken for that one, whose end says what became of it.
    /// </summary>
    public static async Task HearOursAsync(IStoreTransaction transaction, Profile ours, NetworkEvent told)
    {
        if (told is not { Kind: NetworkEventKind.Reply or NetworkEventKind.Mention, Post: { } answered, RemoteId: { } name })
            return;

        var words = await transaction.ReadAsync(
            $"""
            select w.id, w.conversation from inbox_word w where w.network = {ours.Network} and w.remote_id = {answered} and w.ours = 0
                and not exists (select 1 from inbox_answer a where a.conversation = w.conversation and a.state = 'begun' and a.profile = {ours.Name})
            """,
            row => (Id: row.Integer("id"), Conversation: row.Integer("conversation")));
        if (words.Count > 0)
            await AddOursAsync(transaction, words[0].Conversation, words[0].Id, new OurWord { Profile = ours.Name, RemoteId = name, At = told.At, Text = told.Text, By = ours.Name });
    }

    /// <summary>Takes in an answer that is out, wherever it was given. The second time changes nothing.</summary>
    public Task KeepAnswerAsync(GivenAnswer given, CancellationToken cancel) => store.TransactAsync<object?>(
        async transaction =>
        {
            var answered = await transaction.ReadAsync(
                $"select id, conversation from inbox_word where network = {given.Target.Network} and remote_id = {given.InReplyTo} and ours = 0",
                row => (Word: row.Integer("id"), Conversation: row.Integer("conversation")));
            if (answered.Count > 0)
                await AddOursAsync(transaction, answered[0].Conversation, answered[0].Word, OursOf(given.Target, given.AskedBy));

            return null;
        },
        cancel);
}
