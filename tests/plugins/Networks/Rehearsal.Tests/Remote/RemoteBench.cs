using System.Net.Http.Headers;
using PluginHost.Campaigns;
using PluginHost.RehearsalServer;
using PluginHost.Sdk;
using PluginHost.Sdk.Testing;

namespace PluginHost.Rehearsal.Tests;

/// <summary>The network on a server, as its contract is checked: in the host, over loopback. An answer is lost on the way back from the server, which has published.</summary>
internal sealed class RemoteBench : NetworkBench
{
    private readonly TestFolder _folder = new();
    private readonly HttpClient _client = new() { Timeout = Timeout.InfiniteTimeSpan };
    private readonly List<TestHost> _processes = [];
    private readonly TestClock _serverClock = new(new TestHostOptions().Start);
    private NetworkServer _server = null!;
    private TestHost _host = null!;
    private bool _losesNext;

    public override Profile Profile => Town.Slocombe;

    public override TimeProvider Clock => _host.Clock;

    public static async Task<NetworkBench> StartAsync(string kind)
    {
        var bench = new RemoteBench();
        bench._server = await NetworkServer.StartAsync(new ServerOptions { LogFile = Path.Combine(bench._folder.Path, "network.jsonl") }, bench._serverClock, CancellationToken.None);
        bench._host = await TestHost.StartAsync<RehearsalPlugin>(new TestHostOptions
        {
            Profiles = [Town.Slocombe],
            Settings = [("server", $"{bench._server.Address}"), ("like", new ListValue([$"@slocombe={kind}"]))],
        });
        return bench;
    }

    public override async Task<Network> OpenAsync(CancellationToken cancel)
    {
        var process = await _host.AgainAsync();
        _processes.Add(process);
        process.Http.On("", ForwardAsync);
        return await process.NetworkAsync(Profile);
    }

    public override Task<IReadOnlyList<string>> PublishedAsync(CancellationToken cancel) =>
        Task.FromResult<IReadOnlyList<string>>([.. NetworkLog.Read(Path.Combine(_folder.Path, "network.jsonl")).Published.Select(post => post.Text)]);

    public override async Task PassAsync(TimeSpan time, CancellationToken cancel)
    {
        _serverClock.Advance(time);
        await _host.AdvanceAsync(time);
    }

    public override Task<bool> LoseNextAnswerAsync(CancellationToken cancel) => Task.FromResult(_losesNext = true);

    public override async ValueTask DisposeAsync()
    {
        foreach (var process in _processes)
            await process.DisposeAsync();

        await _host.DisposeAsync();
        await _server.DisposeAsync();
        _client.Dispose();
        _folder.Dispose();
    }

    private async Task<HttpResponseMessage> ForwardAsync(TestRequest asked, CancellationToken cancel)
    {
        using var request = new HttpRequestMessage(new HttpMethod(asked.Method), asked.Address);
        if (asked.Body.Length > 0)
            request.Content = new StringContent(asked.Body);

        foreach (var (name, value) in asked.Headers)
        {
            if (name == "Content-Type")
                request.Content!.Headers.ContentType = MediaTypeHeaderValue.Parse(value);
            else if (!name.StartsWith("Content-", StringComparison.Ordinal))
                request.Headers.TryAddWithoutValidation(name, value);
        }

        var answer = await _client.SendAsync(request, cancel);
        if (!_losesNext || asked.Method != "POST" || asked.Address.EndsWith("/token", StringComparison.Ordinal))
            return answer;

        _losesNext = false;
        answer.Dispose();
        throw new HttpRequestException(HttpRequestError.ResponseEnded, "the connection was cut");
    }
}
