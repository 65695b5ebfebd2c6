using PluginHost.Campaigns;
using PluginHost.Sdk;

namespace PluginHost.Posting;

/// <summary>Posts that were committed before, under the effect that they are.</summary>
internal sealed partial class Outbox
{
    /// <summary>The post that an effect is.</summary>
    /// <returns>The post; null where the effect was never committed.</returns>
    public async Task<Committed?> FindAsync(EffectKey effect, CancellationToken cancel)
    {
        var posts = await store.ReadAsync(Select(effect), Committed, cancel);
        return posts.Count == 0 ? null : posts[0] with { Targets = await ReadPostAsync(posts[0].Post, cancel) };
    }

    /// <summary>
    /// Takes up what is missing of a post again, for a run that does the same effect: what a run that ended had in hand, what is too late without a
    /// person's word, and what was refused, but for what a person has refused. Nothing of it may be out.
    /// </summary>
    public async Task TakeUpAsync(long post, CancellationToken cancel)
    {
        var now = Now;
        var taken = await store.WriteAsync(
            $"""
            update posting_target
            set state = case when state = 'unknown' then state else 'scheduled' end, due_at = case when state = 'scheduled' then due_at else {now} end,
                reason = case when state = 'unknown' then reason else '' end, refused_by = null, refused_at = null, held_at = null, lease_owner = null,
                lease_until = null
            where post = {post}
              and (state = 'leased' or (held_at is not null and state in ('scheduled', 'unknown') and coalesce(refused_by, '') <> {RefusedBy.Person}) or (state = 'refused' and refused_by in ('network', 'checks', 'caller')))
            """,
            cancel);
        if (taken > 0)
            Planned.Tell();
    }

    /// <summary>Commits a plan as taken back, so that its effect never leaves. It cannot be put back either: nobody has looked at it.</summary>
    /// <returns>What was committed, now or before.</returns>
    public async Task<Committed> TakeBackAsync(PostPlan plan, IReadOnlyList<Route> routes, CancellationToken cancel)
    {
        var committed = await store.TransactAsync(
            async transaction =>
            {
                var committed = await CommitAsync(transaction, plan, routes, null, null, Now);
                if (committed.IsNew)
                    await transaction.WriteAsync(
                        $"update posting_target set state = 'refused', reason = 'taken back before it was planned', refused_by = {RefusedBy.Person} where post = {committed.Post}");

                return committed;
            },
            cancel);
        Moved.Tell();
        return committed;
    }

    private static async Task<Committed> FindAsync(IStoreTransaction transaction, EffectKey effect)
    {
        var post = (await transaction.ReadAsync(Select(effect), Committed))[0];
        return post with { Targets = await transaction.ReadAsync(SelectPost(post.Post), Target) };
    }

    private static Sql Select(EffectKey effect) =>
        $"""
        select id, body_hash from posting_post
        where campaign = {effect.Campaign} and occurrence = {effect.Occurrence} and step = {effect.Step}
        """;

    private static Committed Committed(IRow row) => new() { Post = row.Integer("id"), Targets = [], IsNew = false, BodyHash = row.Text("body_hash") };
}
