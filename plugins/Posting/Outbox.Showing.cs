using PluginHost.Sdk;

namespace PluginHost.Posting;

/// <summary>What of the outbox is shown on screen. It is asked for again and again, so each is one statement.</summary>
internal sealed partial class Outbox
{
    /// <summary>What has not ended, the next one first; then what has, the newest first.</summary>
    public Task<IReadOnlyList<OutboxTarget>> ReadNextAsync(int limit, CancellationToken cancel) => store.ReadAsync(
        $"""
        select t.*, p.created_at, p.planned_at from posting_target t join posting_post p on p.id = t.post
        order by case when t.state in ('sent', 'refused') then 1 else 0 end,
            case when t.state in ('sent', 'refused') then -t.post else coalesce(t.due_at, 9000000000000000) end, t.post, t.place
        limit {(long)limit}
        """,
        Target,
        cancel);

    /// <summary>The targets of a post, in the order of the plan, with what is known of it.</summary>
    public Task<IReadOnlyList<ShownTarget>> ReadShownAsync(long post, CancellationToken cancel) => store.ReadAsync(
        $"""
        select t.*, p.created_at, p.planned_at, p.asked_by, p.campaign from posting_target t join posting_post p on p.id = t.post
        where t.post = {post} order by t.place
        """,
        Shown,
        cancel);

    /// <summary>What is and was to go out between two instants, by post.</summary>
    public Task<IReadOnlyList<ShownTarget>> ReadBetweenAsync(DateTimeOffset from, DateTimeOffset to, CancellationToken cancel) => store.ReadAsync(
        $"""
        select t.*, p.created_at, p.planned_at, p.asked_by, p.campaign from posting_target t join posting_post p on p.id = t.post
        where coalesce(p.planned_at, p.created_at) >= {from} and coalesce(p.planned_at, p.created_at) < {to} and t.state <> 'draft'
        order by coalesce(p.planned_at, p.created_at), t.post, t.place
        """,
        Shown,
        cancel);

    /// <summary>The number of the newest post; null where there is none.</summary>
    public async Task<PostNumber?> ReadLastAsync(CancellationToken cancel)
    {
        var last = await store.ReadAsync($"select id from posting_post order by id desc limit 1", PostNumber.Read, cancel);
        return last.Count == 0 ? null : last[0];
    }

    private static ShownTarget Shown(IRow row) => new()
    {
        Target = Target(row),
        AskedBy = row.Text("asked_by"),
        Campaign = row.TextOrNull("campaign"),
    };
}
