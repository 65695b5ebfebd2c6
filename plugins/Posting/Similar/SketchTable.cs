using PluginHost.Sdk;

namespace PluginHost.Posting;

/// <summary>
/// The sketches of all texts of the outbox, in the store. They are brought up to date by whoever looks, not by whoever publishes: a post waits for nothing, and
/// what other ways brought into the outbox is found too. A crash loses nothing that cannot be worked out again.
/// </summary>
internal sealed class SketchTable(IStore store)
{
    // Posts at once: a transaction that takes in a whole history would keep everybody else waiting.
    private const int Batch = 25;

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
            select post, place, text from posting_target
            where post = {post} and post <= coalesce((select post from posting_sketched where id = 1), 0) order by place
            """,
            Read);
        if (Insert(texts) is { } insert)
            await transaction.WriteAsync(insert);
    }

    private Task<IReadOnlyList<SketchedText>> ReadNewAsync(CancellationToken cancel) => store.ReadAsync(
        $"""
        select post, place, text from posting_target
        where post in (
            select id from posting_post where id > coalesce((select post from posting_sketched where id = 1), 0) order by id limit {(long)Batch})
        order by post, place
        """,
        Read,
        cancel);

    private static SketchedText Read(IRow row) => new() { Post = row.Integer("post"), Place = row.Integer("place"), Text = row.Text("text") };

    private Task<PostNumber> TakeInAsync(IReadOnlyList<SketchedText> texts, CancellationToken cancel)
    {
        var last = texts[^1].Post;
        var insert = Insert(texts);
        return store.Relaxed.TransactAsync(
            async transaction =>
            {
                // Two who look at once bring the same: the first one's stays.
                var moved = await transaction.WriteAsync(
                    $"""
                    insert into posting_sketched (id, post) values (1, {last})
                    on conflict (id) do update set post = excluded.post where posting_sketched.post < excluded.post
                    """);
                if (moved > 0 && insert is not null)
                    await transaction.WriteAsync(insert);

                return PostNumber.Of(last);
            },
            cancel);
    }

    private static Sql? Insert(IReadOnlyList<SketchedText> texts)
    {
        var rows = texts.SelectMany(text => Sketch.Of(Shingles.Of(text.Text)).Select(band => (Band: band, Text: text))).ToList();
        if (rows.Count == 0)
            return null;

        var insert = new Sql(0, rows.Count * 3);
        insert.AppendLiteral("insert into posting_sketch (band, post, place) values");
        for (var row = 0; row < rows.Count; row++)
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
