using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Runtime.CompilerServices;
using System.Text.Json;
using PluginHost.Campaigns;

namespace PluginHost.Peers.Tests.Mastodon;

/// <summary>A real snac, past the plugin: what its people do in a browser or with another program, and what is really there.</summary>
internal sealed class SnacServer : IDisposable
{
    /// <summary>The ways of logging in that the plugin lets a person choose from.</summary>
    public const string Here = "in a browser on this machine";
    public const string Elsewhere = "with a code, from a browser anywhere";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    // snac ends connections without a word.
    private readonly HttpClient _client = new(new SocketsHttpHandler { AllowAutoRedirect = false, PooledConnectionLifetime = TimeSpan.Zero }) { Timeout = TimeSpan.FromSeconds(20) };
    private readonly JsonElement _accounts;

    private SnacServer(string address, JsonElement accounts) => (Address, _accounts) = (address, accounts);

    public string Address { get; }

    public string Authority => new Uri(Address).Authority;

    public HttpClient Client => _client;

    public Profile Alice => new() { Name = "@alice", Network = "mastodon", Handle = $"alice@{Authority}", Server = Address, Language = "en" };

    public static SnacServer Open(string version)
    {
        var (address, file) = version == "2.75" ? (Peer.Snac275, Peer.Snac275Accounts) : (Peer.Snac296, Peer.Snac296Accounts);
        using var accounts = JsonDocument.Parse(File.ReadAllText(file));
        return new SnacServer(address, accounts.RootElement.Clone());
    }

    /// <summary>The plugin's description, beside its source: next to the tests lie those of several.</summary>
    public static string Manifest => Path.Combine(Root(), "plugins/Networks/Mastodon/plugin.yaml");

    /// <summary>Logs somebody in on a page of the server, and says where it leads.</summary>
    public Uri Allow(string person, Uri page)
    {
        using var opened = _client.Send(new HttpRequestMessage(HttpMethod.Get, page));
        opened.StatusCode.ShouldBe(HttpStatusCode.OK);
        var query = page.Query.TrimStart('?').Split('&').Select(part => part.Split('=', 2)).ToDictionary(part => part[0], part => Uri.UnescapeDataString(part[1]));
        using var typed = new FormUrlEncodedContent(
        [
            new("login", person), new("passwd", _accounts.GetProperty(person).GetProperty("password").GetString()!),
            new("redir", query["redirect_uri"]), new("cid", query["client_id"]), new("state", query["state"]),
        ]);
        using var led = _client.Send(new HttpRequestMessage(HttpMethod.Post, $"{Address}/oauth/x-snac-login") { Content = typed });
        if (led.Headers.Location is { } location)
            return location;

        // Out of band: the page shows the code.
        using var body = new StreamReader(led.Content.ReadAsStream());
        return new Uri($"urn:code:{body.ReadToEnd().Trim()}");
    }

    public async Task<JsonElement> AskAsync(string person, HttpMethod method, string path, IEnumerable<KeyValuePair<string, string>>? form = null)
    {
        using var request = new HttpRequestMessage(method, Address + path) { Content = form is null ? null : new FormUrlEncodedContent(form) };
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", _accounts.GetProperty(person).GetProperty("access_token").GetString());
        using var answer = await _client.SendAsync(request);
        answer.IsSuccessStatusCode.ShouldBeTrue($"{method} {path}: {answer.StatusCode}");
        using var body = JsonDocument.Parse(await answer.Content.ReadAsStreamAsync());
        return body.RootElement.Clone();
    }

    public Task<JsonElement> SayAsync(string person, string text, string? answers = null) => AskAsync(
        person, HttpMethod.Post, "/api/v1/statuses", answers is null ? [new("status", text)] : [new("status", text), new("in_reply_to_id", answers)]);

    /// <summary>What alice has said, oldest first.</summary>
    public async Task<IReadOnlyList<JsonElement>> SaidByAliceAsync()
    {
        var me = (await AskAsync("alice", HttpMethod.Get, "/api/v1/accounts/verify_credentials")).GetProperty("id").GetString();
        var pages = new List<JsonElement>();
        for (var path = $"/api/v1/accounts/{me}/statuses?limit=200"; ;)
        {
            var page = (await AskAsync("alice", HttpMethod.Get, path)).EnumerateArray().ToList();
            var fresh = page.Where(status => pages.All(known => IdOf(known) != IdOf(status))).ToList();
            pages.AddRange(fresh);
            if (fresh.Count == 0)
                return [.. Enumerable.Reverse(pages)];

            path = $"/api/v1/accounts/{me}/statuses?limit=200&max_id={IdOf(pages[^1])}";
        }
    }

    /// <summary>Waits until something is so: snac does much in the background.</summary>
    public static async Task<T> UntilAsync<T>(Func<Task<T>> ask, Func<T, bool> isSo)
    {
        var begun = TimeProvider.System.GetTimestamp();
        while (true)
        {
            var answer = await ask();
            if (isSo(answer))
                return answer;

            if (TimeProvider.System.GetElapsedTime(begun) > Patience)
                throw new TimeoutException(string.Create(CultureInfo.InvariantCulture, $"After {Patience.TotalSeconds} s it is still not so: {answer}"));

            await Task.Delay(TimeSpan.FromMilliseconds(300), TimeProvider.System, TestContext.Current.CancellationToken);
        }
    }

    public static string IdOf(JsonElement item) => item.GetProperty("id").GetString()!;

    private static string Root([CallerFilePath] string here = "") => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "../../../.."));

    public void Dispose() => _client.Dispose();
}
