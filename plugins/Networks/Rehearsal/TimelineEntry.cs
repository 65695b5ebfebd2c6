using PluginHost.Sdk;

namespace PluginHost.Rehearsal;

/// <summary>A line of the public timeline: a post of ours, or an answer of the audience.</summary>
internal sealed record TimelineEntry
{
    public required DateTimeOffset At { get; init; }

    /// <summary>Who says it.</summary>
    public required string Handle { get; init; }

    public required string Text { get; init; }

    /// <summary>The post's name on the network.</summary>
    public required string RemoteId { get; init; }

    /// <summary>The post that it answers; null for none.</summary>
    public required string? Answers { get; init; }

    /// <summary>The newest entries that can be seen at an instant. An answer of ours is a post; its event only tells the author.</summary>
    public static Task<IReadOnlyList<TimelineEntry>> ReadAsync(
        IStore store, DateTimeOffset now, int limit, CancellationToken cancel) => store.ReadAsync(
        $"""
        select at, handle, text, pictures, in_reply_to as answers, id, remote_id, 1 as ours from rehearsal_post
        union all
        select at, actor, text, '', case when kind = 'reply' then post end, id, null, 0 from rehearsal_event
        where kind in ('reply', 'mention') and at <= {now} and actor not in (select handle from rehearsal_post)
          and not exists (select 1 from rehearsal_event gone where gone.kind = 'deletion' and gone.post = 'r' || rehearsal_event.id and gone.at <= {now})
        order by at desc, ours, id desc limit {(long)limit}
        """,
        row => new TimelineEntry
        {
            At = row.Instant("at"),
            Handle = row.Text("handle"),
            Text = row.Text("pictures") is { Length: > 0 } pictures
                ? $"{row.Text("text")} {string.Join(' ', pictures.Split('\n').Select(picture => $"[{picture}]"))}"
                : row.Text("text"),
            RemoteId = row.TextOrNull("remote_id")
                ?? (row.Integer("ours") == 1 ? RemoteIds.OfPost(row.Integer("id")) : RemoteIds.OfReply(row.Integer("id"))),
            Answers = row.TextOrNull("answers"),
        },
        cancel);
}
