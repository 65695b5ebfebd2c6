using PluginHost.Sdk;

namespace PluginHost.Inbox;

/// <summary>Answers to what we have asked of many. One that is a choice and nothing else needs no answer of ours.</summary>
internal sealed partial class Conversations
{
    /// <summary>Counts what was heard before it was known that its post asks something.</summary>
    public async Task CountEarlyAsync(IStoreTransaction transaction, string network, string remoteId)
    {
        var early = await transaction.ReadAsync(
            $"select distinct conversation from inbox_word where network = {network} and parent = {remoteId} and ours = 0", row => row.Integer("conversation"));
        foreach (var conversation in early)
            await CountAsync(transaction, network, remoteId, conversation);
    }

    // Only where they have said nothing else: a word beside the answer waits like any other.
    private async Task CountAsync(IStoreTransaction transaction, string network, string? parent, long conversation)
    {
        if (parent is null)
            return;

        var asked = await transaction.ReadAsync(
            $"""
            select q.id, q.choices from inbox_question_post p join inbox_question q on q.id = p.question where p.network = {network} and p.remote_id = {parent}
            """,
            row => (Id: row.Integer("id"), Choices: Lines.Of(row.Text("choices"))));
        if (asked.Count == 0)
            return;

        var waiting = await transaction.ReadAsync(
            $"""
            select w.id, w.text, w.parent from inbox_word w join inbox_conversation c on c.id = w.conversation
            where c.id = {conversation} and w.ours = 0 and w.gone_at is null and w.id > c.covered order by w.id
            """,
            row => (Id: row.Integer("id"), Text: row.Text("text"), Parent: row.TextOrNull("parent")));
        if (waiting.Count == 0 || !waiting.All(word => word.Parent == parent && Tally.IsDone(word.Text, asked[0].Choices)))
            return;

        await transaction.WriteAsync(
            $"""
            update inbox_conversation set covered = {waiting[^1].Id}, closed_at = {clock.GetUtcNow()}, closed_by = {Ourselves},
                closed_word = {$"it answers question {asked[0].Id}"}
            where id = {conversation}
            """);
        await SettleAsync(transaction, conversation);
    }
}
