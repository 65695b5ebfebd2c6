using System.Globalization;
using PluginHost.Campaigns;
using PluginHost.Sdk;

namespace PluginHost.Posting;

/// <summary>
/// What is planned, under way and done, in the store. Every change of a state is one compare-and-swap, so that two processes on one workspace never
/// move the same target. It knows no network: <see cref="Sender"/> sends.
/// </summary>
internal sealed partial class Outbox(IStore store, IRandom random, TimeProvider clock)
{
    /// <summary>How long a living process may leave a target as it is. What is older was left by one that ended.</summary>
    public static readonly TimeSpan Quarantine = TimeSpan.FromMinutes(2);

    /// <summary>Commits a post with its targets, planned. From here on nothing depends on who asked.</summary>
    /// <returns>The targets, in the order of the plan.</returns>
    public Task<IReadOnlyList<OutboxTarget>> CommitAsync(IReadOnlyList<Route> routes, string askedBy, CancellationToken cancel)
    {
        var created = DateTimeOffset.FromUnixTimeMilliseconds(clock.GetUtcNow().ToUnixTimeMilliseconds());
        return store.TransactAsync(
            async transaction =>
            {
                var post = (await transaction.ReadAsync($"select coalesce(max(id), 0) + 1 as id from posting_post", PostNumber.Read))[0].Value;
                var targets = new List<OutboxTarget>(routes.Count);
                foreach (var route in routes)
                    targets.Add(Plan(route, post, created));

                await transaction.WriteAsync($"insert into posting_post (id, asked_by, created_at) values ({post}, {askedBy}, {created})");
                await transaction.WriteAsync(Insert(targets));
                return (IReadOnlyList<OutboxTarget>)targets;
            },
            cancel);
    }

    /// <summary>Takes a planned target: from here on it may be out. Committed before the request leaves.</summary>
    /// <returns>Whether it was ours to take; <see langword="false"/> where another process has moved it.</returns>
    public async Task<bool> ClaimAsync(OutboxTarget target, string bodyHash) =>
        await store.WriteAsync(
            $"""
            update posting_target set state = 'sending', attempt = {target.Attempt + 1L}, body_hash = {bodyHash}, sending_at = {clock.GetUtcNow()}
            where key = {target.Key} and state = 'planned' and attempt = {(long)target.Attempt}
            """,
            CancellationToken.None) == 1;

    /// <summary>
    /// Commits what became of an attempt. It also replaces a doubt about the same attempt, which another process may have noted while this machine
    /// slept.
    /// </summary>
    /// <returns>Whether the attempt was still ours to end.</returns>
    public async Task<bool> CommitAsync(OutboxTarget target) =>
        await store.WriteAsync(
            $"""
            update posting_target
            set state = {TargetStates.Text(target.State)}, reason = {target.Reason},
                remote_id = {target.RemoteId}, link = {target.Link}, sent_at = {target.SentAt}
            where key = {target.Key} and attempt = {(long)target.Attempt} and state in ('sending', 'unknown')
            """,
            CancellationToken.None) == 1;

    /// <summary>Refuses what has not left yet.</summary>
    public Task RefusePlannedAsync(long post, string reason) => store.WriteAsync(
        $"update posting_target set state = 'refused', reason = {reason} where post = {post} and state = 'planned'",
        CancellationToken.None);

    /// <summary>Refuses one target that has not left yet.</summary>
    public Task RefusePlannedAsync(OutboxTarget target, string reason) => store.WriteAsync(
        $"update posting_target set state = 'refused', reason = {reason} where key = {target.Key} and state = 'planned'",
        CancellationToken.None);

    /// <summary>
    /// Says of what a dead process left under way that nobody knows. Younger ones are left alone: they may belong to a process that lives.
    /// </summary>
    /// <returns>How many targets are unknown now.</returns>
    public async Task<int> SettleAsync(CancellationToken cancel)
    {
        var before = clock.GetUtcNow() - Quarantine;
        var open = await store.ReadAsync(
            $"select state from posting_target where state = 'unknown' or (state = 'sending' and sending_at < {before})",
            row => row.Text("state"),
            cancel);
        if (!open.Contains("sending"))
            return open.Count;

        // Looked for first, written second: a start on which nothing was left behind costs no write.
        await store.WriteAsync(
            $"""
            update posting_target set state = 'unknown', reason = 'the program ended while it was being sent'
            where state = 'sending' and sending_at < {before}
            """,
            cancel);
        return open.Count;
    }

    private OutboxTarget Plan(Route route, long post, DateTimeOffset created) => new()
    {
        Key = random.NewId().ToString("D", CultureInfo.InvariantCulture),
        Post = post,
        Profile = route.Profile.Name,
        Network = route.Profile.Network,
        Text = route.Variant.Text,
        Language = route.Language,
        State = TargetState.Scheduled,
        Attempt = 0,
        CreatedAt = created,
    };

    // One statement for all targets: the way of a post has a commit for each step, and none to spare.
    private static Sql Insert(List<OutboxTarget> targets)
    {
        var insert = new Sql(0, targets.Count * 7);
        insert.AppendLiteral("insert into posting_target (key, post, place, profile, network, text, language, state) values ");
        for (var place = 0; place < targets.Count; place++)
        {
            var target = targets[place];
            insert.AppendLiteral(place == 0 ? "(" : ", (");
            insert.AppendFormatted(target.Key);
            insert.AppendLiteral(", ");
            insert.AppendFormatted(target.Post);
            insert.AppendLiteral(", ");
            insert.AppendFormatted((long)place);
            insert.AppendLiteral(", ");
            insert.AppendFormatted(target.Profile);
            insert.AppendLiteral(", ");
            insert.AppendFormatted(target.Network);
            insert.AppendLiteral(", ");
            insert.AppendFormatted(target.Text);
            insert.AppendLiteral(", ");
            insert.AppendFormatted(target.Language);
            insert.AppendLiteral(", 'planned')");
        }

        return insert;
    }
}
