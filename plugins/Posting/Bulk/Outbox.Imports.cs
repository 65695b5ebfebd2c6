using PluginHost.Campaigns;
using PluginHost.Sdk;

namespace PluginHost.Posting;

/// <summary>Many posts at once, all or none.</summary>
internal sealed partial class Outbox
{
    private const string Replaced = "replaced by a newer row of a file";

    /// <summary>What was imported so far, by its id.</summary>
    public async Task<IReadOnlyDictionary<string, ImportedRow>> ReadImportedAsync(CancellationToken cancel)
    {
        var forms = (await store.ReadAsync($"select id, hash from posting_import_form", row => (Id: row.Text("id"), Hash: row.Text("hash")), cancel))
            .ToLookup(form => form.Id, form => form.Hash, StringComparer.Ordinal);
        var rows = await store.ReadAsync(
            $"""
            select i.id, i.post, i.profiles, p.campaign, p.occurrence, (
                select count(*) from posting_target t where t.post = i.post and t.state in ('leased', 'sending', 'sent', 'unknown')) as has_left, (
                select count(*) from posting_target t where t.post = i.post and t.part = 0 and t.in_reply_to is not null) as is_answer
            from posting_import i join posting_post p on p.id = i.post
            """,
            row => new ImportedRow
            {
                Id = row.Text("id"),
                Post = row.Integer("post"),
                Profiles = row.Text("profiles"),
                Forms = forms[row.Text("id")].ToHashSet(StringComparer.Ordinal),
                HasLeft = row.Integer("has_left") > 0,
                IsAnswer = row.Integer("is_answer") > 0,
                Campaign = row.TextOrNull("campaign"),
                Occurrence = row.TextOrNull("occurrence"),
            },
            cancel);
        return rows.ToDictionary(row => row.Id, StringComparer.Ordinal);
    }

    /// <summary>Commits all rows of a report, in one transaction.</summary>
    /// <exception cref="WrongUseException">Another process has imported one of them meanwhile, or sent what was to be changed. Nothing is saved.</exception>
    public async Task ImportAsync(ImportReport report, CancellationToken cancel)
    {
        await store.RefuseWrongClockAsync(cancel);
        await store.TransactAsync(
            async transaction =>
            {
                var slots = new HashSet<(string Profile, DateTimeOffset At)>();
                foreach (var (row, _, before) in report.Changed)
                    slots.UnionWith(await ReplaceAsync(transaction, row, before));

                foreach (var (row, routes) in report.Added.Concat(report.Changed.Select(changed => (changed.Row, changed.Routes))))
                    await KeepSlotsAsync(transaction, row, await ImportAsync(transaction, row, routes), slots);

                return report;
            },
            cancel);
        Planned.Tell();
        Moved.Tell();
    }

    /// <summary>Notes how rows look that are about to be written into a file, so that the file is known when it comes back.</summary>
    public async Task NoteExportedAsync(IReadOnlyList<(PostRow Row, long Post)> rows, CancellationToken cancel) => await store.TransactAsync(
        async transaction =>
        {
            foreach (var (row, post) in rows)
                await NoteAsync(transaction, row, post);

            return rows;
        },
        cancel);

    /// <summary>What can be written into a file: what waits, or everything, with the id that a file gave it.</summary>
    public Task<IReadOnlyList<(OutboxTarget Target, string? Import)>> ReadForExportAsync(bool isAll, CancellationToken cancel) => store.ReadAsync(
        $"""
        select t.*, p.created_at, p.planned_at, (
            select min(i.id) from posting_import i
            where i.post = t.post and not exists (select 1 from posting_target k where k.key = i.id)) as import
        from posting_target t join posting_post p on p.id = t.post
        where {isAll} = 1 or t.state in ('draft', 'scheduled', 'leased')
        order by coalesce(p.planned_at, 9000000000000000), t.post, t.place
        """,
        row => (Target(row), row.TextOrNull("import")),
        cancel);

    private async Task<long> ImportAsync(IStoreTransaction transaction, PostRow row, IReadOnlyList<Route> routes)
    {
        var committed = await CommitAsync(transaction, row.ToPlan(), routes, row.Due is { } at ? Due(at.Instant) : null, null, Now);
        if (row.Missed is { } missed)
            await transaction.WriteAsync($"update posting_target set missed = {missed.Column}, grace = {missed.GraceColumn} where post = {committed.Post}");

        if (!await NoteAsync(transaction, row, committed.Post))
            throw new WrongUseException($"The row {row.Row}, \"{row.Key}\", was imported by another process meanwhile, so nothing was saved. Import the file again.");

        return committed.Post;
    }

    // Whoever keeps the time of a slot keeps the slot: nobody else may be given it.
    private static async Task KeepSlotsAsync(IStoreTransaction transaction, PostRow row, long post, HashSet<(string Profile, DateTimeOffset At)> slots)
    {
        foreach (var profile in row.Profiles)
        {
            if (row.Due is { Instant: var at } && slots.Contains((profile, at)))
                await transaction.WriteAsync($"insert into posting_queued (profile, slot, post) values ({profile}, {at}, {post}) on conflict (profile, slot) do nothing");
        }
    }

    // Gives the slots that were the post's.
    private static async Task<IReadOnlyList<(string Profile, DateTimeOffset At)>> ReplaceAsync(IStoreTransaction transaction, PostRow row, ImportedRow before)
    {
        foreach (var profile in before.Profiles.Split(' '))
        {
            var left = await transaction.ReadAsync(
                $"select post as id from posting_target where post = {before.Post} and profile = {profile} and state in ('leased', 'sending', 'sent', 'unknown')",
                PostNumber.Read);
            if (left.Count > 0)
                throw new WrongUseException($"Post {before.Post} of the row {row.Row} has left meanwhile, so nothing was saved. posting.outbox shows what became of it.");

            await transaction.WriteAsync(
                $"""
                update posting_target set state = 'refused', reason = {Replaced}, refused_by = {RefusedBy.Person}, held_at = null
                where post = {before.Post} and profile = {profile} and state in ('draft', 'scheduled')
                """);
        }

        var slots = await transaction.ReadAsync($"select profile, slot from posting_queued where post = {before.Post}", row => (row.Text("profile"), row.Instant("slot")));
        await transaction.WriteAsync($"delete from posting_queued where post = {before.Post}");
        await transaction.WriteAsync($"delete from posting_import_form where id = {before.Id}");
        await transaction.WriteAsync($"delete from posting_import where id = {before.Id}");
        return slots;
    }

    private static async Task<bool> NoteAsync(IStoreTransaction transaction, PostRow row, long post)
    {
        var isNew = await transaction.WriteAsync(
            $"insert into posting_import (id, post, profiles) values ({row.Key}, {post}, {string.Join(' ', row.Profiles)}) on conflict (id) do nothing") > 0;
        await transaction.WriteAsync($"insert into posting_import_form (id, hash) values ({row.Key}, {row.Hash}) on conflict (id, hash) do nothing");
        return isNew;
    }
}
