using System.Net;
using System.Text.Json;
using PluginHost.Campaigns;
using PluginHost.Sdk;

namespace PluginHost.Bluesky;

/// <summary>Who people are, as the one who reads for all servers tells it (the AppView).</summary>
internal sealed class People(Account account, Sessions sessions) : Campaigns.People
{
    // app.bsky.actor.getProfiles takes no more.
    private const int MostAtOnce = 25;

    /// <summary>What somebody is called; the DID where the handle no longer leads to them.</summary>
    public static string HandleOf(JsonElement author) => Json.Text(author, "handle") is { Length: > 0 } handle && handle != Handle.Invalid ? handle : Json.Text(author, "did");

    public override async Task<Person?> FindAsync(Profile profile, string handle, CancellationToken cancel)
    {
        if (!AtIdentifier.Is(handle))
            return null;

        var answer = await account.TryReadAsync(profile, $"app.bsky.actor.getProfile?actor={Uri.EscapeDataString(handle)}", cancel);

        // Nobody has it, or whoever has it is gone (AccountTakedown, AccountDeactivated).
        return answer.IsSuccess ? PersonOf(answer.Body)
            : answer.Status == HttpStatusCode.BadRequest && answer.Error.Length > 0 ? null
            : throw Account.Trouble(answer);
    }

    public override async Task<IReadOnlyList<Person>> FindManyAsync(Profile profile, IReadOnlyList<string> handles, CancellationToken cancel)
    {
        var found = new List<Person>(handles.Count);
        foreach (var some in handles.Where(AtIdentifier.Is).Chunk(MostAtOnce))
        {
            var answer = await account.ReadAsync(profile, $"app.bsky.actor.getProfiles?{string.Join('&', some.Select(handle => $"actors={Uri.EscapeDataString(handle)}"))}", cancel);
            found.AddRange(Json.Items(answer.Body, "profiles").Select(PersonOf));
        }

        return found;
    }

    public override async Task<IReadOnlyList<string>> FollowersAsync(Profile profile, CancellationToken cancel) =>
        await HandlesAsync(profile, $"app.bsky.graph.getFollowers?actor={Uri.EscapeDataString((await sessions.ForAsync(profile, cancel)).Account)}", "followers", cancel);

    public override async Task<IReadOnlyList<string>?> RepostersAsync(Profile profile, string remoteId, CancellationToken cancel) =>
        await HandlesAsync(profile, $"app.bsky.feed.getRepostedBy?uri={Uri.EscapeDataString(remoteId)}", "repostedBy", cancel);

    /// <summary>Who goes by which handle, as far as it can be asked: nobody who listens waits for this.</summary>
    /// <param name="accounts">Of whom, at most 25.</param>
    public async Task<IReadOnlyDictionary<string, JetstreamName>> NamesAsync(Profile profile, IReadOnlyList<string> accounts, CancellationToken cancel)
    {
        try
        {
            return (await FindManyAsync(profile, accounts, cancel)).ToDictionary(person => person.Id, person => new JetstreamName(person.Handle, person.Name));
        }
        catch (PluginHostException)
        {
            // Not logged in, or nobody answers: then they go by what the stream calls them.
            return new Dictionary<string, JetstreamName>();
        }
    }

    private async Task<List<string>> HandlesAsync(Profile profile, string method, string items, CancellationToken cancel)
    {
        var handles = new List<string>();
        await foreach (var person in Pages.ReadAsync(account, profile, method, items, cancel))
            handles.Add(HandleOf(person));

        return [.. handles.Distinct(StringComparer.Ordinal)];
    }

    private static Person PersonOf(JsonElement person) => new()
    {
        Handle = HandleOf(person),
        Name = Json.Text(person, "displayName"),
        Followers = Json.Number(person, "followersCount"),
        Id = Json.Text(person, "did"),
        CreatedAt = AtInstant.Read(Json.Text(person, "createdAt")),
    };
}
