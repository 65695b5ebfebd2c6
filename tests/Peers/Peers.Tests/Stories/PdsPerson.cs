using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace PluginHost.Peers.Tests.Stories;

/// <summary>Somebody with an account on the PDS, who speaks past everything that is under test.</summary>
internal sealed class PdsPerson : IDisposable
{
    private readonly HttpClient _client;

    private PdsPerson(HttpClient client, string handle, string password, string did) => (_client, Handle, Password, Did) = (client, handle, password, did);

    public string Handle { get; }

    public string Password { get; }

    public string Did { get; }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    /// <summary>Makes an account.</summary>
    public static async Task<PdsPerson> JoinAsync(string pds, string name)
    {
        var handle = $"{name}{Guid.NewGuid().ToString("N")[..10]}.test";
        var password = Guid.NewGuid().ToString("N");
        var client = new HttpClient { BaseAddress = new Uri(pds) };
        using var answer = await client.PostAsJsonAsync("/xrpc/com.atproto.server.createAccount", new { handle, email = $"{handle}@example.org", password }, Cancel);
        var account = await ReadAsync(answer);
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", account["accessJwt"]!.GetValue<string>());
        return new PdsPerson(client, handle, password, account["did"]!.GetValue<string>());
    }

    /// <summary>All the posts of this account, newest first.</summary>
    public async Task<IReadOnlyList<JsonNode>> PostsAsync()
    {
        using var answer = await _client.GetAsync(new Uri($"/xrpc/com.atproto.repo.listRecords?repo={Did}&collection=app.bsky.feed.post&limit=100", UriKind.Relative), Cancel);
        return [.. (await ReadAsync(answer))["records"]!.AsArray().Select(record => record!)];
    }

    /// <summary>Answers a post that begins a thread.</summary>
    /// <returns>The answer, as records name it.</returns>
    public Task<JsonNode> AnswerAsync(JsonNode post, string text) => CreateAsync(
        "app.bsky.feed.post",
        new JsonObject { ["text"] = text, ["reply"] = new JsonObject { ["root"] = RefOf(post), ["parent"] = RefOf(post) } });

    public Task RepostAsync(JsonNode post) => CreateAsync("app.bsky.feed.repost", new JsonObject { ["subject"] = RefOf(post) });

    public Task FollowAsync(PdsPerson other) => CreateAsync("app.bsky.graph.follow", new JsonObject { ["subject"] = other.Did });

    public void Dispose() => _client.Dispose();

    private static JsonObject RefOf(JsonNode post) => new() { ["uri"] = post["uri"]!.GetValue<string>(), ["cid"] = post["cid"]!.GetValue<string>() };

    private async Task<JsonNode> CreateAsync(string collection, JsonObject record)
    {
        record["$type"] = collection;
        record["createdAt"] = TimeProvider.System.GetUtcNow().ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'");
        using var answer = await _client.PostAsJsonAsync("/xrpc/com.atproto.repo.createRecord", new JsonObject { ["repo"] = Did, ["collection"] = collection, ["record"] = record }, Cancel);
        return await ReadAsync(answer);
    }

    private static async Task<JsonNode> ReadAsync(HttpResponseMessage answer)
    {
        var text = await answer.Content.ReadAsStringAsync(Cancel);
        answer.IsSuccessStatusCode.ShouldBeTrue(text);
        return JsonNode.Parse(text) ?? throw new JsonException(text);
    }
}
