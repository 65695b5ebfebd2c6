using PluginHost.Campaigns;
using PluginHost.Posting.Extras;
using PluginHost.Sdk;

namespace PluginHost.Posting;

/// <summary>How the outbox is read.</summary>
internal sealed partial class Outbox
{
    /// <summary>The targets of a post as they stand now, in the order of the plan.</summary>
    public Task<IReadOnlyList<OutboxTarget>> ReadPostAsync(long post, CancellationToken cancel) => store.ReadAsync(SelectPost(post), Target, cancel);

    /// <summary>One target as it stands now.</summary>
    public async Task<OutboxTarget> ReadAsync(OutboxTarget target, CancellationToken cancel)
    {
        var rows = await store.ReadAsync(
            $"select t.*, p.created_at, p.planned_at from posting_target t join posting_post p on p.id = t.post where t.key = {target.Key}",
            Target,
            cancel);
        return rows[0];
    }

    /// <summary>The newest targets, whatever became of them.</summary>
    public Task<IReadOnlyList<OutboxTarget>> ReadNewestAsync(int limit, CancellationToken cancel) => store.ReadAsync(
        $"""
        select t.*, p.created_at, p.planned_at from posting_target t join posting_post p on p.id = t.post
        order by t.post desc, t.place limit {(long)limit}
        """,
        Target,
        cancel);

    /// <summary>What was sent, newest first.</summary>
    public Task<IReadOnlyList<OutboxTarget>> ReadSentAsync(int limit, CancellationToken cancel) => store.ReadAsync(
        $"""
        select t.*, p.created_at, p.planned_at from posting_target t join posting_post p on p.id = t.post
        where t.state = 'sent' order by t.sent_at desc, t.post desc, t.place desc limit {(long)limit}
        """,
        Target,
        cancel);

    private static Sql SelectPost(long post) =>
        $"""
        select t.*, p.created_at, p.planned_at from posting_target t join posting_post p on p.id = t.post
        where t.post = {post} order by t.place
        """;

    private static OutboxTarget Target(IRow row) => new()
    {
        Key = row.Text("key"),
        Post = row.Integer("post"),
        Place = (int)row.Integer("place"),
        Part = (int)row.Integer("part"),
        Parts = (int)row.Integer("parts"),
        Media = (int)row.Integer("media"),
        Extras = ExtrasText.Read(row.Text("extras")),
        ThreadRoot = row.TextOrNull("thread_root"),
        Profile = row.Text("profile"),
        Network = row.Text("network"),
        Text = row.Text("text"),
        Language = row.Text("language"),
        InReplyTo = row.TextOrNull("in_reply_to"),
        State = TargetStates.Parse(row.Text("state")),
        Attempt = (int)row.Integer("attempt"),
        CreatedAt = row.Instant("created_at"),
        PlannedAt = row.InstantOrNull("planned_at"),
        DueAt = row.InstantOrNull("due_at"),
        HeldAt = row.InstantOrNull("held_at"),
        Tries = (int)row.Integer("tries"),
        SendingAt = row.InstantOrNull("sending_at"),
        FirstSentAt = row.InstantOrNull("first_sent_at"),
        FrozenAt = row.InstantOrNull("frozen_at"),
        Refusal = row.TextOrNull("refusal"),
        RefusedBy = row.TextOrNull("refused_by"),
        RemoteId = row.TextOrNull("remote_id"),
        Link = row.TextOrNull("link"),
        Reason = row.Text("reason"),
        SentAt = row.InstantOrNull("sent_at"),
        Wall = row.TextOrNull("wall"),
        Zone = row.TextOrNull("zone"),
        Clocks = row.Text("clocks"),
        Missed = Missed.Read(row.Text("missed"), row.Integer("grace")),
    };
}
