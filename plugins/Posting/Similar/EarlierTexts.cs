using System.Globalization;
using PluginHost.Campaigns;
using PluginHost.Sdk;

namespace PluginHost.Posting;

/// <summary>What the outbox knows of what was said, for whoever wants to know whether it is said again.</summary>
internal sealed class EarlierTexts(IStore store) : IEarlierTexts
{
    private const int Most = 20;

    // How many that share a number are compared, the ones that share most first. Who says the same four thousand times is found out by the first of them.
    private const int Candidates = 200;

    private readonly SketchTable _sketches = new(store);

    public async Task<IReadOnlyList<EarlierText>> FindSimilarAsync(SimilarSearch search, CancellationToken cancel)
    {
        var sought = Shingles.Of(search.Text);
        if (sought.IsEmpty || search.Profiles.Count == 0)
            return [];

        await _sketches.CatchUpAsync(cancel);
        var found = await store.ReadAsync(Select(search, Sketch.Of(sought)), Read, cancel);
        return
        [
            .. found
                .Select(text => text with { Similarity = sought.Similarity(Shingles.Of(text.Text)) })
                .Where(text => text.Similarity >= (sought.IsShort ? 1 : search.AtLeast))
                .OrderByDescending(text => text.Similarity).ThenByDescending(text => text.At)
                .Take(Most),
        ];
    }

    public Task<IReadOnlyList<EarlierText>> ReadLastAsync(string profile, int limit, string? except, CancellationToken cancel) => store.ReadAsync(
        $"""
        select t.profile, t.text, t.language, t.post, coalesce(t.sent_at, p.planned_at, p.created_at) as at
        from posting_target t join posting_post p on p.id = t.post
        where t.profile = {profile} and t.state <> 'refused' and t.post <> {PostOf(except)} order by t.post desc limit {(long)limit}
        """,
        Read,
        cancel);

    private static Sql Select(SimilarSearch search, long[] bands)
    {
        Sql select = $"""
            with found as (select post, place, count(*) as shared from posting_sketch where band in (
            """;
        AppendList(select, bands, select.AppendFormatted);
        select.AppendLiteral(
            """
            ) group by post, place)
            select t.profile, t.text, t.language, t.post, coalesce(t.sent_at, p.planned_at, p.created_at) as at
            from found join posting_target t on t.post = found.post and t.place = found.place join posting_post p on p.id = t.post
            where t.state <> 'refused' and t.profile in (
            """);
        AppendList(select, search.Profiles, select.AppendFormatted);
        select.AppendLiteral(") and t.post <> ");
        select.AppendFormatted(PostOf(search.Except));
        select.AppendLiteral(" and coalesce(t.sent_at, p.planned_at, p.created_at) between ");
        select.AppendFormatted(search.From);
        select.AppendLiteral(" and ");
        select.AppendFormatted(search.To);
        select.AppendLiteral(string.Create(CultureInfo.InvariantCulture, $" order by found.shared desc, t.post desc limit {Candidates}"));
        return select;
    }

    private static void AppendList<T>(Sql sql, IEnumerable<T> values, Action<T> append)
    {
        var isFirst = true;
        foreach (var value in values)
        {
            if (!isFirst)
                sql.AppendLiteral(", ");

            append(value);
            isFirst = false;
        }
    }

    private static long PostOf(string? except) => except is null ? 0 : PostNumber.Parse(except);

    private static EarlierText Read(IRow row) => new()
    {
        Profile = row.Text("profile"),
        Text = row.Text("text"),
        Language = row.Text("language"),
        Post = row.Integer("post").ToString(CultureInfo.InvariantCulture),
        At = row.Instant("at"),
    };
}
