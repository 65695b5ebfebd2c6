using PluginHost.Campaigns;
using PluginHost.Sdk;

namespace PluginHost.Rehearsal;

/// <summary>What people do, our own profiles among them. An event is seen when the clock has reached its instant.</summary>
/// <remarks>
/// Nothing is decided while a post is being sent: what people do follows from the post alone, so it is as well decided when somebody first looks.
/// </remarks>
internal sealed class Events(IStore store, AudienceSource audience, TimeProvider clock)
{
    // Always as many, so that the statement stays prepared. SQLite looks for each parameter among all: long statements are slow.
    private const int RowsAtOnce = 50;

    private const int PageSize = 200;

    /// <summary>Tells the author of a post that one of our profiles has answered it.</summary>
    public Task AddReplyAsync(IStoreTransaction transaction, string author, StoredPost reply, Outgoing post) => transaction.WriteAsync(
        $"""
        insert into rehearsal_event (handle, kind, actor, post, text, language, at)
        values ({author}, 'reply', {reply.Handle}, {post.InReplyTo}, {reply.Text}, {post.Language}, {reply.At})
        """);

    /// <summary>Notes that one of our profiles likes, reposts or follows. The second time changes nothing.</summary>
    public Task AddAsync(NetworkEventKind kind, string actor, string handle, string post, CancellationToken cancel) => store.WriteAsync(
        $"""
        insert into rehearsal_event (handle, kind, actor, post, at)
        values ({handle}, {EventKinds.Text(kind)}, {actor}, {post}, {clock.GetUtcNow()}) on conflict do nothing
        """,
        cancel);

    /// <summary>Who wrote a post or an answer that can be seen now; null where there is none.</summary>
    public async Task<string?> AuthorOfAsync(IStoreTransaction transaction, string remoteId)
    {
        IReadOnlyList<string> authors = [];
        if (RemoteIds.IsPost(remoteId, out var post))
            authors = await transaction.ReadAsync(
                $"select handle from rehearsal_post where id = {post} and remote_id is null", row => row.Text("handle"));
        else if (RemoteIds.IsReply(remoteId, out var reply))
            authors = await transaction.ReadAsync(
                $"select actor from rehearsal_event where id = {reply} and kind in ('reply', 'mention') and at <= {clock.GetUtcNow()}"
                + $" and not exists (select 1 from rehearsal_event gone where gone.kind = 'deletion' and gone.post = {remoteId} and gone.at <= {clock.GetUtcNow()})",
                row => row.Text("actor"));

        if (authors.Count == 0)
            authors = await transaction.ReadAsync($"select handle from rehearsal_post where remote_id = {remoteId}", row => row.Text("handle"));

        return authors.Count > 0 ? authors[0] : null;
    }

    /// <summary>A page of what happened to a handle after a place in the order, oldest first.</summary>
    public async Task<(IReadOnlyList<StoredEvent> Events, long Last, DateTimeOffset? Next)> ReadAsync(string handle, long after, CancellationToken cancel)
    {
        await CatchUpAsync(cancel);
        var rows = await store.ReadAsync(
            $"""
            select id, handle, kind, actor, post, text, at, sequence from rehearsal_event
            where handle = {handle} and sequence > {after} order by sequence limit {(long)PageSize}
            """,
            row => (Event: StoredEvent.Read(row), Sequence: row.Integer("sequence")),
            cancel);
        var next = rows.Count == PageSize ? null : await NextAsync(handle, cancel);
        return ([.. rows.Select(row => row.Event)], rows.Count > 0 ? rows[^1].Sequence : after, next);
    }

    // Only a rehearsal asks for it: elsewhere another process may post at any time.
    private async Task<DateTimeOffset?> NextAsync(string handle, CancellationToken cancel)
    {
        if (clock is not RehearsalClock)
            return null;

        var next = await store.ReadAsync(
            $"select at from rehearsal_event where handle = {handle} and sequence is null order by at limit 1", row => row.Instant("at"), cancel);
        return next.Count > 0 ? next[0] : DateTimeOffset.MaxValue;
    }

    /// <summary>What was done to us that can be seen now, newest first.</summary>
    /// <param name="post">To which post; empty for all.</param>
    public async Task<IReadOnlyList<StoredEvent>> ReadNewestAsync(string post, int limit, CancellationToken cancel)
    {
        await CatchUpAsync(cancel);
        return await store.ReadAsync(
            $"""
            select id, handle, kind, actor, post, text, at from rehearsal_event
            where at <= {clock.GetUtcNow()} and ({post} = '' or post = {post}) and handle in (select handle from rehearsal_post)
            order by at desc, id desc limit {(long)limit}
            """,
            StoredEvent.Read,
            cancel);
    }

    /// <summary>Whether those who took part in something react to what they are answered.</summary>
    public bool AreAnswersHeard => audience.Contest.IsOn;

    /// <summary>Who has passed a post on.</summary>
    public async Task<IReadOnlyList<string>> RepostersOfAsync(string handle, string post, CancellationToken cancel)
    {
        await CatchUpAsync(cancel);
        return await store.ReadAsync(
            $"select actor from rehearsal_event where handle = {handle} and kind = 'repost' and post = {post} and at <= {clock.GetUtcNow()} order by at, id",
            row => row.Text("actor"),
            cancel);
    }

    /// <summary>Who has begun to follow a handle.</summary>
    public async Task<IReadOnlyList<string>> FollowersOfAsync(string handle, CancellationToken cancel)
    {
        await CatchUpAsync(cancel);
        return await store.ReadAsync(
            $"select actor from rehearsal_event where handle = {handle} and kind = 'follow' and at <= {clock.GetUtcNow()} order by at, id",
            row => row.Text("actor"),
            cancel);
    }

    /// <summary>Whether somebody of this handle was ever seen doing something.</summary>
    public async Task<bool> HasSeenAsync(string actor, CancellationToken cancel)
    {
        await CatchUpAsync(cancel);
        var seen = await store.ReadAsync(
            $"select actor from rehearsal_event where actor = {actor} and at <= {clock.GetUtcNow()} limit 1", row => row.Text("actor"), cancel);
        return seen.Count > 0;
    }

    /// <summary>Decides what the audience does about posts that nobody has looked after, and numbers what has become visible.</summary>
    /// <remarks>It need not outlast a failure of power: it is decided in the same way again.</remarks>
    public async Task CatchUpAsync(CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        var open = await store.ReadAsync(
            $"""
            select 'undecided' as what where exists (select 1 from rehearsal_post where decided = 0)
            union all select 'hidden' where exists (select 1 from rehearsal_event where coalesce(sequence, 0) = 0 and at <= {now})
            """,
            row => row.Text("what"),
            cancel);
        if (open.Count == 0)
            return;

        if (open is ["hidden"])
        {
            await store.Relaxed.WriteAsync(Number(now), cancel);
            return;
        }

        var people = await audience.ReadAsync(cancel);
        await store.Relaxed.TransactAsync(
            async transaction =>
            {
                await DecideAsync(transaction, people, audience.Contest);
                return await transaction.WriteAsync(Number(now));
            },
            cancel);
    }

    private static async Task DecideAsync(IStoreTransaction transaction, Audience people, Contest contest)
    {
        var posts = await transaction.ReadAsync(
            $"select id, handle, speaks, number, text, at, in_reply_to, remote_id, link from rehearsal_post where decided = 0 order by id", StoredPost.Read);
        foreach (var post in posts)
        {
            IReadOnlyList<Reaction> reactions = post.InReplyTo is { } answered
                ? await PartyOfAsync(transaction, answered) is { } actor ? contest.Thank(post, actor) : []
                : [.. people.ReactTo(post), .. contest.ReactTo(post, people.FollowersOf(post.Handle, post.Speaks))];
            for (var from = 0; from < reactions.Count; from += RowsAtOnce)
                await transaction.WriteAsync(Insert(post, reactions, from, Math.Min(from + RowsAtOnce, reactions.Count)));
        }

        await transaction.WriteAsync($"update rehearsal_post set decided = 1 where decided = 0");
    }

    // Who wrote an answer by which they took part in something; null where it was none.
    private static async Task<string?> PartyOfAsync(IStoreTransaction transaction, string answered)
    {
        if (!RemoteIds.IsReply(answered, out var reply))
            return null;

        var known = await transaction.ReadAsync(
            $"select actor, post from rehearsal_event where id = {reply} and kind = 'reply'", row => (Actor: row.Text("actor"), Post: row.Text("post")));
        if (known is not [var entry] || !RemoteIds.IsPost(entry.Post, out var post))
            return null;

        var asked = await transaction.ReadAsync($"select text from rehearsal_post where id = {post} and in_reply_to is null", row => row.Text("text"));
        return asked is [var text] && Contest.PhraseOf(text) is not null ? entry.Actor : null;
    }

    // An event gets its number when its instant has come, under the writers' lock: a listener who has read up to a number has missed none before it,
    // though what is said later may be heard sooner.
    private static Sql Number(DateTimeOffset now) =>
        $"""
        update rehearsal_event set sequence = due.sequence
        from (select id as due_id, (select coalesce(max(sequence), 0) from rehearsal_event) + row_number() over (order by at, id) as sequence
              from rehearsal_event where coalesce(sequence, 0) = 0 and at <= {now}) as due
        where rehearsal_event.id = due.due_id
        """;

    private static Sql Insert(StoredPost post, IReadOnlyList<Reaction> reactions, int from, int to)
    {
        var insert = new Sql(0, 3 + ((to - from) * 5));
        insert.AppendLiteral("insert into rehearsal_event (handle, kind, actor, post, text, language, at) values ");
        for (var place = from; place < to; place++)
        {
            var reaction = reactions[place];
            insert.AppendLiteral(place == from ? "(" : ", (");
            insert.AppendFormatted(post.Handle);
            insert.AppendLiteral($", '{EventKinds.Text(reaction.Kind)}', ");
            insert.AppendFormatted(reaction.Actor);
            insert.AppendLiteral(", ");
            insert.AppendFormatted(reaction.Kind == NetworkEventKind.Follow ? "" : post.RemoteId);
            insert.AppendLiteral(", ");
            insert.AppendFormatted(reaction.Text);
            insert.AppendLiteral(", ");
            insert.AppendFormatted(reaction.Language);
            insert.AppendLiteral(", ");
            insert.AppendFormatted(post.At + reaction.After);
            insert.AppendLiteral(")");
        }

        insert.AppendLiteral(" on conflict do nothing");
        return insert;
    }
}
