using PluginHost.Listening.Folding;
using PluginHost.Listening.Matching;
using PluginHost.Listening.Queries;
using PluginHost.Sdk;

namespace PluginHost.Listening.Posts;

/// <summary>
/// Where words stand, in a table of our own: the full-text searches of SQLite and PostgreSQL part words and fold letters each in its way, and neither in ours. It finds
/// candidates; whether they are meant, the query says.
/// </summary>
internal static class WordIndex
{
    // Always as many, so that the statement stays prepared.
    private const int RowsAtOnce = 20;

    public static async Task AddAsync(IStoreTransaction transaction, long id, HeardPost post)
    {
        var entries = EntriesOf(post).Distinct(StringComparer.Ordinal).ToList();
        for (var from = 0; from < entries.Count; from += RowsAtOnce)
        {
            var insert = new Sql(0, RowsAtOnce * 2);
            insert.AppendLiteral("insert into listening_word (word, post) values ");
            for (var place = from; place < Math.Min(from + RowsAtOnce, entries.Count); place++)
            {
                insert.AppendLiteral(place == from ? "(" : ", (");
                insert.AppendFormatted(entries[place]);
                insert.AppendLiteral(", ");
                insert.AppendFormatted(id);
                insert.AppendLiteral(")");
            }

            insert.AppendLiteral(" on conflict do nothing");
            await transaction.WriteAsync(insert);
        }
    }

    /// <summary>Adds the condition that a post has one of the terms.</summary>
    public static void AppendCondition(Sql query, IReadOnlyList<QueryNode> anchors)
    {
        query.AppendLiteral("id in (select post from listening_word where ");
        var isFirst = true;
        foreach (var (from, to) in anchors.SelectMany(RangesOf))
        {
            query.AppendLiteral(isFirst ? "" : " or ");
            query.AppendLiteral(to is null ? "word = " : "word >= ");
            query.AppendFormatted(from);
            if (to is not null)
            {
                query.AppendLiteral(" and word < ");
                query.AppendFormatted(to);
            }

            isFirst = false;
        }

        query.AppendLiteral(isFirst ? "1 = 0)" : ")");
    }

    private static IEnumerable<string> EntriesOf(HeardPost post)
    {
        foreach (var word in post.Text.Words)
        {
            yield return word.Exact;
            yield return word.Folded;
            yield return word.Spelled;
        }

        foreach (var tag in post.Text.Tags)
        {
            yield return "#" + tag.Exact;
            yield return "#" + tag.Folded;
            yield return "#" + tag.Spelled;
        }

        foreach (var handle in post.Text.Mentions)
            yield return "@" + handle;

        yield return "from:" + post.Handle;
    }

    private static IEnumerable<(string From, string? To)> RangesOf(QueryNode anchor) => anchor switch
    {
        WordTerm word => [(Form(word.Word), null)],
        TagTerm tag => [("#" + Form(tag.Tag), null)],
        PrefixTerm prefix => [Beginning(Form(prefix.Beginning))],
        MentionTerm mention => Person("@" + mention.Handle),
        FromTerm from => from.Handles.SelectMany(handle => Person("from:" + handle)),
        _ => throw new ArgumentOutOfRangeException(nameof(anchor), anchor, "This is no anchor."),
    };

    // With and without a server.
    private static IEnumerable<(string From, string? To)> Person(string handle) => [(handle, null), Beginning(handle + "@")];

    // Both databases compare by code points here: nothing that is assigned stands behind the last of them.
    private static (string From, string? To) Beginning(string text) => (text, text + "\U0010FFFF");

    private static string Form(Word word) => word.HasMarks ? word.Exact : word.Folded;
}
