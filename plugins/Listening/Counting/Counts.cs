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

    /// <summary>The first hour in which a query has matched; null where there is none.</summary>
    public static async Task<DateTimeOffset?> OldestHourAsync(IStore store, long query, CancellationToken cancel) => (await store.ReadAsync(
        $"select min(hour) as hour from listening_count where query = {query}", row => row.InstantOrNull("hour"), cancel))[0];
}
