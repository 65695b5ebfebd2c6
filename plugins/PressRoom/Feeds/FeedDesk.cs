using PluginHost.Campaigns;
using PluginHost.PressRoom.Releases;
using PluginHost.Sdk;

namespace PluginHost.PressRoom.Feeds;

/// <summary>The way of an item: the feed is fetched, what is new to its taker is given and kept in one transaction, and, for a standing feed, posted.</summary>
internal sealed class FeedDesk(IHost host, FeedTable table, FeedSource source, FeedPosts posts, PressSettings settings)
{
    private static readonly TimeSpan LongestPause = TimeSpan.FromDays(1);

    /// <summary>Adds a standing feed, and looks into it at once: a feed that cannot be read is not added.</summary>
    /// <exception cref="WrongUseException">There is one of this name, or something of it cannot be.</exception>
    /// <exception cref="PluginHostException">It cannot be had, or is none.</exception>
    public async Task<StandingFeed> AddAsync(StandingFeed feed, CancellationToken cancel)
    {
        _ = new FeedTemplate(feed.Template);
        await posts.SpeakersAsync(feed.Speakers, cancel);
        await source.FetchAsync(feed.Address, "", cancel);
        if (!await table.AddAsync(feed, cancel))
            throw new WrongUseException($"There is a feed {feed.Name} already. Take it away with press.feed-remove name={feed.Name}, or give this one another name.");

        await LookAsync(feed.Name, always: true, cancel);
        return (await table.FindAsync(feed.Name, cancel))!;
    }

    /// <summary>Gives a taker what is new to it.</summary>
    public async Task<IReadOnlyList<FeedItem>> TakeAsync(FeedOrder order, CancellationToken cancel)
    {
        if (order.Effect is { } effect && await table.FindAsync(effect, cancel) is { } before)
            return before;

        var fetched = await source.FetchAsync(order.Address, "", cancel);
        return await table.TakeAsync(order, fetched.Items!, FeedTable.Given, cancel);
    }

    /// <summary>Looks into what is due, and posts what waits for it.</summary>
    /// <param name="only">The feed that is meant; null: all.</param>
    /// <param name="always">Whether it is asked though it is not due.</param>
    /// <param name="cancel">Cancels looking.</param>
    /// <returns>When to look again at the latest; null: there is no feed.</returns>
    public async Task<DateTimeOffset?> LookAsync(string? only, bool always, CancellationToken cancel)
    {
        var now = host.Clock.GetUtcNow();
        foreach (var feed in (await table.ReadAllAsync(cancel)).Where(feed => only is null || feed.Name == only).Where(feed => always || feed.NextAt <= now))
        {
            if (await table.ClaimAsync(feed, settings.Interval, always, cancel))
                await FetchAsync(feed, cancel);
        }

        var again = await posts.RunAsync(cancel);
        var next = (await table.ReadAllAsync(cancel)).Select(feed => (DateTimeOffset?)feed.NextAt).Min();
        return next is null || again < next ? again : next;
    }

    private async Task FetchAsync(StandingFeed feed, CancellationToken cancel)
    {
        try
        {
            var fetched = await source.FetchAsync(feed.Address, feed.Tag, cancel);
            var order = new FeedOrder { Address = feed.Address, Taker = feed.Taker, Most = feed.Most, WithOld = feed.WithOld };
            var taken = fetched.Items is null ? [] : await table.TakeAsync(order, fetched.Items, TeaserStates.Scheduled, cancel);

            // Where something is left for the next look, the next answer must not be that nothing has changed.
            await table.KeepLookAsync(feed.Name, taken.Count < feed.Most ? fetched.Tag : "", cancel);
        }
        catch (PluginHostException problem)
        {
            if (problem.Message != feed.Problem)
                host.Output.Write(Severity.Warning, $"The feed {feed.Name}: {problem.Message}");

            var pause = settings.Interval * Math.Pow(2, Math.Min(feed.Tries, 10));
            await table.KeepProblemAsync(feed.Name, problem.Message, pause < LongestPause ? pause : LongestPause, cancel);
        }
    }
}
