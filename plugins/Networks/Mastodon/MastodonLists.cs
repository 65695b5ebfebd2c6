using System.Text.Json;
using PluginHost.Campaigns;
using PluginHost.Sdk;

namespace PluginHost.Mastodon;

/// <summary>Lists of people. Mastodon puts only those on a list whom the profile follows.</summary>
internal sealed class MastodonLists(Connection connection, KnownServers servers, Accounts accounts) : Lists
{
    private const string What = "its lists";

    public override async Task<IReadOnlyList<string>> NamesAsync(Profile profile, CancellationToken cancel) =>
        [.. (await AllAsync(profile, cancel)).Select(list => list.Text("title"))];

    public override async Task<IReadOnlyList<string>> MembersAsync(Profile profile, string list, CancellationToken cancel)
    {
        var server = await servers.ReadAsync(profile, cancel);
        return await FindAsync(profile, list, cancel) is { } id
            ? [.. (await MembersOfAsync(profile, server, id, cancel)).Select(account => server.HandleOf(account.Text("acct")))]
            : throw new PluginHostException($"{profile.Name} has no list \"{list}\".{Nearest.Hint(list, await NamesAsync(profile, cancel))}");
    }

    public override async Task AddAsync(Profile profile, string list, string handle, CancellationToken cancel)
    {
        var server = await servers.ReadAsync(profile, cancel);
        var account = await accounts.FindAsync(profile, handle, cancel);
        if (account.TextOrNull("id") is not { } whom)
            throw new PluginHostException($"{handle} cannot be put on the list \"{list}\" of {profile.Name}: nobody has this handle. Write it as user@server.");

        var id = await FindAsync(profile, list, cancel) ?? await MakeAsync(profile, list, cancel);
        if ((await MembersOfAsync(profile, server, id, cancel)).Any(member => member.Text("id") == whom))
            return;

        var answer = await connection.DoAsync(profile, $"{PathOf(id)}/accounts", [new("account_ids[]", whom)], What, cancel);
        if (answer.IsSuccess)
            return;

        throw answer.IsRefusal
            ? new PluginHostException($"{handle} cannot be put on the list \"{list}\" of {profile.Name}: {answer.Error}. Most servers take only those whom the profile follows.")
            : connection.Trouble(profile, answer, What);
    }

    private static string PathOf(string id) => $"/api/v1/lists/{Uri.EscapeDataString(id)}";

    private async Task<IReadOnlyList<JsonElement>> AllAsync(Profile profile, CancellationToken cancel) =>
        (await connection.AskAsync(profile, "/api/v1/lists", What, cancel)).Body.Items();

    private async Task<string?> FindAsync(Profile profile, string title, CancellationToken cancel) =>
        (await AllAsync(profile, cancel)).Where(list => list.Text("title") == title).Select(list => list.TextOrNull("id")).FirstOrDefault();

    private async Task<string> MakeAsync(Profile profile, string title, CancellationToken cancel)
    {
        var answer = await connection.DoAsync(profile, "/api/v1/lists", [new("title", title)], $"the list \"{title}\"", cancel);
        return answer.IsSuccess && answer.Body.TextOrNull("id") is { } id ? id : throw connection.Trouble(profile, answer, $"the list \"{title}\"");
    }

    private async Task<IReadOnlyList<JsonElement>> MembersOfAsync(Profile profile, Server server, string id, CancellationToken cancel)
    {
        var members = new List<JsonElement>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        string? next = $"{PathOf(id)}/accounts?limit=80";
        while (next is not null && seen.Add(next))
        {
            var page = await connection.AskAsync(profile, next, What, cancel);
            members.AddRange(page.Body.Items());
            next = PageLinks.Next(page, server.Address);
        }

        return members;
    }
}
