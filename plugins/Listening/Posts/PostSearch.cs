using PluginHost.Campaigns;
using PluginHost.Listening.Counting;
using PluginHost.Listening.Matching;
using PluginHost.Listening.People;
using PluginHost.Listening.Queries;
using PluginHost.Sdk;

namespace PluginHost.Listening.Posts;

/// <summary>Finds posts that were kept, newest first. It goes through them piece by piece until there are enough.</summary>
internal sealed class PostSearch(IStore store, TimeProvider clock)
{
    private const int Piece = 500;

    private const int HoursAtOnce = 200;

    // SQLite nests conditions a thousand deep at most, one in the other for each "or".
    private const int Grouped = 100;

    /// <summary>What meets a query among the posts that were heard, whichever query they were heard for.</summary>
    public async Task<IReadOnlyList<KeptPost>> FindAsync(QueryNode query, int limit, bool hidden, CancellationToken cancel)
    {
        var lists = (await PeopleLists.ReadAsync(new StoreReads(store, cancel))).ToLookup(entry => entry.List, entry => entry.Handle);
        var meant = Watch.WithPeople(query, lists);
        return await CollectAsync(
            statement =>
            {
                if (Anchors.Of(meant) is not { } anchors)
                    return;

                statement.AppendLiteral(" and ");
                WordIndex.AppendCondition(statement, anchors);
            },
            kept => kept.Queries.Count > 0 && PlainMatcher.Meets(meant, HeardPost.Of(kept.Network, kept.Post)),
            limit,
            hidden,
            cancel);
    }

    /// <summary>What a saved query has matched.</summary>
    public Task<IReadOnlyList<KeptPost>> MatchesAsync(SavedQuery query, int limit, bool hidden, CancellationToken cancel) => NewestAsync([query.Id], limit, hidden, cancel);

    /// <summary>
    /// What any of several queries has matched. The hours in which they have are known: only those are looked through, and only until there are enough, whatever was heard for
    /// other queries meanwhile.
    /// </summary>
    public async Task<IReadOnlyList<KeptPost>> NewestAsync(IReadOnlyCollection<long> queries, int limit, bool hidden, CancellationToken cancel)
    {
        var found = new List<KeptPost>();
        DateTimeOffset? before = null;
        while (queries.Count > 0)
        {
            var hours = await Counts.ReadHoursAsync(store, queries, before, HoursAtOnce, cancel);
            foreach (var (from, to) in HourRuns.Of(hours))
            {
                found.AddRange(await CollectAsync(statement => AppendMatched(statement, queries, from, to), _ => true, limit - found.Count, hidden, cancel));
                if (found.Count == limit)
                    return found;
            }

            if (hours.Count < HoursAtOnce)
                break;

            before = hours[^1];
        }

        return found;
    }

    /// <summary>One post; null where there is none, or it was taken back.</summary>
    public async Task<KeptPost?> FindAsync(long id, CancellationToken cancel)
    {
        var found = await store.ReadAsync(
            $"select id, network, remote_id, handle, plain_handle, name, text, language, at, link, queries from listening_post where id = {id}", KeptPost.Read, cancel);
        return found.Count > 0 && found[0].Queries.Count > 0 ? found[0] : null;
    }

    /// <summary>What a query has matched after a position, in the order in which it was heard, said since an instant.</summary>
    public Task<IReadOnlyList<KeptPost>> AfterAsync(SavedQuery query, long after, int limit, CancellationToken cancel) => store.ReadAsync(
        $"""
        select id, network, remote_id, handle, plain_handle, name, text, language, at, link, queries from listening_post
        where id > {after} and at >= {query.CreatedAt} and queries like {KeptPost.PatternOf(query.Id)}
            and plain_handle not in (select name from listening_mute where kind = 'author' and (until is null or until > {clock.GetUtcNow()}))
        order by id limit {(long)limit}
        """,
        KeptPost.Read,
        cancel);

    /// <summary>The position of the last post that was heard.</summary>
    public async Task<long> LastAsync(CancellationToken cancel) =>
        (await store.ReadAsync($"select coalesce(max(id), 0) as last from listening_post", row => row.Integer("last"), cancel))[0];

    private static void AppendMatched(Sql statement, IReadOnlyCollection<long> queries, DateTimeOffset from, DateTimeOffset to)
    {
        statement.AppendLiteral(" and at >= ");
        statement.AppendFormatted(from);
        statement.AppendLiteral(" and at < ");
        statement.AppendFormatted(to);
        var begin = " and ((";
        foreach (var group in queries.Chunk(Grouped))
        {
            foreach (var query in group)
            {
                statement.AppendLiteral(begin);
                statement.AppendLiteral("queries like ");
                statement.AppendFormatted(KeptPost.PatternOf(query));
                begin = " or ";
            }

            begin = ") or (";
        }

        statement.AppendLiteral("))");
    }

    private async Task<IReadOnlyList<KeptPost>> CollectAsync(
        Action<Sql> narrow, Func<KeptPost, bool> isMeant, int limit, bool hidden, CancellationToken cancel)
    {
        var found = new List<KeptPost>();
        KeptPost? last = null;
        while (true)
        {
            var piece = await store.ReadAsync(Select(narrow, last, hidden), KeptPost.Read, cancel);
            foreach (var kept in piece.Where(isMeant))
            {
                found.Add(kept);
                if (found.Count == limit)
                    return found;
            }

            if (piece.Count < Piece)
                return found;

            last = piece[^1];
        }
    }

    private Sql Select(Action<Sql> narrow, KeptPost? before, bool hidden)
    {
        var select = new Sql(0, 4);
        select.AppendLiteral($"select {KeptPost.Columns} from listening_post where 1 = 1");
        if (before is not null)
        {
            select.AppendLiteral(" and (at < ");
            select.AppendFormatted(before.Post.At);
            select.AppendLiteral(" or (at = ");
            select.AppendFormatted(before.Post.At);
            select.AppendLiteral(" and id < ");
            select.AppendFormatted(before.Id);
            select.AppendLiteral("))");
        }

        if (!hidden)
        {
            select.AppendLiteral(" and plain_handle not in (select name from listening_mute where kind = 'author' and (until is null or until > ");
            select.AppendFormatted(clock.GetUtcNow());
            select.AppendLiteral("))");
        }

        narrow(select);
        select.AppendLiteral(" order by at desc, id desc limit ");
        select.AppendFormatted((long)Piece);
        return select;
    }
}
