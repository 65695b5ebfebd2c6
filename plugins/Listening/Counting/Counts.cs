using PluginHost.Sdk;

namespace PluginHost.Listening.Counting;

/// <summary>How many posts met a query, by the hour in which they were said. Hours are those of UTC, and outlast the posts.</summary>
internal static class Counts
{
    public static DateTimeOffset HourOf(DateTimeOffset at)
    {
        var utc = at.UtcDateTime;
        return new DateTimeOffset(utc.Year, utc.Month, utc.Day, utc.Hour, 0, 0, TimeSpan.Zero);
    }

    public static Task<int> AddAsync(IStoreTransaction transaction, long query, DateTimeOffset at) => transaction.WriteAsync(
        $"""
        insert into listening_count (query, hour, posts) values ({query}, {HourOf(at)}, 1)
        on conflict (query, hour) do update set posts = listening_count.posts + 1
        """);

    /// <summary>The hours from one up to another, which is left out, with their counts: those without a post too.</summary>
    public static async Task<IReadOnlyDictionary<long, IReadOnlyList<long>>> ReadAsync(
        IStore store, IEnumerable<long> queries, DateTimeOffset from, int hours, CancellationToken cancel)
    {
        var first = HourOf(from);
        var rows = await store.ReadAsync(
            $"select query, hour, posts from listening_count where hour >= {first} and hour < {first.AddHours(hours)}",
            row => (Query: row.Integer("query"), Hour: row.Instant("hour"), Posts: row.Integer("posts")),
            cancel);
        var counts = queries.ToDictionary(query => query, _ => new long[hours]);
        foreach (var (query, hour, posts) in rows)
        {
            if (counts.TryGetValue(query, out var known))
                known[(int)(hour - first).TotalHours] = posts;
        }

        return counts.ToDictionary(pair => pair.Key, pair => (IReadOnlyList<long>)pair.Value);
    }

    /// <summary>The hours in which one of several queries has matched, newest first, as far as posts of them may be kept.</summary>
    /// <param name="store">The plugin's tables.</param>
    /// <param name="queries">Which queries: one at least.</param>
    /// <param name="before">Only hours before this one; null: from the newest on.</param>
    /// <param name="limit">How many hours at most.</param>
    /// <param name="cancel">Cancels reading.</param>
    public static Task<IReadOnlyList<DateTimeOffset>> ReadHoursAsync(
        IStore store, IReadOnlyCollection<long> queries, DateTimeOffset? before, int limit, CancellationToken cancel)
    {
        var select = new Sql(0, 4);
        select.AppendLiteral("select distinct hour from listening_count where hour > coalesce((select min(at) from listening_post), 0) - ");
        select.AppendFormatted((long)TimeSpan.FromHours(1).TotalMilliseconds);
        if (before is not null)
        {
            select.AppendLiteral(" and hour < ");
            select.AppendFormatted(before);
        }

        var begin = " and query in (";
        foreach (var query in queries)
        {
            select.AppendLiteral(begin);
            select.AppendFormatted(query);
            begin = ", ";
        }

        select.AppendLiteral(") order by hour desc limit ");
        select.AppendFormatted((long)limit);
        return store.ReadAsync(select, row => row.Instant("hour"), cancel);
    }
}
