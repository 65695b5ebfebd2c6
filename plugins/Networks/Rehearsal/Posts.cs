using PluginHost.Campaigns;
using PluginHost.Sdk;

namespace PluginHost.Rehearsal;

/// <summary>The posts of our profiles, by key: the same key is the same post, however often it is sent.</summary>
internal sealed class Posts(IStore store, Events events, TimeProvider clock)
{
    /// <summary>Takes a post, and decides what the audience is going to do about it, all in one transaction.</summary>
    public Task<SendResult> TakeAsync(Outgoing post, SendKey key, Audience audience, CancellationToken cancel) => store.TransactAsync(
        async transaction =>
        {
            var known = await transaction.ReadAsync($"select id, handle, text, at from rehearsal_post where key = {key.Value}", StoredPost.Read);
            if (known.Count > 0)
                return Again(known[0], post);

            var answered = post.InReplyTo is { } remoteId ? await events.AuthorOfAsync(transaction, remoteId) : null;
            if (post.InReplyTo is not null && answered is null)
                return Refused($"there is no post {post.InReplyTo} to answer");

            var (stored, number) = await AddAsync(transaction, post, key);
            if (answered is not null)
                await events.AddReplyAsync(transaction, answered, stored, post);
            else
                await events.AddAsync(transaction, stored, audience.ReactTo(post, number));

            return stored.ToSent();
        },
        cancel);

    /// <summary>The post that was sent with a key, or null.</summary>
    public async Task<StoredPost?> FindAsync(SendKey key, CancellationToken cancel)
    {
        var known = await store.ReadAsync($"select id, handle, text, at from rehearsal_post where key = {key.Value}", StoredPost.Read, cancel);
        return known.Count > 0 ? known[0] : null;
    }

    /// <summary>Whether a handle has ever said something.</summary>
    public async Task<bool> HasAsync(string handle, CancellationToken cancel) =>
        (await store.ReadAsync($"select id from rehearsal_post where handle = {handle} limit 1", row => row.Integer("id"), cancel)).Count > 0;

    private async Task<(StoredPost Post, long Number)> AddAsync(IStoreTransaction transaction, Outgoing post, SendKey key)
    {
        var handle = post.Profile.Handle;
        var next = await transaction.ReadAsync(
            $"""
            select (select coalesce(max(id), 0) + 1 from rehearsal_post) as id,
                   (select coalesce(max(number), 0) + 1 from rehearsal_post where handle = {handle}) as number
            """,
            row => (Id: row.Integer("id"), Number: row.Integer("number")));
        var stored = new StoredPost
        {
            Id = next[0].Id,
            Handle = handle,
            Text = post.Text,
            At = DateTimeOffset.FromUnixTimeMilliseconds(clock.GetUtcNow().ToUnixTimeMilliseconds()),
        };
        await transaction.WriteAsync(
            $"""
            insert into rehearsal_post (id, key, handle, number, text, language, in_reply_to, at)
            values ({stored.Id}, {key.Value}, {handle}, {next[0].Number}, {post.Text}, {post.Language}, {post.InReplyTo}, {stored.At})
            """);
        return (stored, next[0].Number);
    }

    private static SendResult Again(StoredPost known, Outgoing post) => known.Text == post.Text && known.Handle == post.Profile.Handle
        ? known.ToSent()
        : Refused($"this key has already been used by {known.Handle} for another text, which is post {known.Id}; a new post needs a new key");

    private static RefusedByNetwork Refused(string reason) => new() { Reason = reason };
}
