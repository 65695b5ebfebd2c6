using PluginHost.Campaigns;
using PluginHost.Posting.Media;
using PluginHost.Sdk;

namespace PluginHost.Posting;

/// <summary>Pictures and films that go with targets. They are kept with the post: the file may be another one when the time comes, or on another machine.</summary>
internal sealed partial class Outbox
{
    private static readonly TimeSpan Kept = TimeSpan.FromDays(30);
    private static readonly ILookup<string, Medium> NoMedia = Array.Empty<Medium>().ToLookup(_ => "");

    /// <summary>What goes with a target, bytes and all.</summary>
    public async Task<IReadOnlyList<OutgoingMedium>> ReadMediaAsync(OutboxTarget target, CancellationToken cancel) => target.Media == 0
        ? []
        : await store.ReadAsync(
            $"""
            select m.name, m.alt, f.content_type, f.width, f.height, f.bytes from posting_medium m join posting_file f on f.hash = m.file
            where m.target = {target.Key} order by m.place
            """,
            row => new OutgoingMedium
            {
                Name = Path.GetFileName(row.Text("name")),
                ContentType = row.Text("content_type"),
                Alt = row.Text("alt"),
                Width = Size(row.Integer("width")),
                Height = Size(row.Integer("height")),
                Bytes = row.Bytes("bytes"),
            },
            cancel);

    /// <summary>What goes with the targets of a post, by their keys.</summary>
    public async Task<ILookup<string, Medium>> ReadMediaAsync(IReadOnlyList<OutboxTarget> targets, CancellationToken cancel)
    {
        if (targets.All(target => target.Media == 0))
            return NoMedia;

        var media = await store.ReadAsync(
            $"""
            select m.target, m.name, m.alt, t.part from posting_medium m join posting_target t on t.key = m.target
            where t.post = {targets[0].Post} order by t.place, m.place
            """,
            row => (Target: row.Text("target"), Medium: new Medium { File = row.Text("name"), Alt = row.Text("alt"), Part = (int)row.Integer("part") }),
            cancel);
        return media.ToLookup(row => row.Target, row => row.Medium);
    }

    private async Task KeepMediaAsync(IStoreTransaction transaction, IReadOnlyList<OutboxTarget> targets, IReadOnlyList<Route> routes)
    {
        if (targets.All(target => target.Media == 0))
            return;

        foreach (var route in routes)
        {
            foreach (var part in route.Variant.Media.Zip(route.Files).GroupBy(pair => pair.First.Part))
            {
                var target = targets.First(target => target.Profile == route.Profile.Name && target.Part == part.Key);
                var place = 0L;
                foreach (var (medium, reading) in part)
                {
                    var file = ((MediumRead)reading).File;
                    await transaction.WriteAsync(
                        $"""
                        insert into posting_file (hash, content_type, width, height, bytes)
                        values ({file.Hash}, {file.ContentType}, {(long)(file.Width ?? 0)}, {(long)(file.Height ?? 0)}, {file.Bytes}) on conflict (hash) do nothing
                        """);
                    await transaction.WriteAsync(
                        $"insert into posting_medium (target, place, file, name, alt) values ({target.Key}, {place++}, {file.Hash}, {medium.File}, {medium.Alt})");
                }
            }
        }

        await LetGoAsync(transaction, Now - Kept);
    }

    // Of the bytes that no post needs any more: it is out, or was refused, long enough ago that nobody brings it back. A refusal counts from when it was first seen
    // here, whoever refused it: an old draft may have been taken back a moment ago.
    private async Task LetGoAsync(IStoreTransaction transaction, DateTimeOffset before)
    {
        await transaction.WriteAsync($"update posting_target set refused_at = {Now} where media > 0 and state = 'refused' and refused_at is null");
        await transaction.WriteAsync(
            $"""
            delete from posting_file where not exists (
                select 1 from posting_medium m join posting_target t on t.key = m.target join posting_post p on p.id = t.post
                where m.file = posting_file.hash and (t.state not in ('sent', 'refused')
                    or (t.state = 'sent' and coalesce(t.sent_at, t.sending_at, t.due_at, p.created_at) >= {before})
                    or (t.state = 'refused' and t.refused_at >= {before})))
            """);
    }

    private static int? Size(long pixels) => pixels > 0 ? (int)pixels : null;
}
