using PluginHost.Campaigns;

namespace PluginHost.Sdk.Testing;

/// <summary>What anybody says in public is found, and none of it left out.</summary>
internal static class SearchChecks
{
    private const int Pages = 1_000;
    private const string Blind = "The network does not tell what is said in public.";
    private const string Silent = "The bench cannot let strangers speak.";

    public static readonly IReadOnlyList<ContractCheck> All =
    [
        new("searches-without-a-hole", "From a page's cursor, reading goes on right after the page, also for another query.", WithoutAHoleAsync),
        new("tells-never-less-than-is-wanted", "Every post with one of the words is told, however it is written.", NeverLessAsync),
    ];

    private static async Task<string?> WithoutAHoleAsync(ContractRun run)
    {
        if ((await run.OpenAsync()).Search is not { } search)
            return Blind;

        string[] early = [run.NewText(), run.NewText(), run.NewText()];
        string[] late = [run.NewText(), run.NewText()];
        if (!await SayAsync(run, early))
            return Silent;

        var (first, cursor) = await ReadAsync(run, search, new PublicQuery(), null);
        await SayAsync(run, late);
        var (second, _) = await ReadAsync(run, search, new PublicQuery { AnyOf = ["contract"] }, cursor);
        var heard = first.Concat(second).Select(post => post.Text).Where(text => early.Contains(text) || late.Contains(text)).ToList();
        return heard.SequenceEqual(early.Concat(late)) ? null : throw ContractRun.Broken($"Of five posts these are told, in this order: {string.Join(" | ", heard)}.");
    }

    private static async Task<string?> NeverLessAsync(ContractRun run)
    {
        if ((await run.OpenAsync()).Search is not { } search)
            return Blind;

        string[] said = [$"Marzipan! {run.NewText()}", $"#marzipan {run.NewText()}", $"who likes MARZIPAN? {run.NewText()}"];
        if (!await SayAsync(run, said))
            return Silent;

        var (found, _) = await ReadAsync(run, search, new PublicQuery { AnyOf = ["marzipan", "#marzipan"] }, null);
        var missing = said.Except(found.Select(post => post.Text)).ToList();
        return missing.Count == 0 ? null : throw ContractRun.Broken($"\"marzipan\" was wanted, and this is not told: {string.Join(" | ", missing)}.");
    }

    private static async Task<bool> SayAsync(ContractRun run, IEnumerable<string> texts)
    {
        foreach (var text in texts)
        {
            if (!await run.Bench.SayInPublicAsync(text, run.Cancel))
                return false;
        }

        return true;
    }

    private static async Task<(List<PublicPost> Posts, string? Cursor)> ReadAsync(ContractRun run, Search search, PublicQuery query, string? cursor)
    {
        var posts = new List<PublicPost>();
        for (var i = 0; i < Pages; i++)
        {
            var page = await search.ReadAsync(run.Profile, query, cursor, run.Cancel);
            posts.AddRange(page.Posts);
            if (page.Cursor == cursor)
                return (posts, cursor);

            cursor = page.Cursor;
        }

        throw ContractRun.Broken($"After {Pages} pages there is still no end.");
    }
}
