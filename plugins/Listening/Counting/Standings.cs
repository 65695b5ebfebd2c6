using PluginHost.Listening.People;
using PluginHost.Listening.Queries;
using PluginHost.Sdk;

namespace PluginHost.Listening.Counting;

/// <summary>Works out how the saved queries do.</summary>
internal sealed class Standings(IStore store, QueryBook book, Mutes mutes, TimeProvider clock)
{
    public async Task<IReadOnlyList<QueryStanding>> ReadAsync(CancellationToken cancel)
    {
        const int Hours = SpikeRule.Baseline + 2;
        var queries = await book.ReadAllAsync(cancel);
        var running = Counts.HourOf(clock.GetUtcNow());
        var counts = await Counts.ReadAsync(store, queries.Select(query => query.Id), running.AddHours(1 - Hours), Hours, cancel);
        var muted = (await mutes.ReadAsync(cancel)).Where(mute => mute.Kind == Mutes.Query).Select(mute => mute.Name).ToHashSet(StringComparer.Ordinal);
        return [.. queries.Select(query => Of(query, counts[query.Id], running, muted.Contains(query.Name)))];
    }

    private static QueryStanding Of(SavedQuery query, IReadOnlyList<long> hours, DateTimeOffset running, bool isMuted)
    {
        var isNow = SpikeRule.Judge(hours[^1], Known(query, hours, running, 1));
        var before = SpikeRule.Judge(hours[^2], Known(query, hours, running, 2));
        return new QueryStanding
        {
            Query = query,
            Hours = hours,
            JudgedHour = isNow.IsSpike ? running : running.AddHours(-1),
            Verdict = isNow.IsSpike ? isNow : before,
            IsMuted = isMuted,
        };
    }

    // The hours before the judged one, from that on in which the query was saved; or from the first with a match, where it has met what was said earlier.
    private static List<long> Known(SavedQuery query, IReadOnlyList<long> hours, DateTimeOffset running, int behind)
    {
        var before = hours.Take(hours.Count - behind).TakeLast(SpikeRule.Baseline).ToList();
        var age = (int)Math.Clamp((running.AddHours(1 - behind) - Counts.HourOf(query.CreatedAt)).TotalHours, 0, before.Count);
        var firstMatch = before.FindIndex(count => count > 0);
        return before[Math.Min(before.Count - age, firstMatch < 0 ? before.Count : firstMatch)..];
    }
}
