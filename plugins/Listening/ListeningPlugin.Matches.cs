using PluginHost.Listening.Posts;
using PluginHost.Listening.Queries;
using PluginHost.Sdk;

namespace PluginHost.Listening;

public sealed partial class ListeningPlugin
{
    /// <summary>What a query has heard.</summary>
    [Command("listening.matches", "Listening: Matches", Description = "What a saved query has heard, newest first.")]
    public async Task<Table> MatchesAsync(
        IHost host,
        [Asks("Of which query?")] string name,
        [Asks("How many posts?", Default = "50")] int limit,
        [Asks("Those of muted authors too?", Default = "false")] bool hidden,
        CancellationToken cancel)
    {
        var query = await _book.FindAsync(name, cancel);
        return await TableOfAsync(host, await _search.MatchesAsync(query, AtLeastOne(limit, "posts"), hidden, cancel), cancel);
    }

    /// <summary>Looks through what was heard.</summary>
    [Command(
        "listening.search",
        "Listening: Search",
        Description = "Looks through all that any query has heard, newest first, in the grammar of queries; language and network may stand alone.")]
    public async Task<Table> SearchAsync(
        IHost host,
        [Asks("What is looked for?", Anew = true)] string text,
        [Asks("How many posts?", Default = "50")] int limit,
        [Asks("Those of muted authors too?", Default = "false")] bool hidden,
        CancellationToken cancel)
    {
        var most = AtLeastOne(limit, "posts");
        return QueryReader.ReadAny(text) switch
        {
            QueryRead { Query: var query } => await TableOfAsync(host, await _search.FindAsync(query, most, hidden, cancel), cancel),
            QueryRefused refused => throw refused.ToException(),
            var other => throw new InvalidOperationException($"The query was read as {other}."),
        };
    }

    /// <summary>Shows one post.</summary>
    [Command("listening.match", "Listening: Show a Match", Description = "Shows one post that was heard, whole, with the queries that it meets.")]
    public async Task<Table> MatchAsync(IHost host, [Asks("Which post? listening.matches shows the numbers.")] long post, CancellationToken cancel)
    {
        var kept = await _search.FindAsync(post, cancel)
            ?? throw new WrongUseException($"There is no post {post} here. listening.matches and listening.search show the numbers of those there are.");
        _shownMatch = post;
        host.Views.Refresh(MatchView);
        host.Views.Open(MatchView);
        return await TableOfAsync(host, [kept], cancel);
    }

    private async Task<Table> TableOfAsync(IHost host, IReadOnlyList<KeptPost> posts, CancellationToken cancel)
    {
        var names = await NamesAsync(cancel);
        return Table.Of(
            posts,
            ("post", kept => kept.Id),
            ("time", kept => InZone(host, kept.Post.At)),
            ("network", kept => kept.Network),
            ("handle", kept => kept.Post.Handle),
            ("text", kept => kept.Post.Text),
            ("language", kept => kept.Post.Language),
            ("queries", kept => QueriesOf(kept, names)),
            ("link", kept => kept.Post.Link));
    }

    private async Task<IReadOnlyDictionary<long, string>> NamesAsync(CancellationToken cancel) =>
        (await _book.ReadAllAsync(cancel)).ToDictionary(query => query.Id, query => query.Name);

    private static string QueriesOf(KeptPost kept, IReadOnlyDictionary<long, string> names) =>
        string.Join(", ", kept.Queries.Where(names.ContainsKey).Select(id => names[id]));
}
