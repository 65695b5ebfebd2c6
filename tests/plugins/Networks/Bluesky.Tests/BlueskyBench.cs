using System.Net;
using PluginHost.Campaigns;
using PluginHost.Sdk.Testing;

namespace PluginHost.Bluesky.Tests;

/// <summary>Bluesky as its contract is checked: in the host, on a pretended server.</summary>
internal sealed class BlueskyBench(Town town) : NetworkBench
{
    private readonly List<TestHost> _processes = [];
    private Func<HttpResponseMessage>? _next;
    private bool _losesNext;

    public override Profile Profile => Town.Slocombe;

    public override TimeProvider Clock => town.Host.Clock;

    public static async Task<NetworkBench> StartAsync()
    {
        var bench = new BlueskyBench(await Town.StartAsync(("search-everything", "*")));
        bench.Watch();
        return bench;
    }

    public override async Task<Network> OpenAsync(CancellationToken cancel)
    {
        var process = await town.Host.AgainAsync();
        _processes.Add(process);
        process.Http.On("", town.Server.Answer);
        return await process.NetworkAsync(Profile);
    }

    public override Task<IReadOnlyList<string>> PublishedAsync(CancellationToken cancel) => Task.FromResult<IReadOnlyList<string>>([.. town.Server.Posts.Select(post => post.Text)]);

    public override Task PassAsync(TimeSpan time, CancellationToken cancel) => town.Host.AdvanceAsync(time);

    public override Task<bool> LoseNextAnswerAsync(CancellationToken cancel) => Task.FromResult(_losesNext = true);

    public override Task<bool> RefuseNextAsync(CancellationToken cancel) => NextAsync(() => Said.No(HttpStatusCode.BadRequest, "InvalidRequest", "Invalid app.bsky.feed.post record"));

    public override Task<bool> LimitNextAsync(CancellationToken cancel) => NextAsync(() => Said.No(HttpStatusCode.TooManyRequests, "RateLimitExceeded", "Rate Limit Exceeded").With("Retry-After", "60"));

    public override async Task<bool> AnswerAsync(Sent post, int count, CancellationToken cancel)
    {
        for (var place = 0; place < count; place++)
        {
            town.Server.Say(town.Kari, $"Answer {town.Server.Posts.Count}", town.Server.Find(post.RemoteId));
            await town.Host.AdvanceAsync(TimeSpan.FromSeconds(1));
        }

        return true;
    }

    public override async Task<bool> SayInPublicAsync(string text, CancellationToken cancel)
    {
        town.Server.Say(town.Kari, text);
        await town.Host.AdvanceAsync(TimeSpan.FromSeconds(1));
        return true;
    }

    public override async ValueTask DisposeAsync()
    {
        foreach (var process in _processes)
            await process.DisposeAsync();

        await town.DisposeAsync();
    }

    private Task<bool> NextAsync(Func<HttpResponseMessage> answer)
    {
        _next = answer;
        return Task.FromResult(true);
    }

    private void Watch()
    {
        town.Server.Before = (method, _) => IsPublishing(method) ? Interlocked.Exchange(ref _next, null)?.Invoke() : null;
        town.Server.After = (method, answer) =>
        {
            if (!_losesNext || !IsPublishing(method))
                return answer;

            _losesNext = false;
            throw new HttpRequestException(HttpRequestError.ResponseEnded, "the connection was cut");
        };
    }

    private static bool IsPublishing(string method) => method is "com.atproto.repo.putRecord" or "com.atproto.repo.applyWrites";
}
