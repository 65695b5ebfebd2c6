using System.Globalization;
using PluginHost.Campaigns;
using PluginHost.Sdk;

namespace PluginHost.Inbox;

/// <summary>What people here do about a conversation, beside answering it. None of it can hide somebody who waits.</summary>
internal sealed partial class Conversations
{
    /// <summary>Closes what was read of it. What they have said after that waits on.</summary>
    /// <exception cref="WrongUseException">There is none of that number or no such word of theirs in it, or somebody waits and no word is given.</exception>
    public Task<Conversation> CloseAsync(long id, long seen, string word, string by, CancellationToken cancel) => ChangeAsync(
        id,
        async (transaction, before) =>
        {
            if (before.WaitsSince is not null && string.IsNullOrWhiteSpace(word))
                throw new WrongUseException($"{before.Handle} waits for an answer in conversation {id}: \"{before.Text}\". Say in a word why none is needed: word=\"spam\".");

            // What nobody has said yet cannot have been read: it would be hidden when it comes.
            if (seen != 0 && (await transaction.ReadAsync($"select id from inbox_word where conversation = {id} and id = {seen} and ours = 0", row => row.Integer("id"))).Count == 0)
                throw new WrongUseException($"There is no word {seen} of theirs in conversation {id}. Leave it out to close up to the newest.");

            var upTo = seen == 0 ? before.Word : seen;
            await transaction.WriteAsync(
                $"""
                update inbox_conversation set covered = case when covered < {upTo} then {upTo} else covered end,
                    closed_at = {clock.GetUtcNow()}, closed_by = {by}, closed_word = {word}
                where id = {id}
                """);
            await NoteAsync(transaction, id, "closed", by, word);
        },
        cancel);

    /// <summary>Gives it to somebody, or back to all.</summary>
    public Task<Conversation> AssignAsync(long id, string person, string by, CancellationToken cancel) => ChangeAsync(
        id,
        async (transaction, before) =>
        {
            DateTimeOffset? since = person.Length > 0 ? clock.GetUtcNow() : null;
            await transaction.WriteAsync($"update inbox_conversation set assignee = {person}, assigned_at = {since} where id = {id}");
            if (before.Assignee != person)
                await NoteAsync(transaction, id, "assigned", by, person);
        },
        cancel);

    /// <summary>Keeps a note. The same again, with nothing between, is the same note.</summary>
    public Task<Conversation> NoteAsync(long id, string text, string by, CancellationToken cancel) => ChangeAsync(
        id,
        async (transaction, _) =>
        {
            if (string.IsNullOrWhiteSpace(text))
                throw new WrongUseException("The note is empty. Write what is to be remembered.");

            var last = await transaction.ReadAsync($"select * from inbox_entry where conversation = {id} order by id desc limit 1", Entry.Read);
            if (last is not [{ Kind: "note" } note] || note.Text != text || note.By != by)
                await NoteAsync(transaction, id, "note", by, text);
        },
        cancel);

    /// <summary>Puts a label on it, or takes it off.</summary>
    public Task<Conversation> LabelAsync(long id, string label, string by, CancellationToken cancel) => ChangeAsync(
        id,
        async (transaction, before) =>
        {
            var isOff = label.StartsWith('-');
            var name = (isOff ? label[1..] : label).Trim();
            if (name.Length == 0)
                throw new WrongUseException("The label is empty. Write a word, such as refund; -refund takes it off.");

            if (before.Labels.Contains(name) != isOff)
                return;

            var labels = isOff ? before.Labels.Where(known => known != name) : before.Labels.Append(name);
            await transaction.WriteAsync($"update inbox_conversation set labels = {Lines.Column(labels)} where id = {id}");
            await NoteAsync(transaction, id, "label", by, isOff ? $"-{name}" : name);
        },
        cancel);

    /// <summary>Puts it off until an instant.</summary>
    public Task<Conversation> SnoozeAsync(long id, DateTimeOffset until, string by, CancellationToken cancel) => ChangeAsync(
        id,
        async (transaction, before) =>
        {
            if (before.WaitsSince is null)
                throw new WrongUseException($"Nobody waits in conversation {id}, so there is nothing to put off. It comes back by itself when {before.Handle} says something new.");

            if (until <= clock.GetUtcNow())
                throw new WrongUseException($"{Instant(until)} has passed. Name an instant to come, such as until=18:00.");

            await transaction.WriteAsync($"update inbox_conversation set snoozed_until = {until} where id = {id}");
            await NoteAsync(transaction, id, "snoozed", by, Instant(until));
        },
        cancel);

    /// <summary>Notes what has come back by the clock: snoozes that are over, and assignees who have not answered.</summary>
    /// <returns>When the next one comes; null: none is under way.</returns>
    public async Task<DateTimeOffset?> BringBackAsync(CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        var back = await store.ReadAsync(
            $"select id from inbox_conversation where snoozed_until <= {now}", row => row.Integer("id"), cancel);
        var returned = await store.ReadAsync(
            $"select id from inbox_conversation where assigned_at <= {now - assignReturn} and waits_since <= {now - assignReturn}", row => row.Integer("id"), cancel);
        if (back.Count + returned.Count > 0)
            await store.TransactAsync<object?>(
                async transaction =>
                {
                    foreach (var id in back)
                    {
                        // Once, whoever looks: two processes may find it.
                        if (await transaction.WriteAsync($"update inbox_conversation set snoozed_until = null where id = {id} and snoozed_until <= {now}") > 0)
                            await NoteAsync(transaction, id, "back", Ourselves, "");
                    }

                    foreach (var id in returned)
                        await ReturnAsync(transaction, id, now);

                    return null;
                },
                cancel);

        var next = await store.ReadAsync(
            $"""
            select min(due) as due from (
                select snoozed_until as due from inbox_conversation where snoozed_until > {now}
                union all
                select case when assigned_at > waits_since then assigned_at else waits_since end + {(long)assignReturn.TotalMilliseconds} from inbox_conversation
                where assigned_at is not null and waits_since is not null and (assigned_at > {now - assignReturn} or waits_since > {now - assignReturn})) as soon
            """,
            row => row.InstantOrNull("due"),
            cancel);
        return next[0];
    }

    private async Task ReturnAsync(IStoreTransaction transaction, long id, DateTimeOffset now)
    {
        var from = await transaction.ReadAsync(
            $"select assignee from inbox_conversation where id = {id} and assigned_at <= {now - assignReturn} and waits_since <= {now - assignReturn}", row => row.Text("assignee"));
        if (from.Count == 0)
            return;

        await transaction.WriteAsync($"update inbox_conversation set assignee = '', assigned_at = null where id = {id}");
        await NoteAsync(transaction, id, "returned", Ourselves, from[0]);
    }

    private Task<Conversation> ChangeAsync(long id, Func<IStoreTransaction, Conversation, Task> change, CancellationToken cancel) => store.TransactAsync(
        async transaction =>
        {
            var now = clock.GetUtcNow();
            var before = await transaction.ReadAsync(SelectOne(id), row => Conversation(row, now));
            if (before.Count == 0)
                throw NoSuch(id);

            await change(transaction, before[0]);
            await SettleAsync(transaction, id);
            return (await transaction.ReadAsync(SelectOne(id), row => Conversation(row, now)))[0];
        },
        cancel);

    private static string Instant(DateTimeOffset instant) => instant.ToUniversalTime().ToString("yyyy-MM-dd HH:mm'Z'", CultureInfo.InvariantCulture);
}
