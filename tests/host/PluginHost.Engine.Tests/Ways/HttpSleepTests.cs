using PluginHost.Engine.Sleep;
using PluginHost.Engine.Ways;

namespace PluginHost.Engine.Tests.Ways;

/// <summary>Connections after the machine slept.</summary>
public sealed class HttpSleepTests
{
    private static readonly CancellationToken Cancel = CancellationToken.None;
    private readonly FakeClock _clock = new();
    private int _connections;

    [Fact]
    public async Task Should_Keep_A_Connection_While_The_Machine_Is_Awake()
    {
        await using var server = Answering();
        using var transport = new HttpTransport();
        var way = WayOf(transport);

        await GetAsync(way, server);
        _clock.Advance(TimeSpan.FromSeconds(30));
        await GetAsync(way, server);

        _connections.ShouldBe(1);
    }

    [Fact]
    public async Task Should_Open_A_Connection_Anew_After_The_Machine_Slept()
    {
        await using var server = Answering();
        using var transport = new HttpTransport();
        var way = WayOf(transport);
        await GetAsync(way, server);

        _clock.Sleep(TimeSpan.FromHours(8));
        await GetAsync(way, server);

        _connections.ShouldBe(2);
    }

    [Fact]
    public async Task Should_Let_A_Request_End_That_Is_Under_Way()
    {
        var reached = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var answer = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var server = new FakeServer(async (reader, writer) =>
        {
            await ReadHeadAsync(reader);
            reached.SetResult();
            await answer.Task;
            await writer.WriteAsync("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok");
        });
        using var transport = new HttpTransport();
        var way = WayOf(transport);
        var sending = GetAsync(way, server);
        await reached.Task;

        _clock.Sleep(TimeSpan.FromHours(8));
        await using var other = Answering();
        (await GetAsync(way, other)).ShouldBe("ok");
        answer.SetResult();

        (await sending).ShouldBe("ok");
    }

    private HttpWay WayOf(HttpTransport transport) =>
        new(new Needs("a", ["network"]), transport, new WakeWatch(_clock, null, _ => { }), WayTools.Of(_clock));

    private static async Task<string> GetAsync(HttpWay way, FakeServer server)
    {
        using var answer = await way.SendAsync(new HttpRequestMessage(HttpMethod.Get, $"http://127.0.0.1:{server.Port}/"), Cancel);
        return await answer.Content.ReadAsStringAsync(Cancel);
    }

    private FakeServer Answering() => new(async (reader, writer) =>
    {
        _connections++;
        while ((await ReadHeadAsync(reader)).Length > 0)
            await writer.WriteAsync("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok");
    });

    private static async Task<string> ReadHeadAsync(StreamReader reader)
    {
        var head = "";
        while (await reader.ReadLineAsync() is { Length: > 0 } line)
            head += line + "\n";

        return head;
    }
}
