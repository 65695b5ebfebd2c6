using PluginHost.Listening.Queries;
using PluginHost.Sdk;

namespace PluginHost.Listening.Counting;

/// <summary>Shares of voice: a query's posts by the posts of all queries that are compared.</summary>
internal static class Shares
{
    /// <exception cref="WrongUseException">A query is not known, or none is saved.</exception>
    public static async Task<IReadOnlyList<Share>> ReadAsync(
        IStore store, QueryBook book, TimeProvider clock, string names, int hours, CancellationToken cancel)
    {
        var queries = new List<SavedQuery>();
        foreach (var name in names.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Distinct())
            queries.Add(await book.FindAsync(name, cancel));

        if (queries.Count == 0)
            queries.AddRange(await book.ReadAllAsync(cancel));

        var first = Counts.HourOf(clock.GetUtcNow()).AddHours(1 - hours);
        var counts = await Counts.ReadAsync(store, queries.Select(query => query.Id), first, hours, cancel);
        var total = counts.Values.Sum(hourly => hourly.Sum());
        return
        [
            .. queries.Select(query => (query.Name, Posts: counts[query.Id].Sum()))
                .OrderByDescending(query => query.Posts).ThenBy(query => query.Name, StringComparer.Ordinal)
                .Select(query => new Share { Name = query.Name, Posts = query.Posts, Percent = total == 0 ? null : Math.Round(100m * query.Posts / total, 1) }),
        ];
    }
}
