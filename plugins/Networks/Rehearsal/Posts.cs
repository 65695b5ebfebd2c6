using PluginHost.Campaigns;
using PluginHost.Sdk;

namespace PluginHost.Rehearsal;

/// <summary>
/// The posts of our profiles, by key: the same key is the same post, however often it is sent. It takes them and no more, because a program waits;
/// what people do about them, <see cref="Events"/> decides when somebody looks.
/// </summary>
internal sealed class Posts(IStore store, Events events, TimeProvider clock)
{
    public Task<SendResult> TakeAsync(Outgoing post, SendKey key, CancellationToken cancel) => store.TransactAsync<SendResult>(
        async transaction =>
        {
            string? answered = null;
            if (post.InReplyTo is { } remoteId)
            {
                answered = await events.AuthorOfAsync(transaction, remoteId);
                if (answered is null)
                    return Refused($"there is no post {remoteId} to answer");
            }

            var isNew = await transaction.WriteAsync(Insert(post, key, null, null)) == 1;
            var stored = (await transaction.ReadAsync(ByKey(key), StoredPost.Read))[0];
            if (stored.Text != post.Text || stored.Handle != post.Profile.Handle)
                return Refused($"this key was already used by {stored.Handle} for another text, which is post {stored.Id}; take a new key");

            if (isNew && answered is not null)
                await events.AddReplyAsync(transaction, answered, stored, post);

            return stored.ToSent();
        },
        cancel);

    /// <summary>Keeps what a server has published, so that people here react to it. The post stands there whether or not this succeeds.</summary>
    public async Task KeepAsync(Outgoing post, SendKey key, Sent sent, IOutput output)
    {
        try
        {
            await store.Relaxed.TransactAsync(
                transaction => transaction.WriteAsync(Insert(post, key, sent.RemoteId, sent.Link)), CancellationToken.None);
        }
        catch (Exception error)
        {
            output.Write(Severity.Warning, $"Post {sent.RemoteId} of {post.Profile.Name} is published, and nobody here reacts to it: {error.Message}");
        }
    }

    /// <summary>The post that was sent with a key, or null.</summary>
    public async Task<StoredPost?> FindAsync(SendKey key, CancellationToken cancel)
    {
        var known = await store.ReadAsync(ByKey(key), StoredPost.Read, cancel);
        return known.Count > 0 ? known[0] : null;
    }

    /// <summary>Whether a handle has ever said something.</summary>
    public async Task<bool> HasAsync(string handle, CancellationToken cancel) =>
        (await store.ReadAsync($"select handle from rehearsal_post where handle = {handle} limit 1", row => row.Text("handle"), cancel)).Count > 0;

    // An answer is for the one who is answered: the audience does nothing about it, which is decided at once,
    // unless those who took part in a giveaway are heard.
    private Sql Insert(Outgoing post, SendKey key, string? remoteId, string? link) =>
        $"""
        insert into rehearsal_post (key, handle, number, text, language, speaks, in_reply_to, at, decided, remote_id, link, pictures)
        values ({key.Value}, {post.Profile.Handle},
                (select coalesce(max(number), 0) + 1 from rehearsal_post where handle = {post.Profile.Handle}),
                {post.Text}, {post.Language}, {post.Profile.Language}, {post.InReplyTo}, {clock.GetUtcNow()}, {post.InReplyTo is not null && !events.AreAnswersHeard},
                {remoteId}, {link}, {string.Join('\n', post.Media.Select(medium => medium.Alt.Length > 0 ? medium.Alt : medium.Name))})
        on conflict (key) do nothing
        """;

    private static Sql ByKey(SendKey key) => $"select id, handle, speaks, number, text, at, in_reply_to, remote_id, link from rehearsal_post where key = {key.Value}";

    private static RefusedByNetwork Refused(string reason) => new() { Reason = reason };
}
