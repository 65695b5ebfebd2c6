using PluginHost.Sdk;

namespace PluginHost.Posting;

/// <summary>
/// The sketches of all texts of the outbox, in the store. They are brought up to date by whoever looks, not by whoever publishes: a post waits for nothing, and
/// what other ways brought into the outbox is found too. A crash loses nothing that cannot be worked out again.
/// </summary>
internal sealed class SketchTable(IStore store)
{
    // Posts at once. The numbers lie all over the index, so that small transactions write each of its pages again and again; one that takes in a whole history
    // would keep everybody else waiting.
    private const int Batch = 1000;

    private const int RowsAtOnce = 100;

    /// <summary>Takes in what was committed since somebody last looked.</summary>
    public async Task CatchUpAsync(CancellationToken cancel)
    {
        while (await ReadNewAsync(cancel) is { Count: > 0 } fresh)
            await TakeInAsync(fresh, cancel);
    }

    /// <summary>Takes in anew what a post says by now, where it was taken in before. Part of changing it.</summary>
    public static async Task TakeInAgainAsync(IStoreTransaction transaction, long post)
    {
        await transaction.WriteAsync($"delete from posting_sketch where post = {post}");
        var texts = await transaction.ReadAsync(
            $"""
            select post, place, profile, text from posting_target
            where post = {post} and post <= coalesce((select post from posting_sketched where id = 1), 0) order by place
            """,
            Read);
        await InsertAsync(transaction, texts);
    }

    private Task<IReadOnlyList<SketchedText>> ReadNewAsync(CancellationToken cancel) => store.ReadAsync(
        $"""
        select post, place, profile, text from posting_target
        where post in (
            select id from posting_post where id > coalesce((select post from posting_sketched where id = 1), 0) order by id limit {(long)Batch})
        order by post, place
        """,
        Read,
        cancel);

    private static SketchedText Read(IRow row) =>
        new() { Post = row.Integer("post"), Place = row.Integer("place"), Profile = row.Text("profile"), Text = row.Text("text") };

    private Task<PostNumber> TakeInAsync(IReadOnlyList<SketchedText> texts, CancellationToken cancel)
    {
        var last = texts[^1].Post;
        return store.Relaxed.TransactAsync(
            async transaction =>
            {
                // Two who look at once bring the same: the first one's stays.
                var moved = await transaction.WriteAsync(
                    $"""
                    insert into posting_sketched (id, post) values (1, {last})
                    on conflict (id) do update set post = excluded.post where posting_sketched.post < excluded.post
                    """);
                if (moved > 0)
                    await InsertAsync(transaction, texts);

                return PostNumber.Of(last);
            },
            cancel);
    }

    private static async Task InsertAsync(IStoreTransaction transaction, IReadOnlyList<SketchedText> texts)
    {
        // In the order of the index, so that a page is touched once.
        var rows = texts.SelectMany(text => Sketch.Of(Shingles.Of(text.Text), text.Profile).Select(band => (Band: band, Text: text))).OrderBy(row => row.Band);
        foreach (var some in rows.Chunk(RowsAtOnce))
            await transaction.WriteAsync(Insert(some));
    }

    private static Sql Insert((long Band, SketchedText Text)[] rows)
    {
        var insert = new Sql(0, rows.Length * 3);
        insert.AppendLiteral("insert into posting_sketch (band, post, place) values");
        for (var row = 0; row < rows.Length; row++)
        {
            insert.AppendLiteral(row == 0 ? " (" : ", (");
            insert.AppendFormatted(rows[row].Band);
            insert.AppendLiteral(", ");
            insert.AppendFormatted(rows[row].Text.Post);
            insert.AppendLiteral(", ");
            insert.AppendFormatted(rows[row].Text.Place);
            insert.AppendLiteral(")");
        }

        return insert;
    }
}
