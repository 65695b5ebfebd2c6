using PluginHost.Listening.Counting;
using PluginHost.Sdk;

namespace PluginHost.Listening;

public sealed partial class ListeningPlugin
{
    // A year.
    private const int MostHours = 8784;

    /// <summary>Counts by the hour.</summary>
    [Command("listening.counts", "Listening: Counts", Description = "How many posts met a query in each of the last hours, by when they were said. Muting takes nothing away.")]
    public async Task<Table> CountsAsync(
        IHost host, [Asks("Of which query?")] string name, [Asks("Of how many hours?", Default = "24")] int hours, CancellationToken cancel)
    {
        var query = await _book.FindAsync(name, cancel);
        var first = Counts.HourOf(host.Clock.GetUtcNow()).AddHours(1 - HoursOf(hours));
        var counts = await Counts.ReadAsync(host.Store, [query.Id], first, hours, cancel);
        return Table.Of(counts[query.Id].Select((posts, place) => (Hour: first.AddHours(place), Posts: posts)), ("hour", row => InZone(host, row.Hour)), ("posts", row => row.Posts));
    }

    /// <summary>Who is spoken of.</summary>
    [Command(
        "listening.share",
        "Listening: Share of Voice",
        Description = "What part of the posts each query has, of those that the named queries have together. A post that meets two counts for both: make the queries alike.")]
    public async Task<Table> ShareAsync(
        IHost host,
        [Asks("Between which queries? Names with commas; empty for all.", Default = "")] string names,
        [Asks("Of how many hours?", Default = "24")] int hours,
        CancellationToken cancel)
    {
        var shares = await Shares.ReadAsync(host.Store, _book, host.Clock, names, HoursOf(hours), cancel);
        return Table.Of(shares, ("query", share => share.Name), ("posts", share => share.Posts), ("percent", share => share.Percent is { } percent ? percent : Value.Nothing));
    }

    /// <summary>What is unusual.</summary>
    [Command("listening.spikes", "Listening: Spikes", Description = "Which queries hear more than usual. " + SpikeRule.Text)]
    public async Task<Table> SpikesAsync(IHost host, CancellationToken cancel)
    {
        var standings = await _standings.ReadAsync(cancel);
        await ShowSpikesAsync(host, cancel);
        return Table.Of(
            standings.OrderByDescending(standing => standing.IsSpike).ThenBy(standing => standing.Query.Name, StringComparer.Ordinal),
            ("query", standing => standing.Query.Name),
            ("spike", standing => standing.IsSpike),
            ("hour", standing => InZone(host, standing.JudgedHour)),
            ("posts", standing => standing.Verdict.Posts),
            ("why", standing => standing.IsMuted ? $"muted; {standing.Verdict.Why}" : standing.Verdict.Why));
    }

    private static int HoursOf(int hours) =>
        hours is >= 1 and <= MostHours ? hours : throw new WrongUseException($"{hours} is no number of hours to look back. Take 1 to {MostHours}.");
}
