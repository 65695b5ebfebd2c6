using System.Globalization;
using PluginHost.Campaigns;
using PluginHost.Sdk;

namespace PluginHost.Posting;

/// <summary>What the outbox knows of what was said, for whoever wants to know whether it is said again.</summary>
internal sealed class EarlierTexts(IStore store) : IEarlierTexts
{
    private const int Most = 20;

    // How many of a profile that share a number are looked at, the newest first: whoever says the same four thousand times is found out by the last of them.
    private const int Newest = 200;

    // How many are compared, the ones that share most numbers first.
    private const int Candidates = 200;

    // A database puts no more than five hundred selects together.
    private const int ProfilesAtOnce = 500 / Sketch.Bands;

    private readonly SketchTable _sketches = new(store);

    public async Task<IReadOnlyList<EarlierText>> FindSimilarAsync(SimilarSearch search, CancellationToken cancel)
    {
        var sought = Shingles.Of(search.Text);
        if (sought.IsEmpty || search.Profiles.Count == 0)
            return [];

        await _sketches.CatchUpAsync(cancel);
        var bands = Sketch.Of(sought);
        var found = new List<EarlierText>();
        foreach (var profiles in search.Profiles.Chunk(ProfilesAtOnce))
            found.AddRange(await store.ReadAsync(Select(search, [.. profiles.SelectMany(profile => Sketch.For(profile, bands))]), Read, cancel));

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
        var select = new Sql(0, bands.Length + 3);
        for (var place = 0; place < bands.Length; place++)
        {
            select.AppendLiteral(place == 0 ? "with newest as (" : " union all ");
            select.AppendLiteral("select post, place from (select post, place from posting_sketch where band = ");
            select.AppendFormatted(bands[place]);
            select.AppendLiteral(string.Create(CultureInfo.InvariantCulture, $" order by post desc, place desc limit {Newest}) band{place}"));
        }

        select.AppendLiteral(
            """
            ), found as (select post, place, count(*) as shared from newest group by post, place order by shared desc, post desc limit 1000)
            select t.profile, t.text, t.language, t.post, coalesce(t.sent_at, p.planned_at, p.created_at) as at
            from found join posting_target t on t.post = found.post and t.place = found.place join posting_post p on p.id = t.post
            where t.state <> 'refused' and t.post <>
            """);
        select.AppendLiteral(" ");
        select.AppendFormatted(PostOf(search.Except));
        select.AppendLiteral(" and coalesce(t.sent_at, p.planned_at, p.created_at) between ");
        select.AppendFormatted(search.From);
        select.AppendLiteral(" and ");
        select.AppendFormatted(search.To);
        select.AppendLiteral(string.Create(CultureInfo.InvariantCulture, $" order by found.shared desc, t.post desc limit {Candidates}"));
        return select;
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
