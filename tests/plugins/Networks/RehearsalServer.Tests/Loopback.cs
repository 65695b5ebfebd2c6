using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;

namespace PluginHost.RehearsalServer.Tests;

/// <summary>A network in this process, on loopback and on a clock in the hand, and somebody who speaks with it.</summary>
internal sealed class Loopback : IAsyncDisposable
{
    private readonly TestFolder _folder = new();
    private readonly HttpClient _client = new() { Timeout = Timeout.InfiniteTimeSpan };
    private NetworkServer? _server;

    private Loopback(string troubles) => Troubles = troubles;

    public FakeClock Clock { get; } = new();

    /// <summary>What is sent in the header with every request.</summary>
    public string Troubles { get; set; }

    public string Token { get; set; } = "telco~1";

    public string LogFile => Path.Combine(_folder.Path, "network.jsonl");

    public Uri Address => _server!.Address;

    public NetworkLog Log => NetworkLog.Read(LogFile);

    public static async Task<Loopback> StartAsync(string troubles = "", long seed = 1)
    {
        var loopback = new Loopback(troubles);
        await loopback.StartAgainAsync(seed);
        return loopback;
    }

    public async Task StartAgainAsync(long seed = 1)
    {
        await StopAsync();
        _server = await NetworkServer.StartAsync(new ServerOptions { LogFile = LogFile, Seed = seed }, Clock, CancellationToken.None);
    }

    public async Task StopAsync()
    {
        if (_server is not null)
            await _server.DisposeAsync();

        _server = null;
    }

    public Task<Said> SayOnBlueskyAsync(string text, string key, string more = "") => PostAsync(
        "/bluesky/xrpc/com.atproto.repo.putRecord",
        $$"""{"repo":"telco","collection":"app.bsky.feed.post","rkey":"{{key}}","swapRecord":null,"record":{"text":{{Quote(text)}}{{more}} } }""");

    public Task<Said> TootAsync(string text, string key, string kind = "mastodon") =>
        PostAsync($"/{kind}/api/v1/statuses", $$"""{"status":{{Quote(text)}}}""", key);

    public Task<Said> TweetAsync(string text) => PostAsync("/x/2/tweets", $$"""{"text":{{Quote(text)}}}""");

    /// <summary>Says something the way that a kind of network wants it, under a key that is good for all of them.</summary>
    public Task<Said> SayAsync(string kind, string text, string key = "3jzfcijpj2z2a") => kind switch
    {
        "bluesky" => SayOnBlueskyAsync(text, key),
        "x" => TweetAsync(text),
        _ => TootAsync(text, key, kind),
    };

    public Task<Said> PostAsync(string path, string body, string? key = null)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = new StringContent(body, Encoding.UTF8, "application/json") };
        if (key is not null)
            request.Headers.Add("Idempotency-Key", key);

        return SendAsync(request);
    }

    public Task<Said> GetAsync(string path) => SendAsync(new HttpRequestMessage(HttpMethod.Get, path));

    /// <summary>Waits until the log says something.</summary>
    public async Task UntilAsync(Func<NetworkLog, bool> says)
    {
        using var grown = new SemaphoreSlim(0);
        using var watcher = new FileSystemWatcher(_folder.Path);
        watcher.Changed += (_, _) => grown.Release();
        watcher.EnableRaisingEvents = true;
        while (!says(Log))
            await grown.WaitAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        _client.Dispose();
        _folder.Dispose();
    }

    private async Task<Said> SendAsync(HttpRequestMessage request)
    {
        using var _ = request;
        request.RequestUri = new Uri(_server!.Address, request.RequestUri!);
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", Token);
        request.Headers.Add("Rehearsal", Troubles);
        using var response = await _client.SendAsync(request);
        var text = await response.Content.ReadAsStringAsync();
        using var json = JsonDocument.Parse(text.Length > 0 ? text : "null");
        return new Said
        {
            Status = (int)response.StatusCode,
            Body = json.RootElement.Clone(),
            Headers = response.Headers.ToDictionary(header => header.Key, header => string.Join(",", header.Value), StringComparer.OrdinalIgnoreCase),
        };
    }

    private static string Quote(string text) => JsonSerializer.Serialize(text);
}
