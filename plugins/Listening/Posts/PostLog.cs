using PluginHost.Campaigns;
using PluginHost.Listening.Counting;
using PluginHost.Listening.Matching;
using PluginHost.Sdk;

namespace PluginHost.Listening.Posts;

/// <summary>Posts that some query has met, each once: the same post may be heard by a profile that it mentions, and among all that is said.</summary>
internal sealed class PostLog(TimeProvider clock, TimeSpan keep)
{
    private static readonly TimeSpan TrimInterval = TimeSpan.FromMinutes(10);

    private DateTimeOffset _trimAt;

    /// <summary>Keeps a post, counts it and puts its words into the index. A post that is known changes nothing.</summary>
    public async Task AddAsync(IStoreTransaction transaction, string network, PublicPost post, HeardPost heard, IReadOnlyList<long> queries)
    {
        var isNew = await transaction.WriteAsync(
            $"""
            insert into listening_post (network, remote_id, handle, plain_handle, name, text, language, at, heard_at, link, queries)
            values ({network}, {post.RemoteId}, {post.Handle}, {heard.Handle}, {post.Name}, {post.Text}, {post.Language}, {post.At}, {clock.GetUtcNow()},
                {post.Link}, {KeptPost.TextOf(queries)})
            on conflict (network, remote_id) do nothing
            """) == 1;
        if (!isNew)
            return;

        var ids = await transaction.ReadAsync(
            $"select id from listening_post where network = {network} and remote_id = {post.RemoteId}", row => row.Integer("id"));
        await WordIndex.AddAsync(transaction, ids[0], heard);
        foreach (var query in queries)
            await Counts.AddAsync(transaction, query, post.At);
    }

    /// <summary>Lets go of what is older than it is to be kept, a piece at a time. Counts stay, and so does the newest: a position is never given twice.</summary>
    public async Task TrimAsync(IStoreTransaction transaction)
    {
        var now = clock.GetUtcNow();
        if (now < _trimAt)
            return;

        _trimAt = now + TrimInterval;
        var old = await transaction.ReadAsync(
            $"select id from listening_post where at < {now - keep} and id < (select max(id) from listening_post) order by at, id limit 500",
            row => row.Integer("id"));
        foreach (var id in old)
        {
            await transaction.WriteAsync($"delete from listening_word where post = {id}");
            await transaction.WriteAsync($"delete from listening_post where id = {id}");
        }
    }
}
