using PluginHost.Campaigns;
using PluginHost.Sdk;

namespace PluginHost.Posting;

/// <summary>How the outbox is read.</summary>
internal sealed partial class Outbox
{
    /// <summary>The targets of a post as they stand now, in the order of the plan.</summary>
    public Task<IReadOnlyList<OutboxTarget>> ReadPostAsync(long post, CancellationToken cancel) => store.ReadAsync(
        $"""
        select t.*, p.created_at from posting_target t join posting_post p on p.id = t.post
        where t.post = {post} order by t.place
        """,
        Target,
        cancel);

    /// <summary>One target as it stands now.</summary>
    public async Task<OutboxTarget> ReadAsync(OutboxTarget target, CancellationToken cancel)
    {
        var rows = await store.ReadAsync(
            $"select t.*, p.created_at from posting_target t join posting_post p on p.id = t.post where t.key = {target.Key}", Target, cancel);
        return rows[0];
    }

    /// <summary>The newest targets, whatever became of them.</summary>
    public Task<IReadOnlyList<OutboxTarget>> ReadNewestAsync(int limit, CancellationToken cancel) => store.ReadAsync(
        $"""
        select t.*, p.created_at from posting_target t join posting_post p on p.id = t.post
        order by t.post desc, t.place limit {(long)limit}
        """,
        Target,
        cancel);

    /// <summary>What was sent, newest first.</summary>
    public Task<IReadOnlyList<OutboxTarget>> ReadSentAsync(int limit, CancellationToken cancel) => store.ReadAsync(
        $"""
        select t.*, p.created_at from posting_target t join posting_post p on p.id = t.post
        where t.state = 'sent' order by t.sent_at desc, t.post desc, t.place desc limit {(long)limit}
        """,
        Target,
        cancel);

    /// <summary>What a dead process planned and never sent, oldest first.</summary>
    public Task<IReadOnlyList<OutboxTarget>> ReadLeftAsync(CancellationToken cancel) => store.ReadAsync(
        $"""
        select t.*, p.created_at from posting_target t join posting_post p on p.id = t.post
        where t.state = 'planned' and p.created_at < {clock.GetUtcNow() - Quarantine} order by t.post, t.place
        """,
        Target,
        cancel);

    /// <summary>Whether a target was planned by a process that has probably ended.</summary>
    public bool IsLeft(OutboxTarget target) =>
        target.State == TargetState.Scheduled && target.CreatedAt < clock.GetUtcNow() - Quarantine;

    private static OutboxTarget Target(IRow row) => new()
    {
        Key = row.Text("key"),
        Post = row.Integer("post"),
        Profile = row.Text("profile"),
        Network = row.Text("network"),
        Text = row.Text("text"),
        Language = row.Text("language"),
        State = TargetStates.Parse(row.Text("state")),
        Attempt = (int)row.Integer("attempt"),
        CreatedAt = row.Instant("created_at"),
        SendingAt = row.InstantOrNull("sending_at"),
        RemoteId = row.TextOrNull("remote_id"),
        Link = row.TextOrNull("link"),
        Reason = row.Text("reason"),
        SentAt = row.InstantOrNull("sent_at"),
    };
}
