using PluginHost.Sdk;

namespace PluginHost.Posting;

/// <summary>Who wrote posts, and who has said what about them, in the store. Nothing is ever taken out.</summary>
internal sealed class VerdictTable(IStore store)
{
    /// <summary>What was said about a post, the newest last.</summary>
    public Task<IReadOnlyList<Verdict>> ReadAsync(long post, CancellationToken cancel) =>
        store.ReadAsync($"select * from posting_verdict where post = {post} order by id", Read, cancel);

    /// <summary>What was said about posts last.</summary>
    public Task<IReadOnlyList<Verdict>> ReadNewestAsync(int limit, CancellationToken cancel) =>
        store.ReadAsync($"select * from posting_verdict order by id desc limit {(long)limit}", Read, cancel);

    /// <summary>Who wrote a post: its author, and whoever has changed its text since.</summary>
    /// <returns>The names; none where nobody knows them all, because it is older than this.</returns>
    public Task<IReadOnlyList<string>> ReadAuthorsAsync(long post, CancellationToken cancel) => store.ReadAsync(
        $"""
        select name, 0 as place from posting_author where post = {post}
        union all select c.name, 1 as place from posting_coauthor c
        where c.post = {post} and exists (select 1 from posting_author a where a.post = c.post and a.name <> c.name)
        order by place, name
        """,
        row => row.Text("name"),
        cancel);

    /// <summary>Notes a word.</summary>
    public Task<PostNumber> AddAsync(Verdict verdict, CancellationToken cancel) => store.TransactAsync(
        async transaction =>
        {
            await transaction.WriteAsync(
                $"""
                insert into posting_verdict (id, post, body_hash, verdict, name, at, note)
                select coalesce(max(id), 0) + 1, {verdict.Post}, {verdict.BodyHash}, {verdict.Word}, {verdict.Name}, {verdict.At}, {verdict.Note} from posting_verdict
                """);
            return PostNumber.Of(verdict.Post);
        },
        cancel);

    private static Verdict Read(IRow row) => new()
    {
        Post = row.Integer("post"),
        BodyHash = row.Text("body_hash"),
        Word = row.Text("verdict"),
        Name = row.Text("name"),
        At = row.Instant("at"),
        Note = row.Text("note"),
    };
}
