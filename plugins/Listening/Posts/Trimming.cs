using PluginHost.Sdk;

namespace PluginHost.Listening.Posts;

/// <summary>
/// Lets go of posts that were said longer ago than they are to be kept: in batches, so that nobody who hears waits long, and on until none is left, so that a flood goes as
/// fast as it came. Counts stay, and so does the newest post: a position is never given twice.
/// </summary>
internal sealed class Trimming(IStore store, TimeProvider clock, TimeSpan keep)
{
    private const int Batch = 500;

    // What is left after so many goes with the next look, seconds later.
    private const int MostBatches = 20;

    private static readonly TimeSpan Interval = TimeSpan.FromMinutes(10);

    private DateTimeOffset _next;

    /// <summary>Trims where it is time to, or where the last time was not enough.</summary>
    public async Task TrimAsync(CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        if (now < _next)
            return;

        for (var batch = 0; batch < MostBatches; batch++)
        {
            var old = await store.ReadAsync(
                $"select id from listening_post where at < {now - keep} and id < (select max(id) from listening_post) order by at, id limit {(long)Batch}",
                row => row.Integer("id"),
                cancel);
            if (old.Count > 0)
                await ForgetAsync(old, cancel);

            if (old.Count < Batch)
            {
                _next = now + Interval;
                return;
            }
        }
    }

    // What is forgotten can be forgotten again: nobody need wait for the disk.
    private Task ForgetAsync(IReadOnlyList<long> posts, CancellationToken cancel) => store.Relaxed.TransactAsync(
        async transaction =>
        {
            await transaction.WriteAsync(Named("delete from listening_word where post in (", posts));
            return await transaction.WriteAsync(Named("delete from listening_post where id in (", posts));
        },
        cancel);

    private static Sql Named(string deletion, IReadOnlyList<long> posts)
    {
        var delete = new Sql(0, posts.Count);
        delete.AppendLiteral(deletion);
        for (var place = 0; place < posts.Count; place++)
        {
            delete.AppendLiteral(place == 0 ? "" : ", ");
            delete.AppendFormatted(posts[place]);
        }

        delete.AppendLiteral(")");
        return delete;
    }
}
