using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;

namespace PluginHost.Peers.Tests;

/// <summary>A real PDS, past the plugin: makes accounts, lets others speak, and looks what stands there.</summary>
internal sealed class Pds(string address) : IDisposable
{
    // The one who reads for it sees what was written within six seconds; a busy machine takes longer.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(250);

    private readonly HttpClient _client = new();

    public string Address => address;

    public async Task<PdsAccount> OpenAsync(string name)
    {
        var handle = $"{name}-{Guid.NewGuid().ToString("n")[..10]}.test";
        var password = $"{Guid.NewGuid():n}";
        var made = await PostAsync("", "com.atproto.server.createAccount", new JsonObject { ["handle"] = handle, ["email"] = $"{handle}@example.com", ["password"] = password });
        return new PdsAccount { Did = $"{made["did"]}", Handle = handle, Password = password, Token = $"{made["accessJwt"]}" };
    }

    public async Task<string> NewAppPasswordAsync(PdsAccount account) =>
        $"{(await PostAsync(account.Token, "com.atproto.server.createAppPassword", new JsonObject { ["name"] = "pluginhost" }))["password"]}";

    public Task<JsonNode> WriteAsync(PdsAccount who, string collection, JsonObject record)
    {
        record["$type"] = collection;
        record["createdAt"] ??= TimeProvider.System.GetUtcNow().ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'");
        return PostAsync(who.Token, "com.atproto.repo.createRecord", new JsonObject { ["repo"] = who.Did, ["collection"] = collection, ["record"] = record });
    }

    /// <summary>Lets somebody say something, in answer to a post where one is given.</summary>
    public async Task<string> SayAsync(PdsAccount who, string text, string? answers = null)
    {
        var post = new JsonObject { ["text"] = text };
        if (answers is not null)
        {
            var parent = await ReadAsync(answers);
            var reference = new JsonObject { ["uri"] = $"{parent["uri"]}", ["cid"] = $"{parent["cid"]}" };
            post["reply"] = new JsonObject { ["root"] = parent["value"]!["reply"]?["root"]?.DeepClone() ?? reference.DeepClone(), ["parent"] = reference };
        }

        return $"{(await WriteAsync(who, "app.bsky.feed.post", post))["uri"]}";
    }

    /// <summary>The record at an address.</summary>
    public Task<JsonNode> ReadAsync(string uri)
    {
        var parts = uri["at://".Length..].Split('/');
        return GetAsync("", $"com.atproto.repo.getRecord?repo={parts[0]}&collection={parts[1]}&rkey={parts[2]}");
    }

    /// <summary>What stands in a collection, oldest first.</summary>
    public async Task<IReadOnlyList<JsonNode>> AllAsync(PdsAccount who, string collection)
    {
        var records = new List<JsonNode>();
        var cursor = "";
        do
        {
            var page = await GetAsync("", $"com.atproto.repo.listRecords?repo={who.Did}&collection={collection}&limit=100&reverse=true{(cursor.Length > 0 ? $"&cursor={cursor}" : "")}");
            records.AddRange(page["records"]!.AsArray()!);
            cursor = $"{page["cursor"]}";
        }
        while (cursor.Length > 0);

        return records;
    }

    /// <summary>The repository's version: it changes with everything that is written.</summary>
    public async Task<string> VersionAsync(PdsAccount who) => $"{(await GetAsync("", $"com.atproto.sync.getLatestCommit?did={who.Did}"))["rev"]}";

    public async Task<JsonNode> GetAsync(string token, string method) => await SendAsync(new HttpRequestMessage(HttpMethod.Get, $"{address}/xrpc/{method}"), token);

    public async Task<JsonNode> PostAsync(string token, string method, JsonObject body) => await SendAsync(
        new HttpRequestMessage(HttpMethod.Post, $"{address}/xrpc/{method}") { Content = new StringContent(body.ToJsonString(), Encoding.UTF8, "application/json") }, token);

    /// <summary>Asks until something is seen, as what is read lags behind what is written.</summary>
    public static async Task<T> UntilAsync<T>(Func<Task<T>> ask, Func<T, bool> isThere)
    {
        var until = TimeProvider.System.GetUtcNow() + Patience;
        while (true)
        {
            var answer = await ask();
            if (isThere(answer) || TimeProvider.System.GetUtcNow() > until)
                return answer;

            await Task.Delay(Pause, TestContext.Current.CancellationToken);
        }
    }

    public void Dispose() => _client.Dispose();

    private async Task<JsonNode> SendAsync(HttpRequestMessage request, string token)
    {
        using var sent = request;
        if (token.Length > 0)
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);

        using var answer = await _client.SendAsync(request, TestContext.Current.CancellationToken);
        var body = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        answer.IsSuccessStatusCode.ShouldBeTrue($"{request.RequestUri} answered {(int)answer.StatusCode}: {body}");
        return body.Length > 0 ? JsonNode.Parse(body)! : new JsonObject();
    }
}
