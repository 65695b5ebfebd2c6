using PluginHost.Campaigns;
using PluginHost.Sdk;

namespace PluginHost.Inbox;

/// <summary>What people say, as it is heard. The same word, heard again or by another of our profiles, is the same.</summary>
internal sealed partial class Conversations
{
    /// <summary>Takes in what somebody said to a profile, or took back.</summary>
    public async Task HearAsync(IStoreTransaction transaction, Profile profile, NetworkEvent told)
    {
        switch (told.Kind)
        {
            case NetworkEventKind.Reply or NetworkEventKind.Mention:
                await HearWordAsync(transaction, profile, told);
                break;
            case NetworkEventKind.Deletion when told.RemoteId is { } remoteId:
                await HearDeletionAsync(transaction, profile.Network, remoteId, told);
                break;
        }
    }

    private async Task HearWordAsync(IStoreTransaction transaction, Profile profile, NetworkEvent told)
    {
        var network = profile.Network;

        // What cannot be named on the network is told apart by its event.
        var name = told.RemoteId ?? $"{profile.Name}/{told.Id}";
        var known = await transaction.ReadAsync(
            $"select id from inbox_word where network = {network} and remote_id = {name}", row => row.Integer("id"));
        if (known.Count > 0)
            return;

        var contact = await ContactAsync(transaction, network, told);
        var conversation = await FindThreadAsync(transaction, contact, network, profile, told, name);
        await transaction.WriteAsync(
            $"""
            insert into inbox_word (conversation, network, remote_id, ours, profile, at, text, parent)
            values ({conversation}, {network}, {name}, 0, {profile.Name}, {told.At}, {told.Text}, {told.Post})
            """);
        if (await transaction.WriteAsync(
            $"""
            update inbox_conversation set closed_at = null, closed_by = '', closed_word = '' where id = {conversation} and closed_at is not null
            """) > 0)
            await NoteAsync(transaction, conversation, "reopened", Ourselves, "");

        // Who has more to say is not put off any more.
        await transaction.WriteAsync($"update inbox_conversation set snoozed_until = null, profile = {profile.Name} where id = {conversation}");
        await SettleAsync(transaction, conversation);
        await CountAsync(transaction, network, told.Post, conversation);
    }

    private static async Task<long> ContactAsync(IStoreTransaction transaction, string network, NetworkEvent told)
    {
        await transaction.WriteAsync(
            $"""
            insert into inbox_contact (network, handle, name, first_at) values ({network}, {told.Handle}, {told.Name}, {told.At})
            on conflict (network, handle) do nothing
            """);
        if (told.Name.Length > 0)
            await transaction.WriteAsync(
                $"update inbox_contact set name = {told.Name} where network = {network} and handle = {told.Handle} and name <> {told.Name}");

        return (await transaction.ReadAsync(
            $"select id from inbox_contact where network = {network} and handle = {told.Handle}", row => row.Integer("id")))[0];
    }

    // What answers a word of a conversation belongs to it, whatever a network says of threads; else the thread decides, which a word of its own begins.
    private static async Task<long> FindThreadAsync(
        IStoreTransaction transaction, long contact, string network, Profile profile, NetworkEvent told, string name)
    {
        var answered = await transaction.ReadAsync(
            $"""
            select c.id from inbox_word w join inbox_conversation c on c.id = w.conversation
            where w.network = {network} and w.remote_id = {told.Post ?? ""} and c.contact = {contact}
            """,
            row => row.Integer("id"));
        if (answered.Count > 0)
            return answered[0];

        var thread = told.Thread ?? told.Post ?? name;
        await transaction.WriteAsync(
            $"""
            insert into inbox_conversation (contact, thread, profile) values ({contact}, {thread}, {profile.Name}) on conflict (contact, thread) do nothing
            """);
        return (await transaction.ReadAsync(
            $"select id from inbox_conversation where contact = {contact} and thread = {thread}", row => row.Integer("id")))[0];
    }

    private static async Task HearDeletionAsync(IStoreTransaction transaction, string network, string remoteId, NetworkEvent told)
    {
        // Only what they have said themselves: nobody takes back the words of others.
        var gone = await transaction.ReadAsync(
            $"""
            select w.id, w.conversation from inbox_word w join inbox_conversation c on c.id = w.conversation join inbox_contact k on k.id = c.contact
            where w.network = {network} and w.remote_id = {remoteId} and w.ours = 0 and w.gone_at is null and k.handle = {told.Handle}
            """,
            row => (Word: row.Integer("id"), Conversation: row.Integer("conversation")));
        if (gone.Count == 0)
            return;

        await transaction.WriteAsync($"update inbox_word set gone_at = {told.At} where id = {gone[0].Word}");
        await SettleAsync(transaction, gone[0].Conversation);
    }
}
