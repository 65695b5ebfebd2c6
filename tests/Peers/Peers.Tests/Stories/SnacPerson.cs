using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace PluginHost.Peers.Tests.Stories;

/// <summary>Somebody with an account on a snac, who speaks past everything that is under test.</summary>
internal sealed class SnacPerson : IDisposable
{
    private const int Tries = 5;
    private readonly HttpClient _client;

    private SnacPerson(HttpClient client, string name, string token) => (_client, Name, Token) = (client, name, token);

    public string Name { get; }

    public string Token { get; }

    public string Handle => $"{Name}@{_client.BaseAddress!.Authority}";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static SnacPerson Find(string snac, string accounts, string name)
    {
        using var file = JsonDocument.Parse(File.ReadAllBytes(accounts));
        var token = file.RootElement.GetProperty(name).GetProperty("access_token").GetString()!;
        var client = new HttpClient { BaseAddress = new Uri(snac) };
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);

        // snac ends connections as it likes.
        client.DefaultRequestHeaders.ConnectionClose = true;
        return new SnacPerson(client, name, token);
    }

    /// <summary>The newest posts of this account.</summary>
    public async Task<IReadOnlyList<JsonNode>> PostsAsync()
    {
        var me = await GetAsync("/api/v1/accounts/verify_credentials");
        return [.. (await GetAsync($"/api/v1/accounts/{me["id"]}/statuses?limit=40")).AsArray().Select(post => post!)];
    }

    public async Task AnswerAsync(string post, string text)
    {
        using var answer = await _client.PostAsync(
            new Uri("/api/v1/statuses", UriKind.Relative), new FormUrlEncodedContent([new("status", text), new("in_reply_to_id", post)]), Cancel);
        answer.IsSuccessStatusCode.ShouldBeTrue(await answer.Content.ReadAsStringAsync(Cancel));
    }

    public void Dispose() => _client.Dispose();

    // snac resets a connection now and then; a question may be asked again.
    private async Task<HttpResponseMessage> AskAsync(string path)
    {
        for (var tries = 1; ; tries++)
        {
            try
            {
                return await _client.GetAsync(new Uri(path, UriKind.Relative), Cancel);
            }
            catch (HttpRequestException) when (tries < Tries)
            {
                await Task.Delay(TimeSpan.FromSeconds(1), Cancel);
            }
        }
    }

    private async Task<JsonNode> GetAsync(string path)
    {
        using var answer = await AskAsync(path);
        var text = await answer.Content.ReadAsStringAsync(Cancel);
        answer.IsSuccessStatusCode.ShouldBeTrue(text);
        return JsonNode.Parse(text)!;
    }
}
