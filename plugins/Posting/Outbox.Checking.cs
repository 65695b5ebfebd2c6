namespace PluginHost.Posting;

/// <summary>What waits, for whoever looks it over.</summary>
internal sealed partial class Outbox
{
    /// <summary>The targets that are planned or written down and have not left, in the order in which their posts are due; drafts come last.</summary>
    public Task<IReadOnlyList<OutboxTarget>> ReadWaitingAsync(CancellationToken cancel) => store.ReadAsync(
        $"""
        select t.*, p.created_at, p.planned_at from posting_target t join posting_post p on p.id = t.post
        where t.state in ('draft', 'scheduled', 'leased')
        order by case when t.state = 'draft' then 1 else 0 end, coalesce(p.planned_at, p.created_at), t.post, t.place
        """,
        Target,
        cancel);
}
