using PluginHost.Campaigns;
using PluginHost.Listening.Hearing;
using PluginHost.Listening.Posts;
using PluginHost.Listening.Queries;

namespace PluginHost.Listening;

/// <summary>What others may ask: scripts, and plugins.</summary>
internal sealed class ListeningService(QueryBook book, PostSearch search, Ears ears) : IListening
{
    private const int Most = 200;

    public async Task<long> BeginAsync(string query, CancellationToken cancel)
    {
        Check(query);
        await book.WantAsync(query, cancel);
        ears.Want();
        return await search.LastAsync(cancel);
    }

    public async Task<IReadOnlyList<Match>> ReadAsync(string query, long after, CancellationToken cancel)
    {
        Check(query);
        var wanted = await book.WantAsync(query, cancel);
        ears.Want();
        return
        [
            .. (await search.AfterAsync(wanted, after, Most, cancel)).Select(kept => new Match { Position = kept.Id, Network = kept.Network, Post = kept.Post }),
        ];
    }

    private static void Check(string query)
    {
        if (QueryReader.Read(query) is QueryRefused refused)
            throw refused.ToException();
    }
}
