using System.Globalization;
using PluginHost.Sdk;

namespace PluginHost.Posting;

/// <summary>What waits for its time, or for a person's word.</summary>
internal sealed partial class Outbox
{
    private const string WallForm = "yyyy-MM-dd'T'HH:mm:ss";

    /// <summary>Gives drafts, and what was planned and has not left, a time. A slot that it had is free then.</summary>
    /// <param name="post">The post.</param>
    /// <param name="at">When it is to go out, with the wall clock that was meant.</param>
    /// <param name="due">When it goes out: not before it can be taken back.</param>
    /// <param name="cancel">Cancels.</param>
    /// <returns>Whether there was anything to give a time to.</returns>
    public async Task<bool> ScheduleAsync(long post, DueTime at, DateTimeOffset due, CancellationToken cancel)
    {
        var scheduled = await store.TransactAsync(
            async transaction =>
            {
                var count = await ScheduleAsync(transaction, post, at, due);
                if (count > 0)
                    await transaction.WriteAsync($"delete from posting_queued where post = {post} and slot <> {at.Instant}");

                return count > 0 ? PostNumber.Of(post) : null;
            },
            cancel);
        Planned.Tell();
        Moved.Tell();
        return scheduled is not null;
    }

    /// <summary>
    /// Lets what is planned follow its wall clock, where the rules of a zone have changed since it was planned: whoever said nine o'clock still means it.
    /// </summary>
    /// <returns>How many posts have moved.</returns>
    public async Task<int> FollowClocksAsync(ITimes times, CancellationToken cancel)
    {
        var walls = await store.ReadAsync(
            $"""
            select distinct t.post, t.wall, t.zone, p.planned_at from posting_target t join posting_post p on p.id = t.post
            where t.state = 'scheduled' and t.wall is not null and t.held_at is null and t.attempt = 0 and t.tries = 0
            """,
            row => (Post: row.Integer("post"), Wall: row.Text("wall"), Zone: row.Text("zone"), At: row.InstantOrNull("planned_at")),
            cancel);
        var moves = walls.Select(each => (each.Post, each.At, Due: DueOf(times, each.Wall, each.Zone))).Where(each => each.Due is { } due && due.Instant != each.At).ToList();
        if (moves.Count == 0)
            return 0;

        var moved = await store.TransactAsync(
            async transaction =>
            {
                var posts = new List<(long Post, DueTime Due)>();
                foreach (var (post, _, due) in moves)
                {
                    if (await ScheduleAsync(transaction, post, due!, due!.Instant) > 0)
                        posts.Add((post, due));
                }

                await MoveSlotsAsync(transaction, posts);
                return PostNumber.Of(posts.Count);
            },
            cancel);
        Planned.Tell();
        Moved.Tell();
        return (int)moved.Value;
    }

    // All are given up before the first is taken again: one may move to where another was.
    private static async Task MoveSlotsAsync(IStoreTransaction transaction, IReadOnlyList<(long Post, DueTime Due)> posts)
    {
        var slots = new List<(string Profile, long Post, DueTime Due)>();
        foreach (var (post, due) in posts)
        {
            slots.AddRange(await transaction.ReadAsync($"select profile from posting_queued where post = {post}", row => (row.Text("profile"), post, due)));
            await transaction.WriteAsync($"delete from posting_queued where post = {post}");
        }

        foreach (var (profile, post, due) in slots)
            await transaction.WriteAsync($"insert into posting_queued (profile, slot, post) values ({profile}, {due.Instant}, {post}) on conflict (profile, slot) do nothing");
    }

    private static async Task<int> ScheduleAsync(IStoreTransaction transaction, long post, DueTime at, DateTimeOffset due)
    {
        var count = await transaction.WriteAsync(
            $"""
            update posting_target set state = 'scheduled', due_at = {due}, held_at = null, reason = '', tries = 0
            where post = {post} and state in ('draft', 'scheduled')
            """);
        if (count > 0)
        {
            await transaction.WriteAsync($"update posting_post set planned_at = {at.Instant} where id = {post}");
            await KeepWallAsync(transaction, post, at);
        }

        return count;
    }

    private static Task<int> KeepWallAsync(IStoreTransaction transaction, long post, DueTime at) => transaction.WriteAsync(
        $"""
        update posting_target set wall = {(at.IsOnWallClock ? at.Wall.ToString(WallForm, CultureInfo.InvariantCulture) : null)},
            zone = {(at.IsOnWallClock ? at.Zone.Id : null)}, clocks = {at.Note}
        where post = {post} and state in ('draft', 'scheduled', 'leased')
        """);

    // A zone that is gone keeps the instants that it had.
    private static DueTime? DueOf(ITimes times, string wall, string zone)
    {
        try
        {
            return times.At(DateTime.ParseExact(wall, WallForm, CultureInfo.InvariantCulture), times.ReadZone(zone));
        }
        catch (WrongUseException)
        {
            return null;
        }
    }
}
