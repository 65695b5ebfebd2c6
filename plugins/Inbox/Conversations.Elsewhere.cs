using PluginHost.Campaigns;
using PluginHost.Sdk;

namespace PluginHost.Inbox;

/// <summary>Answers of ours that were not given here: by a script's <c>reply.Answer</c>, by another plugin.</summary>
internal sealed partial class Conversations
{
    /// <summary>What waits, by the profile that was spoken to: the names of the words on the network.</summary>
    /// <param name="conversation">Of which conversation; null for all.</param>
    /// <param name="cancel">Cancels reading.</param>
    public async Task<ILookup<string, string>> ReadUnansweredAsync(long? conversation, CancellationToken cancel) => (await store.ReadAsync(
        $"""
        select w.profile, w.remote_id from inbox_conversation c join inbox_word w on w.conversation = c.id
        where c.waits_since is not null and w.ours = 0 and w.gone_at is null and w.id > c.covered and w.remote_id is not null
          and ({conversation ?? 0L} = 0 or c.id = {conversation ?? 0L})
        order by w.id
        """,
        row => (Profile: row.Text("profile"), RemoteId: row.Text("remote_id")),
        cancel)).ToLookup(each => each.Profile, each => each.RemoteId);

    /// <summary>Takes in an answer that is out, wherever it was given. The second time changes nothing.</summary>
    public Task KeepAnswerAsync(GivenAnswer given, CancellationToken cancel) => store.TransactAsync<object?>(
        async transaction =>
        {
            var answered = await transaction.ReadAsync(
                $"select id, conversation from inbox_word where network = {given.Target.Network} and remote_id = {given.InReplyTo} and ours = 0",
                row => (Word: row.Integer("id"), Conversation: row.Integer("conversation")));
            if (answered.Count > 0)
                await AddOursAsync(transaction, answered[0].Conversation, answered[0].Word, given.Target, given.AskedBy);

            return null;
        },
        cancel);
}
