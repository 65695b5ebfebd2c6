using System.Net;
using PluginHost.Engine.Sleep;
using PluginHost.Engine.Ways;

namespace PluginHost.Engine.Tests.Ways;

/// <summary>Strangers lead nobody where they should not: no other scheme, no endless way, and from the public web nowhere within.</summary>
public sealed class StrangerTests
{
    private static readonly CancellationToken Cancel = CancellationToken.None;
    private readonly List<string> _heads = [];

    [Fact]
    public async Task Should_Follow_A_Redirect_And_Say_Where_It_Ended()
    {
        await using var server = Leading(path => path == "/old" ? "/new" : null);
        using var transport = new HttpTransport(Nowhere);

        using var answer = await AskAsync(transport, $"http://127.0.0.1:{server.Port}/old");

        (await answer.Content.ReadAsStringAsync(Cancel)).ShouldBe("at /new");
        answer.RequestMessage!.RequestUri!.AbsolutePath.ShouldBe("/new");
        _heads.ShouldAllBe(head => head.Contains("X-Kept: yes"));
    }

    [Fact]
    public async Task Should_Follow_Five_Times_And_No_More()
    {
        await using var server = Leading(path => path == "/0" ? null : $"/{int.Parse(path[1..]) - 1}");
        using var transport = new HttpTransport(Nowhere);

        using (var answer = await AskAsync(transport, $"http://127.0.0.1:{server.Port}/5"))
            (await answer.Content.ReadAsStringAsync(Cancel)).ShouldBe("at /0");

        (await Should.ThrowAsync<HttpRequestException>(() => AskAsync(transport, $"http://127.0.0.1:{server.Port}/6"))).Message
            .ShouldStartWith($"http://127.0.0.1:{server.Port}/6 leads on more than 5 times, the last time to http://127.0.0.1:{server.Port}/0.");
    }

    [Theory]
    [InlineData("file:///etc/passwd")]
    [InlineData("ftp://127.0.0.1/feed")]
    [InlineData("gopher://127.0.0.1/")]
    public async Task Should_Not_Follow_Another_Scheme(string address)
    {
        await using var server = Leading(_ => address);
        using var transport = new HttpTransport(Nowhere);

        (await Should.ThrowAsync<HttpRequestException>(() => AskAsync(transport, $"http://127.0.0.1:{server.Port}/"))).Message
            .ShouldStartWith($"http://127.0.0.1:{server.Port}/ leads to {address}, and only http and https are followed.");
    }

    [Theory]
    [InlineData("http://127.0.0.2:{0}/admin", "127.0.0.2")]
    [InlineData("http://[::ffff:127.0.0.2]:{0}/admin", "127.0.0.2")]
    [InlineData("http://0177.0.0.2:{0}/admin", "127.0.0.2")]
    public async Task Should_Not_Be_Led_From_The_Public_Web_Within(string within, string address)
    {
        // Given: one address of this machine is the public web, another the house.
        await using var server = Leading(path => path == "/admin" ? null : within);
        var place = string.Format(System.Globalization.CultureInfo.InvariantCulture, within, server.Port);
        await using var leading = Leading(_ => place);
        using var transport = new HttpTransport(each => (each.IsIPv4MappedToIPv6 ? each.MapToIPv4() : each).Equals(IPAddress.Parse(address)));

        // When
        var message = (await Should.ThrowAsync<HttpRequestException>(() => AskAsync(transport, $"http://127.0.0.1:{leading.Port}/feed"))).Message;

        // Then
        message.ShouldStartWith($"http://127.0.0.1:{leading.Port}/feed leads to http://");
        message.ShouldContain("an address within this machine or its network");
        _heads.ShouldAllBe(head => head.StartsWith("GET /feed "));
    }

    [Fact]
    public async Task Should_Not_Be_Led_Within_By_A_Name()
    {
        var name = Dns.GetHostName();
        if ((await AddressesAsync(name)).Length == 0)
            Assert.Skip($"The name of this machine, {name}, leads nowhere.");

        // Given: what the name means is seen when the connection is opened, and not before.
        var isInside = false;
        await using var leading = Leading(_ =>
        {
            isInside = true;
            return $"http://{name}:9/admin";
        });
        using var transport = new HttpTransport(_ => isInside);

        // When, Then
        (await Should.ThrowAsync<HttpRequestException>(() => AskAsync(transport, $"http://127.0.0.1:{leading.Port}/feed"))).Message
            .ShouldStartWith($"http://127.0.0.1:{leading.Port}/feed leads to http://{name.ToLowerInvariant()}:9/admin, and that is ");
    }

    [Fact]
    public async Task Should_Be_Led_Within_When_The_First_Address_Lies_Within_Too()
    {
        await using var server = Leading(path => path == "/old" ? "/new" : null);
        using var transport = new HttpTransport(_ => true);

        using var answer = await AskAsync(transport, $"http://127.0.0.1:{server.Port}/old");

        (await answer.Content.ReadAsStringAsync(Cancel)).ShouldBe("at /new");
    }

    [Fact]
    public async Task Should_Read_No_More_Than_Was_Asked_For_After_A_Redirect()
    {
        await using var server = Leading(path => path == "/old" ? "/" + new string('x', 100) : null);
        using var transport = new HttpTransport(Nowhere);

        (await Should.ThrowAsync<HttpRequestException>(() => AskAsync(transport, $"http://127.0.0.1:{server.Port}/old", most: 50))).Message
            .ShouldBe("127.0.0.1 answered with more than 50 bytes. The rest was not read.");
    }

    [Fact]
    public async Task Should_Not_Tell_Another_Server_Who_Asks()
    {
        await using var other = Leading(_ => null);
        await using var server = Leading(_ => $"http://127.0.0.1:{other.Port}/other");
        using var transport = new HttpTransport(Nowhere);
        using var request = new HttpRequestMessage(HttpMethod.Get, $"http://127.0.0.1:{server.Port}/") { Headers = { { "Authorization", "Bearer secret" } } };

        using var answer = await WayOf(transport).SendAsync(request, 1000, Cancel);

        _heads.Count(head => head.Contains("Bearer secret")).ShouldBe(1);
        _heads.Count.ShouldBe(2);
    }

    [Theory]
    [InlineData("127.0.0.1", true)]
    [InlineData("0.0.0.0", true)]
    [InlineData("10.1.2.3", true)]
    [InlineData("172.16.0.1", true)]
    [InlineData("172.32.0.1", false)]
    [InlineData("192.168.1.1", true)]
    [InlineData("169.254.169.254", true)]
    [InlineData("100.64.0.1", true)]
    [InlineData("224.0.0.1", true)]
    [InlineData("255.255.255.255", true)]
    [InlineData("8.8.8.8", false)]
    [InlineData("::1", true)]
    [InlineData("::", true)]
    [InlineData("fe80::1", true)]
    [InlineData("fd00::1", true)]
    [InlineData("::ffff:10.0.0.1", true)]
    [InlineData("::ffff:8.8.8.8", false)]
    [InlineData("64:ff9b::7f00:1", true)]
    [InlineData("64:ff9b::808:808", false)]
    [InlineData("2002:a00:1::", true)]
    [InlineData("2001:4860:4860::8888", false)]
    public void Should_Tell_What_Lies_Within(string address, bool isInside) => InsideAddress.Is(IPAddress.Parse(address)).ShouldBe(isInside);

    private static bool Nowhere(IPAddress address) => false;

    private static async Task<HttpResponseMessage> AskAsync(HttpTransport transport, string address, long most = 1000)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address) { Headers = { { "X-Kept", "yes" } } };
        return await WayOf(transport).SendAsync(request, most, Cancel);
    }

    private static HttpWay WayOf(HttpTransport transport) =>
        new(new Needs("a", ["network"]), transport, new WakeWatch(TimeProvider.System, null, _ => { }), WayTools.Of(TimeProvider.System));

    private static async Task<IPAddress[]> AddressesAsync(string name)
    {
        try
        {
            return await Dns.GetHostAddressesAsync(name, Cancel);
        }
        catch (System.Net.Sockets.SocketException)
        {
            return [];
        }
    }

    // Says where it is, or leads on, by the path.
    private FakeServer Leading(Func<string, string?> next) => new(async (reader, writer) =>
    {
        var head = "";
        while (await reader.ReadLineAsync(Cancel) is { Length: > 0 } line)
            head += line + "\n";

        lock (_heads)
            _heads.Add(head);

        var path = head.Split(' ')[1];
        await writer.WriteAsync(next(path) is { } location
            ? $"HTTP/1.1 302 Found\r\nLocation: {location}\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"
            : $"HTTP/1.1 200 OK\r\nContent-Length: {path.Length + 3}\r\nConnection: close\r\n\r\nat {path}");
    });
}
