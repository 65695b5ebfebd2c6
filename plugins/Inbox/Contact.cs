using PluginHost.Sdk;

namespace PluginHost.Inbox;

/// <summary>Somebody who has spoken to us, on one network. That two accounts are one person is nobody's to guess.</summary>
internal sealed record Contact
{
    public required string Network { get; init; }

    public required string Handle { get; init; }

    public required string Name { get; init; }

    public required int Conversations { get; init; }

    public required int Waiting { get; init; }

    public required DateTimeOffset LastAt { get; init; }

    /// <summary>Who has spoken last, first.</summary>
    public static Task<IReadOnlyList<Contact>> ReadAsync(IStore store, int limit, CancellationToken cancel) => store.ReadAsync(
        $"""
        select k.network, k.handle, k.name, count(*) as conversations, count(c.waits_since) as waiting, max(w.at) as last_at
        from inbox_contact k join inbox_conversation c on c.contact = k.id join inbox_word w on w.id = c.last_word
        group by k.id, k.network, k.handle, k.name order by max(w.at) desc, k.handle limit {(long)limit}
        """,
        row => new Contact
        {
            Network = row.Text("network"),
            Handle = row.Text("handle"),
            Name = row.Text("name"),
            Conversations = (int)row.Integer("conversations"),
            Waiting = (int)row.Integer("waiting"),
            LastAt = row.Instant("last_at"),
        },
        cancel);

    /// <summary>The conversations of one, oldest first.</summary>
    public static Task<IReadOnlyList<long>> ConversationsOfAsync(IStore store, string network, string handle, CancellationToken cancel) => store.ReadAsync(
        $"""
        select c.id from inbox_contact k join inbox_conversation c on c.contact = k.id
        where k.handle = {handle} and ({network} = '' or k.network = {network}) order by c.id
        """,
        row => row.Integer("id"),
        cancel);
}
