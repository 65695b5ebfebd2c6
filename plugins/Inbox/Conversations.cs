using PluginHost.Campaigns;
using PluginHost.Sdk;

namespace PluginHost.Inbox;

/// <summary>
/// The truth about who waits. Words are kept as they were said; that a conversation waits follows from them, in the transaction in which one of them comes: there is a
/// word of theirs that no answer and no closing covers.
/// </summary>
/// <remarks>An answer covers the words up to the one that it answers, whenever it was sent: what they say while somebody writes waits on.</remarks>
internal sealed partial class Conversations(IStore store, TimeProvider clock, TimeSpan assignReturn)
{
    /// <summary>Names what the inbox does itself.</summary>
    public const string Ourselves = "inbox";

    private static Task<int> SettleAsync(IStoreTransaction transaction, long conversation) => transaction.WriteAsync(
        $"""
        update inbox_conversation set
            waits_since = (
                select min(w.at) from inbox_word w
                where w.conversation = inbox_conversation.id and w.ours = 0 and w.gone_at is null and w.id > inbox_conversation.covered),
            last_word = coalesce((
                select max(w.id) from inbox_word w where w.conversation = inbox_conversation.id and w.ours = 0 and w.gone_at is null), last_word),
            snoozed_until = case when exists (
                select 1 from inbox_word w
                where w.conversation = inbox_conversation.id and w.ours = 0 and w.gone_at is null and w.id > inbox_conversation.covered)
                then snoozed_until else null end,
            gone = case when not exists (
                select 1 from inbox_word w
                where w.conversation = inbox_conversation.id and w.ours = 0 and w.gone_at is null and w.id > inbox_conversation.covered)
                and exists (
                select 1 from inbox_word w
                where w.conversation = inbox_conversation.id and w.ours = 0 and w.gone_at is not null and w.id > inbox_conversation.covered)
                then 1 else 0 end
        where id = {conversation}
        """);

    private Task<int> NoteAsync(IStoreTransaction transaction, long conversation, string kind, string by, string text) => transaction.WriteAsync(
        $"""
        insert into inbox_entry (conversation, at, kind, by_whom, text) values ({conversation}, {clock.GetUtcNow()}, {kind}, {by}, {text})
        """);

    private static WrongUseException NoSuch(long conversation) =>
        new($"There is no conversation {conversation} here. inbox.waiting shows the numbers of those that wait, inbox.contact those of one person.");
}
