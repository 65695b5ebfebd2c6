using PluginHost.Campaigns;
using PluginHost.Sdk;

namespace PluginHost.PressRoom.Feeds;

/// <summary>What is kept of feeds. Taking items and keeping that they were taken is one transaction, so that none is given twice and none is lost.</summary>
internal sealed partial class FeedTable(IStore store, TimeProvider clock)
{
    /// <summary>The state of an item that a script was given: what becomes of it is the script's.</summary>
    public const string Given = "given";

    private DateTimeOffset Now => DateTimeOffset.FromUnixTimeMilliseconds(clock.GetUtcNow().ToUnixTimeMilliseconds());

    /// <summary>What an effect was given before; null: it was not done before.</summary>
    public async Task<IReadOnlyList<FeedItem>?> FindAsync(EffectKey effect, CancellationToken cancel)
    {
        var batches = await store.ReadAsync(
            $"select id from press_batch where campaign = {effect.Campaign} and occurrence = {effect.Occurrence} and step = {effect.Step}",
            row => row.Integer("id"),
            cancel);
        return batches.Count == 0 ? null : await ReadItemsAsync(batches[0], cancel);
    }

    /// <summary>Gives a taker what is new to it, the oldest first, and keeps that it has it.</summary>
    /// <param name="order">Who takes, from where, and how many at most.</param>
    /// <param name="items">What stands in the feed now, the oldest first.</param>
    /// <param name="state">How far what is given is.</param>
    /// <param name="cancel">Cancels taking.</param>
    public async Task<IReadOnlyList<FeedItem>> TakeAsync(FeedOrder order, IReadOnlyList<FeedItem> items, string state, CancellationToken cancel)
    {
        var batch = await store.TransactAsync(
            async transaction =>
            {
                var id = (await transaction.ReadAsync($"select coalesce(max(id), 0) + 1 as id from press_batch", row => row.Integer("id")))[0];
                if (await transaction.WriteAsync(
                    $"""
                    insert into press_batch (id, taker, feed, at, campaign, occurrence, step)
                    values ({id}, {order.Taker}, {order.Address}, {Now}, {order.Effect?.Campaign}, {order.Effect?.Occurrence}, {order.Effect?.Step})
                    on conflict (campaign, occurrence, step) where campaign is not null do nothing
                    """) == 0)
                    return -1;

                var isFirst = await transaction.WriteAsync(
                    $"insert into press_taker (taker, feed) values ({order.Taker}, {order.Address}) on conflict (taker, feed) do nothing") > 0;
                await GiveAsync(transaction, id, order, items, state, isFirst && !order.WithOld ? 0 : order.Most, isFirst);
                return id;
            },
            cancel);

        // Somebody else did the same effect at the same moment.
        return batch < 0 ? (await FindAsync(order.Effect!, cancel))! : await ReadItemsAsync(batch, cancel);
    }

    private static async Task GiveAsync(IStoreTransaction transaction, long batch, FeedOrder order, IReadOnlyList<FeedItem> items, string state, int most, bool isFirst)
    {
        var seen = (await transaction.ReadAsync(
            $"select identity from press_seen where taker = {order.Taker} and feed = {order.Address}", row => row.Text("identity"))).ToHashSet(StringComparer.Ordinal);
        var place = 0;
        foreach (var item in items)
        {
            var identities = Identities.Of(item);
            var isKnown = identities.IsIn(seen);
            if (!isKnown && place >= most && !(isFirst && most == 0))
                continue;

            var post = identities.PostOf(order.Address, seen);
            foreach (var identity in identities.All.Where(seen.Add))
                await transaction.WriteAsync($"insert into press_seen (taker, feed, identity) values ({order.Taker}, {order.Address}, {identity})");

            if (!isKnown && most > 0)
                await transaction.WriteAsync(
                    $"""
                    insert into press_item (batch, place, identity, id, title, link, summary, published_at, tags, state)
                    values ({batch}, {(long)place++}, {post}, {item.Id}, {item.Title}, {item.Link}, {item.Summary}, {item.PublishedAt}, {string.Join('\n', item.Tags)}, {state})
                    """);
        }
    }

    private async Task<IReadOnlyList<FeedItem>> ReadItemsAsync(long batch, CancellationToken cancel) => [.. (await store.ReadAsync(
        $"select i.*, b.taker, b.at from press_item i join press_batch b on b.id = i.batch where i.batch = {batch} order by i.place", StoredItem.Read, cancel)).Select(item => item.Item)];
}
