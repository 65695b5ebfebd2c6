using PluginHost.Campaigns;
using PluginHost.Sdk;

namespace PluginHost.Posting;

/// <summary>
/// What is said again and again, in the store, and the making of its posts: ahead of their time, so that they can be seen, changed and left out. Each is
/// committed under an effect of its own, so that neither two processes nor one that died ever make it twice.
/// </summary>
internal sealed class Repetitions(IStore store, Outbox outbox, ITimes times, TimeProvider clock, TimeSpan ahead)
{
    /// <summary>How many posts are made in one go: what comes every few minutes is not made for weeks.</summary>
    public const int Most = 500;

    // Rules of zones change by less than this: what moved from behind the end of what was made to before it is made too.
    private static readonly TimeSpan Overlap = TimeSpan.FromHours(26);

    private DateTimeOffset Now => DateTimeOffset.FromUnixTimeMilliseconds(clock.GetUtcNow().ToUnixTimeMilliseconds());

    /// <summary>Writes a repetition down, without posts yet.</summary>
    /// <returns>Its number.</returns>
    public async Task<long> AddAsync(Repetition repetition, CancellationToken cancel) => (await store.TransactAsync(
        async transaction =>
        {
            var id = (await transaction.ReadAsync($"select coalesce(max(id), 0) + 1 as id from posting_recurring", PostNumber.Read))[0];
            await transaction.WriteAsync(
                $"""
                insert into posting_recurring (id, profiles, schedule, until, times, missed, grace, author, since, rolled_until)
                values ({id.Value}, {string.Join(' ', repetition.Profiles)}, {repetition.Schedule}, {repetition.Until},
                    {(repetition.Times > 0 ? repetition.Times : (long?)null)}, {repetition.Missed?.Column ?? ""}, {repetition.Missed?.GraceColumn ?? -1},
                    {repetition.Author},
                    {repetition.Since}, {repetition.Since})
                """);
            foreach (var (place, text) in repetition.Texts.Index())
                await transaction.WriteAsync($"insert into posting_recurring_text (recurring, place, text) values ({id.Value}, {(long)place}, {text})");

            return id;
        },
        cancel)).Value;

    /// <exception cref="WrongUseException">There is no such repetition.</exception>
    public async Task<Repetition> ReadAsync(long id, CancellationToken cancel)
    {
        var found = await store.ReadAsync(Select(id), Repetition.Read, cancel);
        return found.Count > 0
            ? found[0] with { Texts = await store.ReadAsync(SelectTexts(id), row => row.Text("text"), cancel) }
            : throw new WrongUseException($"There is no repetition {id} here. posting.repeats shows the numbers.");
    }

    /// <summary>All of them, and how they stand.</summary>
    public async Task<IReadOnlyList<RepetitionStanding>> ReadAllAsync(CancellationToken cancel)
    {
        var all = new List<RepetitionStanding>();
        foreach (var id in await store.ReadAsync($"select id from posting_recurring order by id", PostNumber.Read, cancel))
            all.Add(await ReadStandingAsync(await ReadAsync(id.Value, cancel), cancel));

        return all;
    }

    /// <summary>Makes the posts that are missing of all that go on.</summary>
    /// <param name="make">Finds the ways of a text, now.</param>
    /// <param name="tell">Is told of one whose posts cannot be made.</param>
    /// <param name="cancel">Cancels.</param>
    public async Task RollAsync(Func<Repetition, string, CancellationToken, Task<IReadOnlyList<Route>>> make, Action<Repetition, string> tell, CancellationToken cancel)
    {
        // A tenth of the way ahead at once, so that a commit a minute does not become the rule.
        var near = Now + (ahead * 0.9);
        var due = await store.ReadAsync(
            $"""
            select id from posting_recurring
            where stopped_at is null and rolled_until < {near} and (until is null or rolled_until < until) and (times is null or made < times)
            """,
            PostNumber.Read,
            cancel);
        foreach (var id in due)
        {
            var repetition = await ReadAsync(id.Value, cancel);
            try
            {
                await RollAsync(repetition, Now + ahead, make, cancel);
            }
            catch (PluginHostException stopped) when (stopped is WrongUseException or NotPublishedException)
            {
                tell(repetition, stopped.Message);
            }
        }
    }

    /// <summary>Makes the posts of one up to an instant.</summary>
    /// <returns>How many were made.</returns>
    public async Task<int> RollAsync(
        Repetition repetition, DateTimeOffset until, Func<Repetition, string, CancellationToken, Task<IReadOnlyList<Route>>> make, CancellationToken cancel)
    {
        var ways = new List<IReadOnlyList<Route>>();
        foreach (var text in repetition.Texts)
            ways.Add(await make(repetition, text, cancel));

        var end = repetition.Until < until ? repetition.Until.Value : until;
        await store.RefuseWrongClockAsync(cancel);
        var made = await store.TransactAsync(
            async transaction =>
            {
                // Read again: another process may have made some meanwhile, or stopped it.
                var current = (await transaction.ReadAsync(Select(repetition.Id), Repetition.Read))[0];
                var (count, reached) = (0, end);
                if (current.IsOver || current.RolledUntil >= end)
                    return PostNumber.Of(0);

                var from = current.RolledUntil - Overlap > current.Since ? current.RolledUntil - Overlap : current.Since;
                foreach (var due in times.Between(current.Schedule, from, end))
                {
                    // What is on no wall clock is named by its instant: by other rules it is another time, beside the one that was made.
                    if (!due.IsOnWallClock && due.Instant <= current.RolledUntil)
                        continue;

                    if (count == Most || (current.Times > 0 && current.Made + count >= current.Times))
                    {
                        reached = due.Instant.AddMilliseconds(-1);
                        break;
                    }

                    if (await outbox.RepeatAsync(transaction, current, due, ways[(int)((current.Made + count) % ways.Count)]))
                        count++;
                }

                await transaction.WriteAsync($"update posting_recurring set rolled_until = {reached}, made = {current.Made + count} where id = {current.Id}");
                return PostNumber.Of(count);
            },
            cancel);
        if (made.Value > 0)
            outbox.Planned.Tell();

        return (int)made.Value;
    }

    /// <summary>Stops a repetition, or lets it go on. What waits of it is taken back, or put back.</summary>
    /// <returns>How many posts that was; null where it stood so already.</returns>
    public async Task<int?> StopAsync(long id, bool isStopped, CancellationToken cancel)
    {
        var moved = await store.TransactAsync(
            async transaction =>
            {
                var count = await transaction.WriteAsync(
                    isStopped
                        ? $"update posting_recurring set stopped_at = {Now} where id = {id} and stopped_at is null"
                        : (Sql)$"""
                          update posting_recurring set stopped_at = null, since = {Now}, rolled_until = case when rolled_until < {Now} then {Now} else rolled_until end
                          where id = {id} and stopped_at is not null
                          """);
                return count == 0 ? null : PostNumber.Of(await outbox.StopRepeatingAsync(transaction, id, isStopped));
            },
            cancel);
        outbox.Planned.Tell();
        outbox.Moved.Tell();
        return moved is null ? null : (int)moved.Value;
    }

    private async Task<RepetitionStanding> ReadStandingAsync(Repetition repetition, CancellationToken cancel)
    {
        var id = $"{repetition.Id}";
        var counts = await store.ReadAsync(
            $"""
            select (select min(p.planned_at) from posting_post p where p.campaign = {Repetition.Campaign} and p.occurrence = {id}
                    and exists (select 1 from posting_target t where t.post = p.id and t.state in ('draft', 'scheduled', 'leased'))) as next,
                (select count(*) from posting_post p where p.campaign = {Repetition.Campaign} and p.occurrence = {id}
                    and exists (select 1 from posting_target t where t.post = p.id and t.state in ('draft', 'scheduled', 'leased'))) as waiting,
                (select count(*) from posting_post p where p.campaign = {Repetition.Campaign} and p.occurrence = {id}
                    and exists (select 1 from posting_target t where t.post = p.id and t.state = 'sent')) as sent
            """,
            row => new RepetitionStanding
            {
                Repetition = repetition,
                Next = row.InstantOrNull("next"),
                Waiting = row.Integer("waiting"),
                Sent = row.Integer("sent"),
            },
            cancel);
        return counts[0];
    }

    private static Sql Select(long id) => $"select r.*, coalesce(r.times, 0) as most from posting_recurring r where r.id = {id}";

    private static Sql SelectTexts(long id) => $"select text from posting_recurring_text where recurring = {id} order by place";
}
