using System.Collections.Concurrent;
using PluginHost.Campaigns;
using PluginHost.Sdk;

namespace PluginHost.Bluesky;

/// <summary>What everybody says on the network, as it is said, from a stream that is free and asks for no account. What is not wanted is passed by where it arrives.</summary>
/// <param name="http">The way to them.</param>
/// <param name="clock">The clock.</param>
/// <param name="random">Makes it hard to write a post that is taken for another.</param>
/// <param name="output">Told of what cannot be read.</param>
/// <param name="servers">The servers, by their addresses; the first one that answers is taken.</param>
/// <param name="names">Who goes by which handle.</param>
internal sealed class JetstreamSearch(IHttp http, TimeProvider clock, IRandom random, IOutput output, IReadOnlyList<string> servers, NamesOf names) : Search
{
    private const int Names = 10_000;

    // The first refusals of a bad day are told; after that, every tenth as many.
    private const int Told = 10;

    private readonly IReadOnlyList<JetstreamServer> _servers = [.. servers.Select(JetstreamServer.Parse)];
    private readonly ConcurrentDictionary<string, JetstreamFeed> _feeds = [];
    private readonly KnownNames _names = new(names, Names);
    private PublicQuery? _query;
    private Wanted? _wanted;
    private long _broken;
    private long _nextTold = 1;

    public override async Task<PublicPostPage> ReadAsync(Profile profile, PublicQuery query, string? cursor, CancellationToken cancel)
    {
        var page = await _feeds.GetOrAdd(profile.Name, _ => new JetstreamFeed(http, clock, random, _servers)).ReadAsync(WantedIn(query), cursor, cancel);
        Tell(page.Broken);
        foreach (var (did, handle) in page.Handles)
            _names.Learn(did, handle);

        await _names.AskAsync(profile, page.Posts.Select(post => post.Did), cancel);
        return new PublicPostPage
        {
            Posts = [.. page.Posts.Select(Public)],
            Cursor = page.Cursor,
            Gap = page.Gap,
        };
    }

    private PublicPost Public(FoundPost post)
    {
        var name = _names.Of(post.Did);
        return new PublicPost
        {
            RemoteId = $"at://{post.Did}/app.bsky.feed.post/{post.Key}",
            Handle = name.Handle,
            Name = name.Name,
            Text = post.Text,
            Language = post.Language,
            At = post.At,
            Link = $"https://bsky.app/profile/{post.Did}/post/{post.Key}",
        };
    }

    // It is asked every second or so for the same.
    private Wanted WantedIn(PublicQuery query)
    {
        if (_query is null || _wanted is null || !_query.AnyOf.SequenceEqual(query.AnyOf))
            (_query, _wanted) = (query, Wanted.In(query));

        return _wanted;
    }

    private void Tell(int broken)
    {
        _broken += broken;
        if (_broken < _nextTold)
            return;

        _nextTold = _broken * Told;
        output.Write(Severity.Warning, $"{_broken} messages of Bluesky's stream could not be read so far, and were passed by. Where they become many, update the plugin bluesky.");
    }
}
