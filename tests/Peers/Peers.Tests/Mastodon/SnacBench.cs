using System.Net.Http.Headers;
using PluginHost.Campaigns;
using PluginHost.Mastodon;
using PluginHost.Sdk;
using PluginHost.Sdk.Testing;

namespace PluginHost.Peers.Tests.Mastodon;

/// <summary>A real snac as the contract is checked on it. The way there goes through the test, which loses answers; the server has published by then.</summary>
internal sealed class SnacBench(SnacServer server, TestHost host) : NetworkBench
{
    private readonly List<TestHost> _processes = [];
    private bool _losesNext;

    public override Profile Profile => server.Alice;

    public override TimeProvider Clock => host.Clock;

    public static async Task<NetworkBench> OpenAsync(string version)
    {
        var server = SnacServer.Open(version);
        var host = await TestHost.StartAsync<MastodonPlugin>(new TestHostOptions { Manifest = SnacServer.Manifest, Profiles = [server.Alice], Start = TimeProvider.System.GetUtcNow() });
        var bench = new SnacBench(server, host);
        host.Http.On("", bench.ForwardAsync);
        host.Answers.Choice("", SnacServer.Here);
        host.Answers.Page("", (page, _) => server.Allow("alice", page));
        await (await host.NetworkAsync(server.Alice)).Login!.LogInAsync(server.Alice, CancellationToken.None);
        return bench;
    }

    public override async Task<Network> OpenAsync(CancellationToken cancel)
    {
        var process = await host.AgainAsync();
        _processes.Add(process);
        process.Http.On("", ForwardAsync);
        return await process.NetworkAsync(Profile);
    }

    public override async Task<IReadOnlyList<string>> PublishedAsync(CancellationToken cancel) =>
        [.. (await server.SaidByAliceAsync()).Select(status => status.GetProperty("text").GetString()!)];

    public override Task PassAsync(TimeSpan time, CancellationToken cancel) => host.AdvanceAsync(time);

    public override Task<bool> LoseNextAnswerAsync(CancellationToken cancel) => Task.FromResult(_losesNext = true);

    public override async Task<bool> AnswerAsync(Sent post, int count, CancellationToken cancel)
    {
        var said = new List<string>();
        for (var i = 1; i <= count; i++)
            said.Add(SnacServer.IdOf(await server.SayAsync("bob", $"@alice answer {i}", post.RemoteId)));

        await SnacServer.UntilAsync(HeardAsync, heard => heard.IsSupersetOf(said));
        return true;
    }

    public override async Task<bool> SayInPublicAsync(string text, CancellationToken cancel)
    {
        var id = SnacServer.IdOf(await server.SayAsync("bob", text));
        await SnacServer.UntilAsync(
            () => server.AskAsync("alice", HttpMethod.Get, "/api/v1/timelines/public?limit=20"),
            page => page.EnumerateArray().Any(status => SnacServer.IdOf(status) == id));
        return true;
    }

    public override async ValueTask DisposeAsync()
    {
        foreach (var process in _processes)
            await process.DisposeAsync();

        await host.DisposeAsync();
        server.Dispose();
    }

    private async Task<HashSet<string>> HeardAsync() => (await server.AskAsync("alice", HttpMethod.Get, "/api/v1/notifications?limit=80")).EnumerateArray()
        .Where(notice => notice.TryGetProperty("status", out _))
        .Select(notice => SnacServer.IdOf(notice.GetProperty("status")))
        .ToHashSet();

    private async Task<HttpResponseMessage> ForwardAsync(TestRequest asked, CancellationToken cancel)
    {
        using var request = new HttpRequestMessage(new HttpMethod(asked.Method), asked.Address);
        if (asked.Headers.ContainsKey("Content-Type"))
            request.Content = new StringContent(asked.Body);

        foreach (var (name, value) in asked.Headers)
        {
            if (name == "Content-Type")
                request.Content!.Headers.ContentType = MediaTypeHeaderValue.Parse(value);
            else if (!name.StartsWith("Content-", StringComparison.Ordinal))
                request.Headers.TryAddWithoutValidation(name, value);
        }

        var answer = await server.Client.SendAsync(request, cancel);
        if (!_losesNext || !asked.Address.EndsWith("/api/v1/statuses", StringComparison.Ordinal))
            return answer;

        _losesNext = false;
        answer.Dispose();
        throw new HttpRequestException(HttpRequestError.ResponseEnded, "the connection was cut");
    }
}
