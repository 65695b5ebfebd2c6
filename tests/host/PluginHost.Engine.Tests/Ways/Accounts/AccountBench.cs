using PluginHost.Engine.Sleep;
using PluginHost.Engine.Ways;
using PluginHost.Sdk;

namespace PluginHost.Engine.Tests.Ways.Accounts;

/// <summary>A plugin's way for an account to a server that has bad days, on a clock in the hand.</summary>
internal sealed class AccountBench : IAsyncDisposable
{
    private static readonly CancellationToken Cancel = CancellationToken.None;
    private readonly HttpTransport _shared = new();

    public AccountBench()
        : this(new BadServer())
    {
    }

    public AccountBench(BadServer server)
    {
        Server = server;
        Plugin = new HttpWay(new Needs("acme", ["network"]), _shared, new WakeWatch(Clock, null, _ => { }), WayTools.Of(Clock));
        Way = Plugin.For(new HttpAccount { Name = "@acme", Patience = TimeSpan.FromSeconds(20), Most = 1000 });
    }

    public FakeClock Clock { get; } = new();

    public BadServer Server { get; }

    public HttpWay Plugin { get; }

    public IHttp Way { get; }

    public Task<HttpResponseMessage> GetAsync() => Way.SendAsync(Request(HttpMethod.Get), Cancel);

    public Task<HttpResponseMessage> PostAsync() => Way.SendAsync(Request(HttpMethod.Post), Cancel);

    public HttpRequestMessage Request(HttpMethod method) => new(method, $"{Server.Address}/post")
    {
        Content = method == HttpMethod.Post ? new StringContent("""{"text":"Hello"}""") : null,
    };

    /// <summary>Waits for the pause after an attempt, and lets it pass.</summary>
    public async Task PauseAsync(TimeSpan time)
    {
        // The attempt's patience, and then the pause.
        await Clock.WaitForTimerAsync(Cancel);
        await Clock.WaitForTimerAsync(Cancel);
        Clock.Advance(time);
    }

    public static async Task<string> BodyOf(HttpResponseMessage answer)
    {
        using (answer)
            return $"{(int)answer.StatusCode} {await answer.Content.ReadAsStringAsync(Cancel)}";
    }

    public static Task<HttpRequestException> Broken(Task sending) => Should.ThrowAsync<HttpRequestException>(sending);

    public async ValueTask DisposeAsync()
    {
        Plugin.Dispose();
        _shared.Dispose();
        await Server.DisposeAsync();
    }
}
