using PluginHost.Listening.Counting;
using PluginHost.Listening.Queries;
using PluginHost.Sdk;

namespace PluginHost.Listening;

public sealed partial class ListeningPlugin
{
    /// <summary>Saves a query.</summary>
    [Command(
        "listening.add",
        "Listening: Add a Query",
        Description = "Saves a query: from now on, what is said is matched with it.",
        Key = "a",
        When = "view == listening.queries.view",
        Undo = "listening.remove")]
    public async Task<Table> AddAsync(
        IHost host,
        [Asks("What is the query called?", Anew = true)] string name,
        [Asks("What is to be heard? acme AND (slow OR down) NOT from:acme_status lang:en", Anew = true)] string query,
        CancellationToken cancel)
    {
        var added = await _book.AddAsync(name, query, cancel);
        await WarnOfUnknownListsAsync(host, query, cancel);
        RefreshAll(host);
        return TableOf([added]);
    }

    /// <summary>Changes a query.</summary>
    [Command("listening.change", "Listening: Change a Query", Description = "Gives a saved query another text. What the old one has matched stays.")]
    public async Task<Table> ChangeAsync(
        IHost host, [Asks("Which query?")] string name, [Asks("What is to be heard from now on?", Anew = true)] string query, CancellationToken cancel)
    {
        var changed = await _book.ChangeAsync(name, query, cancel);
        await WarnOfUnknownListsAsync(host, query, cancel);
        RefreshAll(host);
        return TableOf([changed]);
    }

    /// <summary>Removes a query.</summary>
    [Command(
        "listening.remove",
        "Listening: Remove a Query",
        Description = "Listens no longer for a saved query. What it has matched stays; listening.restore takes it back.",
        Undo = "listening.restore")]
    public async Task RemoveAsync(IHost host, [Asks("Which query?")] string name, CancellationToken cancel)
    {
        await _book.RemoveAsync(name, cancel);
        RefreshAll(host);
    }

    /// <summary>Takes a removal back.</summary>
    [Command("listening.restore", "Listening: Restore a Query", Description = "Listens again for a query that was removed.")]
    public async Task<Table> RestoreAsync(IHost host, [Asks("Which query?")] string name, CancellationToken cancel)
    {
        var restored = await _book.RestoreAsync(name, cancel);
        RefreshAll(host);
        return TableOf([restored]);
    }

    /// <summary>What is listened for.</summary>
    [Command("listening.queries", "Listening: Queries", Description = "The saved queries with what they have heard.")]
    public async Task<Table> QueriesAsync(IHost host, CancellationToken cancel)
    {
        host.Views.Open(QueriesView);
        return Table.Of(
            await _standings.ReadAsync(cancel),
            ("name", standing => standing.Query.Name),
            ("query", standing => standing.Query.Text),
            ("thisHour", standing => standing.Hours[^1]),
            ("lastDay", standing => standing.LastDay),
            ("hours", standing => Sparkline.Of([.. standing.Hours.TakeLast(24)])),
            ("spike", standing => standing.IsSpike),
            ("muted", standing => standing.IsMuted),
            ("since", standing => InZone(host, standing.Query.CreatedAt)));
    }

    // A list may be made later: the query is no mistake.
    private async Task WarnOfUnknownListsAsync(IHost host, string text, CancellationToken cancel)
    {
        if (QueryReader.Read(text) is not QueryRead { Query: var query })
            return;

        var known = (await People.PeopleLists.ReadAsync(new StoreReads(host.Store, cancel))).Select(entry => entry.List).Distinct().ToList();
        foreach (var list in ListsOf(query).Distinct().Except(known))
            host.Output.Write(Severity.Warning, $"Nobody is on the list \"{list}\" yet, so list:{list} finds nobody. listening.list.add puts people on it.{Nearest.Hint(list, known)}");
    }

    private static IEnumerable<string> ListsOf(QueryNode query) => query switch
    {
        ListTerm list => [list.List],
        AllOf all => all.Parts.SelectMany(ListsOf),
        AnyOf any => any.Parts.SelectMany(ListsOf),
        NotOf not => ListsOf(not.Part),
        _ => [],
    };

    private static Table TableOf(IEnumerable<SavedQuery> queries) => Table.Of(queries, ("name", query => query.Name), ("query", query => query.Text));
}
