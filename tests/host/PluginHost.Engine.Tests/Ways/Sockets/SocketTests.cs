using System.Net;
using System.Net.WebSockets;
using System.Text;
using PluginHost.Engine.Sleep;
using PluginHost.Engine.Ways;
using PluginHost.Engine.Ways.Sockets;
using PluginHost.Sdk;

namespace PluginHost.Engine.Tests.Ways.Sockets;

public sealed class SocketTests
{
    private static readonly CancellationToken Cancel = CancellationToken.None;

    [Theory]
    [InlineData(418)]
    [InlineData(401)]
    [InlineData(302)]
    [InlineData(200)]
    public async Task Should_Say_What_A_Server_Answered_That_Opens_None(int status)
    {
        await using var server = new BadServer();
        server.On("GET /stream", BadDay.Answer(status, "", "Location: http://127.0.0.1:1/"));
        using var way = new SocketWay(TimeProvider.System);

        var refused = await Should.ThrowAsync<HttpRequestException>(way.ConnectAsync(Request($"ws://127.0.0.1:{server.Port}/stream"), Cancel));

        refused.StatusCode.ShouldBe((HttpStatusCode)status);
        refused.Message.ShouldBe($"127.0.0.1:{server.Port} opened no WebSocket: it answered {status} to /stream.");
        server.Heard.ShouldHaveSingleItem();
    }

    [Fact]
    public async Task Should_Say_That_A_Server_Cannot_Be_Reached()
    {
        var server = new BadServer();
        await server.DisposeAsync();
        using var way = new SocketWay(TimeProvider.System);

        var gone = await Should.ThrowAsync<HttpRequestException>(way.ConnectAsync(Request($"ws://127.0.0.1:{server.Port}/"), Cancel));

        gone.StatusCode.ShouldBeNull();
        gone.Message.ShouldContain("cannot be reached");
    }

    [Fact]
    public async Task Should_Say_Whose_Certificate_It_Is()
    {
        var now = TimeProvider.System.GetUtcNow();
        await using var server = new BadServer(SelfMade.Certificate("localhost", now.AddDays(-1), now.AddDays(1)));
        using var way = new SocketWay(TimeProvider.System);

        var wrong = await Should.ThrowAsync<HttpRequestException>(way.ConnectAsync(Request($"wss://localhost:{server.Port}/"), Cancel));

        wrong.HttpRequestError.ShouldBe(HttpRequestError.SecureConnectionError);
        wrong.Message.ShouldContain("its certificate is of localhost");
    }

    [Fact]
    public async Task Should_Refuse_Without_The_Need()
    {
        using var transport = new HttpTransport();
        using var way = new HttpWay(new Needs("acme", []), transport, new WakeWatch(TimeProvider.System, null, _ => { }), WayTools.Of(TimeProvider.System));

        await Should.ThrowAsync<PluginHostException>(way.ConnectAsync(Request("ws://127.0.0.1:1/"), Cancel));
    }

    [Fact]
    public async Task Should_Read_Whole_Messages_Until_The_Server_Says_Good_Bye()
    {
        await using var server = new SocketServer(async (socket, cancel) =>
        {
            var heard = await ReadAsync(socket, cancel);
            await socket.SendAsync("half "u8.ToArray(), WebSocketMessageType.Text, endOfMessage: false, cancel);
            await socket.SendAsync(heard, WebSocketMessageType.Text, endOfMessage: true, cancel);
            await socket.CloseAsync(WebSocketCloseStatus.NormalClosure, null, cancel);
        });
        using var way = new SocketWay(TimeProvider.System);
        var request = Request(server.Address);
        request.Headers.TryAddWithoutValidation("Authorization", "Bearer mine");
        request.Headers.TryAddWithoutValidation("User-Agent", "Mine/1.0 (test)");

        await using var socket = await way.ConnectAsync(request, Cancel);
        await socket.SendAsync("þetta", Cancel);

        Encoding.UTF8.GetString((await socket.ReceiveAsync(Cancel))!.Value.Span).ShouldBe("half þetta");
        (await socket.ReceiveAsync(Cancel)).ShouldBeNull();
        server.Heard[0].Headers["Authorization"].ShouldBe("Bearer mine");
        server.Heard[0].Headers["User-Agent"].ShouldBe("Mine/1.0 (test)");
    }

    [Fact]
    public async Task Should_Not_Hold_A_Message_That_Has_No_End()
    {
        await using var server = new SocketServer(async (socket, cancel) =>
        {
            while (true)
                await socket.SendAsync(new byte[64 * 1024], WebSocketMessageType.Binary, endOfMessage: false, cancel);
        });
        using var way = new SocketWay(TimeProvider.System);
        await using var socket = await way.ConnectAsync(Request(server.Address), Cancel);

        var tooLong = await Should.ThrowAsync<HttpRequestException>(socket.ReceiveAsync(Cancel));

        tooLong.Message.ShouldContain("more than 4 MiB");
        await Should.ThrowAsync<HttpRequestException>(socket.ReceiveAsync(Cancel));
    }

    [Fact]
    public async Task Should_Say_That_The_Connection_Broke()
    {
        await using var server = new SocketServer((socket, _) =>
        {
            socket.Abort();
            return Task.CompletedTask;
        });
        using var way = new SocketWay(TimeProvider.System);
        await using var socket = await way.ConnectAsync(Request(server.Address), Cancel);

        (await Should.ThrowAsync<HttpRequestException>(socket.ReceiveAsync(Cancel))).Message.ShouldStartWith("The connection to 127.0.0.1:");
    }

    [Fact]
    public async Task Should_Tell_Whoever_Reads_That_The_Machine_Slept_And_Open_Another()
    {
        await using var server = new SocketServer(SilentAsync);
        using var way = new SocketWay(TimeProvider.System);
        await using var socket = await way.ConnectAsync(Request(server.Address), Cancel);
        var reading = socket.ReceiveAsync(Cancel);

        way.Abort("the machine slept.");

        (await Should.ThrowAsync<HttpRequestException>(reading)).Message.ShouldEndWith("has broken: the machine slept.");
        await using var another = await way.ConnectAsync(Request(server.Address), Cancel);
    }

    [Fact]
    public async Task Should_Cut_Off_What_Is_Open_When_The_Plugin_Leaves()
    {
        await using var server = new SocketServer(SilentAsync);
        var way = new SocketWay(TimeProvider.System);
        var socket = await way.ConnectAsync(Request(server.Address), Cancel);
        var reading = socket.ReceiveAsync(Cancel);

        way.Dispose();

        (await Should.ThrowAsync<HttpRequestException>(reading)).Message.ShouldContain("its plugin was unloaded");
    }

    [Fact]
    public async Task Should_Give_Up_Reading_When_Cancelled()
    {
        await using var server = new SocketServer(SilentAsync);
        using var way = new SocketWay(TimeProvider.System);
        await using var socket = await way.ConnectAsync(Request(server.Address), Cancel);
        using var cancel = new CancellationTokenSource();
        var reading = socket.ReceiveAsync(cancel.Token);

        await cancel.CancelAsync();

        await Should.ThrowAsync<OperationCanceledException>(reading);
    }

    private static HttpRequestMessage Request(string address) => new(HttpMethod.Get, address);

    private static async Task SilentAsync(WebSocket socket, CancellationToken cancel)
    {
        while (socket.State == WebSocketState.Open)
            await socket.ReceiveAsync(new byte[16], cancel);
    }

    private static async Task<byte[]> ReadAsync(WebSocket socket, CancellationToken cancel)
    {
        var bytes = new byte[1024];
        return bytes[..(await socket.ReceiveAsync(bytes, cancel)).Count];
    }
}
