using PluginHost.Campaigns;
using PluginHost.Listening.Counting;
using PluginHost.Listening.Matching;
using PluginHost.Sdk;

namespace PluginHost.Listening.Posts;

/// <summary>Posts that some query has met, each once: the same post may be heard by a profile that it mentions, and among all that is said.</summary>
internal sealed class PostLog(TimeProvider clock)
{
    /// <summary>
    /// Keeps a post, counts it and puts its words into the index. Of a post that is known, only the queries are kept and counted that it did not meet before: one may have been
    /// added since.
    /// </summary>
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
        {
            await AddQueriesAsync(transaction, network, post, queries);
            return;
        }

        var ids = await transaction.ReadAsync(
            $"select id from listening_post where network = {network} and remote_id = {post.RemoteId}", row => row.Integer("id"));
        await WordIndex.AddAsync(transaction, ids[0], heard);
        foreach (var query in queries)
            await Counts.AddAsync(transaction, query, post.At);
    }

    // What was taken back has no words any more, and meets nothing.
    private static async Task AddQueriesAsync(IStoreTransaction transaction, string network, PublicPost post, IReadOnlyList<long> queries)
    {
        var known = await transaction.ReadAsync(
            $"""
            select id, network, remote_id, handle, plain_handle, name, text, language, at, link, queries from listening_post
            where network = {network} and remote_id = {post.RemoteId} and plain_handle <> ''
            """,
            KeptPost.Read);
        if (known.Count == 0 || queries.Except(known[0].Queries).ToList() is not { Count: > 0 } added)
            return;

        await transaction.WriteAsync($"update listening_post set queries = {KeptPost.TextOf([.. known[0].Queries.Concat(added).Order()])} where id = {known[0].Id}");
        foreach (var query in added)
            await Counts.AddAsync(transaction, query, known[0].Post.At);
    }

    /// <summary>Forgets what somebody has said and taken back. That something was said there still counts, and its place is not given to another.</summary>
    /// <returns>Whether it was known.</returns>
    public async Task<bool> TakeBackAsync(IStoreTransaction transaction, string network, string remoteId)
    {
        await transaction.WriteAsync(
            $"delete from listening_word where post in (select id from listening_post where network = {network} and remote_id = {remoteId})");
        return await transaction.WriteAsync(
            $"""
            update listening_post set handle = '', plain_handle = '', name = '', text = '', link = null, queries = ','
            where network = {network} and remote_id = {remoteId}
            """) > 0;
    }
}
