using PluginHost.Sdk;

namespace PluginHost.Posting;

/// <summary>Who wrote a post, and what waits for somebody's yes.</summary>
internal sealed partial class Outbox
{
    /// <summary>Who works here, and is the author of what is committed.</summary>
    public string Person { get; init; } = "";

    /// <summary>Notes with a post who wrote it. Part of committing it: whoever wrote it must not be able to approve it because nobody knows.</summary>
    private Task<int> InsertAuthorAsync(IStoreTransaction transaction, long post) =>
        transaction.WriteAsync($"insert into posting_author (post, name) values ({post}, {Person})");

    // Whoever serves the workspace commits what others wrote.
    private static Task<int> SetAuthorAsync(IStoreTransaction transaction, long post, string? name) => transaction.WriteAsync(name is null
        ? $"delete from posting_author where post = {post}"
        : (Sql)$"update posting_author set name = {name} where post = {post}");

    // Whoever changes a text has written it too.
    private Task<int> AddAuthorAsync(IStoreTransaction transaction, long post) =>
        transaction.WriteAsync($"insert into posting_coauthor (post, name) values ({post}, {Person}) on conflict (post, name) do nothing");

    /// <summary>The pictures and films of a post: which bytes, and what is said of them, in an order that never changes.</summary>
    public Task<IReadOnlyList<string>> ReadMediaHashesAsync(long post, CancellationToken cancel) => store.ReadAsync(
        $"""
        select t.place as of_target, m.place, m.file, m.alt from posting_medium m join posting_target t on t.key = m.target
        where t.post = {post} order by t.place, m.place
        """,
        row => $"{row.Integer("of_target")} {row.Integer("place")} {row.Text("file")} {row.Text("alt")}",
        cancel);

    /// <summary>
    /// Lets go out what was held for want of an approval, or came to no gate while it lacked one. It is due from the yes on, so nothing was missed before. What has
    /// become too late meanwhile waits for a person's word, and says so.
    /// </summary>
    public async Task LetApprovedGoAsync(long post)
    {
        var now = clock.GetUtcNow();
        Sql update = $"update posting_target set held_at = case when ";
        AppendLate(update, "due_at", now);
        update.AppendLiteral(" then coalesce(held_at, ");
        update.AppendFormatted(now);
        update.AppendLiteral(") else null end, reason = case when ");
        AppendLate(update, "due_at", now);
        update.AppendLiteral(" then ");
        update.AppendFormatted(TooLate);
        update.AppendLiteral(" else '' end, due_at = case when ");
        AppendLate(update, "due_at", now);
        update.AppendLiteral(" then due_at else ");
        update.AppendFormatted(now);
        update.AppendLiteral(" end where post = ");
        update.AppendFormatted(post);
        update.AppendLiteral(" and state = 'scheduled' and due_at < ");
        update.AppendFormatted(now);
        update.AppendLiteral(" and ((held_at is null and part = 0) or (held_at is not null and reason like ");
        update.AppendFormatted(Approvals.NotApproved + "%");
        update.AppendLiteral("))");
        if (await MoveAsync(store, update))
            Planned.Tell();
    }
}
