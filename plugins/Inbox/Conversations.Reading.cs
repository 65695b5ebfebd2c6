using PluginHost.Campaigns;
using PluginHost.Sdk;

namespace PluginHost.Inbox;

/// <summary>How conversations are read.</summary>
internal sealed partial class Conversations
{
    /// <summary>What waits now, longest first.</summary>
    public Task<IReadOnlyList<Conversation>> ReadWaitingAsync(CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        var select = Select();
        select.AppendLiteral("where c.waits_since is not null and (c.snoozed_until is null or c.snoozed_until <= ");
        select.AppendFormatted(now);
        select.AppendLiteral(") order by c.waits_since, c.id");
        return store.ReadAsync(select, row => Conversation(row, now), cancel);
    }

    /// <summary>What waits and is put off, by when it comes back.</summary>
    public Task<IReadOnlyList<Conversation>> ReadSnoozedAsync(CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        var select = Select();
        select.AppendLiteral("where c.waits_since is not null and c.snoozed_until > ");
        select.AppendFormatted(now);
        select.AppendLiteral(" order by c.snoozed_until, c.id");
        return store.ReadAsync(select, row => Conversation(row, now), cancel);
    }

    /// <summary>One conversation as it stands.</summary>
    /// <exception cref="WrongUseException">There is none of that number.</exception>
    public async Task<Conversation> ReadAsync(long id, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        var known = await store.ReadAsync(SelectOne(id), row => Conversation(row, now), cancel);
        return known.Count > 0 ? known[0] : throw NoSuch(id);
    }

    /// <summary>The conversation of which somebody has said something last; null where nobody ever has.</summary>
    public async Task<long?> ReadNewestAsync(CancellationToken cancel)
    {
        var newest = await store.ReadAsync(
            $"select conversation from inbox_word where ours = 0 order by id desc limit 1", row => row.Integer("conversation"), cancel);
        return newest.Count > 0 ? newest[0] : null;
    }

    /// <summary>What was said, in the order in which it was heard.</summary>
    public Task<IReadOnlyList<ConversationWord>> ReadWordsAsync(long conversation, CancellationToken cancel) => store.ReadAsync(
        $"""
        select w.*, k.handle from inbox_word w join inbox_conversation c on c.id = w.conversation join inbox_contact k on k.id = c.contact
        where w.conversation = {conversation} order by w.id
        """,
        Word,
        cancel);

    /// <summary>What people here did about it, in order.</summary>
    public Task<IReadOnlyList<Entry>> ReadEntriesAsync(long conversation, CancellationToken cancel) =>
        store.ReadAsync($"select * from inbox_entry where conversation = {conversation} order by id", Entry.Read, cancel);

    private static Sql SelectOne(long id)
    {
        var select = Select();
        select.AppendLiteral("where c.id = ");
        select.AppendFormatted(id);
        return select;
    }

    private static Sql Select() =>
        $"""
        select c.*, k.network, k.handle, k.name, w.text, w.at, w.remote_id, a.by_whom as answering
        from inbox_conversation c join inbox_contact k on k.id = c.contact join inbox_word w on w.id = c.last_word
            left join inbox_answer a on a.conversation = c.id and a.state = 'begun'

        """;

    private Conversation Conversation(IRow row, DateTimeOffset now)
    {
        var waitsSince = row.InstantOrNull("waits_since");
        var snoozedUntil = row.InstantOrNull("snoozed_until");
        return new Conversation
        {
            Id = row.Integer("id"),
            Network = row.Text("network"),
            Handle = row.Text("handle"),
            Name = row.Text("name"),
            Profile = row.Text("profile"),
            State = waitsSince is not null ? snoozedUntil > now ? ConversationState.Snoozed : ConversationState.Waiting
                : row.Integer("gone") == 1 ? ConversationState.Gone
                : row.InstantOrNull("closed_at") is not null ? ConversationState.Closed
                : ConversationState.Answered,
            WaitsSince = waitsSince,
            Word = row.Integer("last_word"),
            Text = row.Text("text"),
            At = row.Instant("at"),
            RemoteId = row.TextOrNull("remote_id"),

            // Whoever is away does not keep it: it is everybody's again, even before anybody has noted so.
            // They have the whole time for each new word.
            Assignee = row.InstantOrNull("assigned_at") is { } assigned && (waitsSince is null || assigned + assignReturn > now || waitsSince + assignReturn > now)
                ? row.Text("assignee")
                : "",
            SnoozedUntil = waitsSince is not null && snoozedUntil > now ? snoozedUntil : null,
            AnsweredBy = row.TextOrNull("answering") ?? "",
            Labels = Lines.Of(row.Text("labels")),
        };
    }

    private static ConversationWord Word(IRow row)
    {
        var isOurs = row.Integer("ours") == 1;
        return new ConversationWord
        {
            Id = row.Integer("id"),
            IsOurs = isOurs,
            Who = isOurs ? row.Text("profile") : row.Text("handle"),
            Profile = row.Text("profile"),
            At = row.Instant("at"),
            Text = row.Text("text"),
            RemoteId = row.TextOrNull("remote_id"),
            AskedBy = row.Text("asked_by"),
            Answers = row.Integer("covers"),
            GoneAt = row.InstantOrNull("gone_at"),
        };
    }
}
