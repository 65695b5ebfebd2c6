using PluginHost.Campaigns;
using PluginHost.Sdk;

namespace PluginHost.PressRoom.Feeds;

/// <summary>What is kept of feeds whose items become posts.</summary>
internal sealed partial class FeedTable
{
    public Task<IReadOnlyList<StandingFeed>> ReadAllAsync(CancellationToken cancel) => store.ReadAsync($"select * from press_feed order by name", StandingFeed.Read, cancel);

    public async Task<StandingFeed?> FindAsync(string name, CancellationToken cancel) =>
        (await store.ReadAsync($"select * from press_feed where name = {name}", StandingFeed.Read, cancel)).SingleOrDefault();

    /// <returns>Whether there was none of this name.</returns>
    public async Task<bool> AddAsync(StandingFeed feed, CancellationToken cancel) => await store.WriteAsync(
        $"""
        insert into press_feed (name, address, speakers, template, most, with_old, added_at, next_at)
        values ({feed.Name}, {feed.Address}, {feed.Speakers}, {feed.Template}, {(long)feed.Most}, {feed.WithOld}, {Now}, {Now})
        on conflict (name) do nothing
        """,
        cancel) > 0;

    /// <summary>Takes a feed away. What it gave stays known: where it is added again, nothing is posted twice.</summary>
    public async Task<bool> RemoveAsync(string name, CancellationToken cancel) => await store.WriteAsync($"delete from press_feed where name = {name}", cancel) > 0;

    /// <summary>Takes a feed in hand for one look: nobody else asks for it until the next.</summary>
    /// <returns>Whether it was due.</returns>
    public async Task<bool> ClaimAsync(StandingFeed feed, TimeSpan interval, bool always, CancellationToken cancel) => await store.WriteAsync(
        $"update press_feed set next_at = {Now + interval} where name = {feed.Name} and next_at = {feed.NextAt} and ({always} = 1 or next_at <= {Now})", cancel) > 0;

    public Task<int> KeepLookAsync(string name, string tag, CancellationToken cancel) =>
        store.WriteAsync($"update press_feed set looked_at = {Now}, tries = 0, problem = '', tag = {tag} where name = {name}", cancel);

    public Task<int> KeepProblemAsync(string name, string problem, TimeSpan pause, CancellationToken cancel) =>
        store.WriteAsync($"update press_feed set tries = tries + 1, problem = {problem}, next_at = {Now + pause} where name = {name}", cancel);

    public Task<IReadOnlyList<StoredItem>> ReadOpenAsync(TimeSpan pause, CancellationToken cancel) => store.ReadAsync(
        $"""
        select i.*, b.taker, b.at from press_item i join press_batch b on b.id = i.batch
        where i.state in ('scheduled', 'unknown') and (i.tried_at is null or i.tried_at <= {Now - pause}) order by i.batch, i.place
        """,
        StoredItem.Read,
        cancel);

    public Task<IReadOnlyList<StoredItem>> ReadNewestAsync(string taker, int most, CancellationToken cancel) => store.ReadAsync(
        $"""
        select i.*, b.taker, b.at from press_item i join press_batch b on b.id = i.batch
        where b.taker = {taker} order by i.batch desc, i.place desc limit {(long)most}
        """,
        StoredItem.Read,
        cancel);

    /// <summary>What each profile says of an item; none: that was not worked out yet.</summary>
    public Task<IReadOnlyList<Variant>> ReadTextsAsync(StoredItem item, CancellationToken cancel) => store.ReadAsync(
        $"select profile, language, text from press_item_text where batch = {item.Batch} and item = {(long)item.Place} order by place",
        row => new Variant { Profile = row.Text("profile"), Language = row.Text("language"), Text = row.Text("text") },
        cancel);

    /// <summary>Keeps what each profile will say of an item, before the publisher is asked: the same words however often it is.</summary>
    /// <returns>What is kept: another process may have been first.</returns>
    public async Task<IReadOnlyList<Variant>> KeepTextsAsync(StoredItem item, IReadOnlyList<Variant> variants, CancellationToken cancel)
    {
        await store.TransactAsync(
            async transaction =>
            {
                var kept = await transaction.ReadAsync(
                    $"select count(*) as kept from press_item_text where batch = {item.Batch} and item = {(long)item.Place}", row => row.Integer("kept"));
                if (kept[0] > 0)
                    return false;

                for (var place = 0; place < variants.Count; place++)
                    await transaction.WriteAsync(
                        $"""
                        insert into press_item_text (batch, item, place, profile, language, text)
                        values ({item.Batch}, {(long)item.Place}, {(long)place}, {variants[place].Profile}, {variants[place].Language}, {variants[place].Text})
                        """);

                return true;
            },
            cancel);
        return await ReadTextsAsync(item, cancel);
    }

    public Task<int> KeepAsync(StoredItem item, string state, string reason, CancellationToken cancel) => store.WriteAsync(
        $"update press_item set state = {state}, reason = {reason}, tried_at = {Now} where batch = {item.Batch} and place = {(long)item.Place}", cancel);

    /// <summary>How many items of a taker were posted.</summary>
    public async Task<long> CountSentAsync(string taker, CancellationToken cancel) => (await store.ReadAsync(
        $"select count(*) as sent from press_item i join press_batch b on b.id = i.batch where b.taker = {taker} and i.state = 'sent'", row => row.Integer("sent"), cancel))[0];
}
