using PluginHost.Campaigns;
using PluginHost.Sdk;

namespace PluginHost.Bluesky;

/// <summary>Lists of people that a profile keeps (curation lists). They are records of its own, so what was put on one is on it at once.</summary>
internal sealed class Lists(Account account, Sessions sessions, Records records, Handles handles, People people) : Campaigns.Lists
{
    private const string Purpose = "app.bsky.graph.defs#curatelist";

    // app.bsky.graph.list
    private const int MostOfName = 64;

    public override async Task<IReadOnlyList<string>> NamesAsync(Profile profile, CancellationToken cancel) =>
        [.. (await AllAsync(profile, cancel)).Select(list => list.Name).Distinct(StringComparer.Ordinal)];

    public override async Task<IReadOnlyList<string>> MembersAsync(Profile profile, string list, CancellationToken cancel)
    {
        if (await FindAsync(profile, list, cancel) is not { } uri)
            return [];

        var members = await AccountsOnAsync(profile, uri, cancel);
        var session = await sessions.ForAsync(profile, cancel);
        var known = (await people.FindManyAsync(profile, [.. members.Where(member => member != session.Account)], cancel)).ToDictionary(person => person.Id, person => person.Handle);

        // Who is gone is still on the list.
        return [.. members.Select(member => member == session.Account ? session.Handle : known.GetValueOrDefault(member, member))];
    }

    public override async Task AddAsync(Profile profile, string list, string handle, CancellationToken cancel)
    {
        if (list.Length is 0 or > MostOfName)
            throw new PluginHostException($"\"{list}\" cannot be a list on Bluesky: a name has 1 to {MostOfName} characters.");

        var member = await Records.RequireAsync(() => handles.AccountOfAsync(profile, handle, cancel))
            ?? throw new PluginHostException($"Nobody on Bluesky is called {handle}, so nobody was put on {list}. Handles are whole there: name.bsky.social.");
        var uri = await FindAsync(profile, list, cancel) ?? $"{await MakeAsync(profile, list, cancel)}";
        if ((await AccountsOnAsync(profile, uri, cancel)).Contains(member))
            return;

        await records.PutAsync(profile, Collections.ListItem, $"{uri}/{member}", item =>
        {
            item.WriteString("subject", member);
            item.WriteString("list", uri);
        }, cancel);
    }

    private Task<AtUri> MakeAsync(Profile profile, string name, CancellationToken cancel) => records.PutAsync(profile, Collections.List, name, list =>
    {
        list.WriteString("purpose", Purpose);
        list.WriteString("name", name);
    }, cancel);

    private async Task<string?> FindAsync(Profile profile, string name, CancellationToken cancel) =>
        (await AllAsync(profile, cancel)).Where(list => list.Name == name).Select(list => list.Uri).Order(StringComparer.Ordinal).FirstOrDefault();

    private async Task<List<(string Name, string Uri)>> AllAsync(Profile profile, CancellationToken cancel)
    {
        var lists = new List<(string, string)>();
        await foreach (var one in Pages.ReadAsync(account, profile, await OwnAsync(profile, Collections.List, cancel), "records", cancel))
        {
            if (Json.Text(one, "value", "purpose") == Purpose)
                lists.Add((Json.Text(one, "value", "name"), Json.Text(one, "uri")));
        }

        return lists;
    }

    private async Task<List<string>> AccountsOnAsync(Profile profile, string uri, CancellationToken cancel)
    {
        var accounts = new List<string>();
        await foreach (var one in Pages.ReadAsync(account, profile, await OwnAsync(profile, Collections.ListItem, cancel), "records", cancel))
        {
            if (Json.Text(one, "value", "list") == uri)
                accounts.Add(Json.Text(one, "value", "subject"));
        }

        return [.. accounts.Distinct(StringComparer.Ordinal)];
    }

    private async Task<string> OwnAsync(Profile profile, string collection, CancellationToken cancel) =>
        $"com.atproto.repo.listRecords?repo={Uri.EscapeDataString((await sessions.ForAsync(profile, cancel)).Account)}&collection={collection}";
}
