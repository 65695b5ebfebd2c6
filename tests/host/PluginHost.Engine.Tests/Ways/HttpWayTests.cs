using PluginHost.Engine.Sleep;
using PluginHost.Engine.Ways;
using PluginHost.Sdk;

namespace PluginHost.Engine.Tests.Ways;

public sealed class HttpWayTests
{
    private static readonly CancellationToken Cancel = CancellationToken.None;

    [Fact]
    public async Task Should_Add_A_User_Agent_And_Read_The_Answer_Whole()
    {
        var heads = new List<string>();
        await using var server = Answering(heads, "HTTP/1.1 200 OK\r\nContent-Length: 5\r\nSet-Cookie: a=b\r\nConnection: close\r\n\r\nhello");
        using var transport = new HttpTransport();
        var way = WayOf("acme.notes", transport);

        using (var answer = await way.SendAsync(Get(server), Cancel))
            (await answer.Content.ReadAsStringAsync(Cancel)).ShouldBe("hello");

        using (await way.SendAsync(Get(server), Cancel))
        {
        }

        heads[0].ShouldContain($"User-Agent: {Agent.Program} (+acme.notes)\n");
        Agent.Program.ShouldMatch(@"^PluginHost/\d+\.\d+\.\d+$");
        heads[1].ShouldNotContain("Cookie");
    }

    [Fact]
    public async Task Should_Leave_A_User_Agent_As_It_Is()
    {
        var heads = new List<string>();
        await using var server = Answering(heads, "HTTP/1.1 204 No Content\r\nConnection: close\r\n\r\n");
        using var transport = new HttpTransport();
        var request = Get(server);
        request.Headers.UserAgent.ParseAdd("Mine/1.0");

        using var answer = await WayOf("a", transport).SendAsync(request, Cancel);

        heads[0].ShouldContain("User-Agent: Mine/1.0\n");
    }

    [Theory]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Length: 11\r\nConnection: close\r\n\r\nhello world")]
    [InlineData("HTTP/1.1 200 OK\r\nConnection: close\r\n\r\nhello world")]
    public async Task Should_Give_Up_An_Answer_That_Is_Longer_Than_It_May_Be(string response)
    {
        await using var server = Answering([], response);
        using var transport = new HttpTransport();
        IHttp way = WayOf("a", transport);

        var tooLong = await Should.ThrowAsync<HttpRequestException>(() => way.SendAsync(Get(server), 10, Cancel));
        using var answer = await way.SendAsync(Get(server), 11, Cancel);

        tooLong.Message.ShouldBe("127.0.0.1 answered with more than 10 bytes. The rest was not read.");
        (await answer.Content.ReadAsStringAsync(Cancel)).ShouldBe("hello world");
    }

    [Fact]
    public async Task Should_Repeat_Nothing()
    {
        var heads = new List<string>();
        await using var server = Answering(heads, "HTTP/1.1 503 Service Unavailable\r\nContent-Length: 0\r\nRetry-After: 0\r\nConnection: close\r\n\r\n");
        using var transport = new HttpTransport();

        using var answer = await WayOf("a", transport).SendAsync(Get(server), Cancel);

        ((int)answer.StatusCode).ShouldBe(503);
        heads.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Should_Refuse_Without_The_Need_Before_Anything_Is_Sent()
    {
        var heads = new List<string>();
        await using var server = Answering(heads, "");
        using var transport = new HttpTransport();
        var way = new HttpWay(new Needs("acme.notes", ["files"]), transport, Awake(TimeProvider.System), WayTools.Of(TimeProvider.System));

        (await Should.ThrowAsync<PluginHostException>(way.SendAsync(Get(server), Cancel))).Message
            .ShouldBe("acme.notes uses the network without asking for it. Add network to needs in its plugin.yaml.");
        heads.ShouldBeEmpty();
    }

    [Fact]
    public async Task Should_Say_That_No_Answer_Came()
    {
        int port;
        await using (var gone = Answering([], ""))
            port = gone.Port;

        using var transport = new HttpTransport();

        await Should.ThrowAsync<HttpRequestException>(
            WayOf("a", transport).SendAsync(new HttpRequestMessage(HttpMethod.Get, $"http://127.0.0.1:{port}/"), Cancel));
    }

    [Fact]
    public async Task Should_Give_Up_By_The_Clock()
    {
        var reached = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var server = Silent(reached);
        using var transport = new HttpTransport();
        var clock = new ManualClock();
        var sending = new HttpWay(new Needs("a", ["network"]), transport, Awake(clock), WayTools.Of(clock)).SendAsync(Get(server), Cancel);
        await reached.Task;
        clock.Advance(TimeSpan.FromSeconds(99));
        sending.IsCompleted.ShouldBeFalse();

        clock.Advance(TimeSpan.FromSeconds(1));

        (await Should.ThrowAsync<HttpRequestException>(sending)).Message
            .ShouldBe("127.0.0.1 did not answer within 100 seconds. Whether it did what was asked is not known.");
    }

    [Fact]
    public async Task Should_Stop_When_Cancelled()
    {
        var reached = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var server = Silent(reached);
        using var transport = new HttpTransport();
        using var cancel = new CancellationTokenSource();
        var sending = WayOf("a", transport).SendAsync(Get(server), cancel.Token);
        await reached.Task;

        await cancel.CancelAsync();

        (await Should.ThrowAsync<OperationCanceledException>(sending)).CancellationToken.ShouldBe(cancel.Token);
    }

    private static HttpWay WayOf(string plugin, HttpTransport transport) =>
        new(new Needs(plugin, ["network"]), transport, Awake(TimeProvider.System), WayTools.Of(TimeProvider.System));

    private static WakeWatch Awake(TimeProvider clock) => new(clock, null, _ => { });

    private static HttpRequestMessage Get(FakeServer server) => new(HttpMethod.Get, $"http://127.0.0.1:{server.Port}/");

    private static FakeServer Answering(List<string> heads, string answer) => new(async (reader, writer) =>
    {
        heads.Add(await ReadHeadAsync(reader));
        await writer.WriteAsync(answer);
    });

    private static FakeServer Silent(TaskCompletionSource reached) => new(async (reader, _) =>
    {
        await ReadHeadAsync(reader);
        reached.SetResult();
        await new TaskCompletionSource().Task;
    });

    private static async Task<string> ReadHeadAsync(StreamReader reader)
    {
        var head = "";
        while (await reader.ReadLineAsync() is { Length: > 0 } line)
            head += line + "\n";

        return head;
    }
}
