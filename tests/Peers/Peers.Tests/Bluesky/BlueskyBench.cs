using System.Net.Http.Headers;
using PluginHost.Campaigns;
using PluginHost.Sdk.Testing;

namespace PluginHost.Peers.Tests;

/// <summary>Bluesky as its contract is checked, on a real PDS with its AppView. It cannot be made to refuse or to ask for patience; an answer is lost on the way back.</summary>
internal sealed class BlueskyBench(BlueskyTown town, PdsAccount stranger) : NetworkBench
{
    private readonly List<TestHost> _processes = [];
    private readonly HttpClient _client = new();
    private bool _losesNext;
    private int _answers;

    public override Profile Profile => town.Profile;

    public override TimeProvider Clock => town.Host.Clock;

    public static async Task<NetworkBench> StartAsync()
    {
        // What the AppView of the development environment looks for with "like".
        var town = await BlueskyTown.StartAsync(Peer.PdsWithAppView, ("search-everything", "%"));
        return new BlueskyBench(town, await town.Pds.OpenAsync("ola"));
    }

    public override async Task<Network> OpenAsync(CancellationToken cancel)
    {
        var process = await town.Host.AgainAsync();
        _processes.Add(process);
        process.Http.On("", ForwardAsync);
        return await process.NetworkAsync(Profile);
    }

    public override async Task<IReadOnlyList<string>> PublishedAsync(CancellationToken cancel) =>
        [.. (await town.Pds.AllAsync(town.Account, "app.bsky.feed.post")).OrderBy(post => $"{post["value"]!["createdAt"]}", StringComparer.Ordinal).Select(post => $"{post["value"]!["text"]}")];

    public override Task PassAsync(TimeSpan time, CancellationToken cancel) => town.Host.AdvanceAsync(time);

    public override Task<bool> LoseNextAnswerAsync(CancellationToken cancel) => Task.FromResult(_losesNext = true);

    public override async Task<bool> AnswerAsync(Sent post, int count, CancellationToken cancel)
    {
        var uri = "";
        for (var place = 0; place < count; place++)
            uri = await town.Pds.SayAsync(stranger, $"Answer {++_answers}", post.RemoteId);

        await Pds.UntilAsync(
            () => town.Pds.GetAsync(town.Account.Token, "app.bsky.notification.listNotifications?limit=50"),
            seen => seen["notifications"]!.AsArray().Count(one => $"{one!["reason"]}" == "reply") >= _answers);
        return uri.Length > 0;
    }

    public override async Task<bool> SayInPublicAsync(string text, CancellationToken cancel)
    {
        var uri = await town.Pds.SayAsync(stranger, text);
        await Pds.UntilAsync(
            () => town.Pds.GetAsync(town.Account.Token, $"app.bsky.feed.searchPosts?q={Uri.EscapeDataString(text)}"),
            seen => seen["posts"]!.AsArray().Any(post => $"{post!["uri"]}" == uri));
        return true;
    }

    public override async ValueTask DisposeAsync()
    {
        foreach (var process in _processes)
            await process.DisposeAsync();

        await town.DisposeAsync();
        _client.Dispose();
    }

    private async Task<HttpResponseMessage> ForwardAsync(TestRequest asked, CancellationToken cancel)
    {
        using var request = new HttpRequestMessage(new HttpMethod(asked.Method), asked.Address);
        if (asked.Body.Length > 0)
            request.Content = new StringContent(asked.Body) { Headers = { ContentType = MediaTypeHeaderValue.Parse(asked.Headers["Content-Type"]) } };

        if (asked.Headers.TryGetValue("Authorization", out var authorization))
            request.Headers.TryAddWithoutValidation("Authorization", authorization);

        var answer = await _client.SendAsync(request, cancel);
        if (!_losesNext || !asked.Address.Contains("com.atproto.repo.", StringComparison.Ordinal) || asked.Method != "POST")
            return answer;

        _losesNext = false;
        answer.Dispose();
        throw new HttpRequestException(HttpRequestError.ResponseEnded, "the connection was cut");
    }
}
