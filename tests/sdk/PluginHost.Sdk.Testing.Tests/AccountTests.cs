using System.Net;

namespace PluginHost.Sdk.Testing.Tests;

/// <summary>Requests for an account, and sockets, as a plugin's test sees them.</summary>
public sealed class AccountTests
{
    private const string Price = "https://books.example/price";

    [Fact]
    public async Task Should_Repeat_What_Only_Reads_By_The_Clock_In_The_Hand()
    {
        await using var host = await TestHost.StartAsync<ShelfPlugin>();
        var asked = 0;
        host.Http.On($"GET {Price}", _ => ++asked < 3 ? new HttpResponseMessage(HttpStatusCode.BadGateway) : new HttpResponseMessage { Content = new StringContent("12") });

        var price = host.DoAsync("shelf.price", ("method", "GET"));
        await host.SettleAsync();
        asked.ShouldBe(1);
        await host.AdvanceAsync(TimeSpan.FromMinutes(2));

        (await price).ToString().ShouldBe("200 12");
        host.Http.Requests.Count.ShouldBe(3);
    }

    [Fact]
    public async Task Should_Send_What_Does_Something_Once()
    {
        await using var host = await TestHost.StartAsync<ShelfPlugin>();
        host.Http.On($"POST {Price}", HttpStatusCode.BadGateway);

        (await host.DoAsync("shelf.price", ("method", "POST"))).ToString().ShouldBe("502 ");

        host.Http.Requests.ShouldHaveSingleItem();
    }

    [Fact]
    public async Task Should_Lose_Patience_By_The_Clock_In_The_Hand()
    {
        await using var host = await TestHost.StartAsync<ShelfPlugin>();
        host.Http.On($"POST {Price}", async (_, cancel) =>
        {
            await Task.Delay(Timeout.InfiniteTimeSpan, cancel);
            return new HttpResponseMessage();
        });

        var price = host.DoAsync("shelf.price", ("method", "POST"));
        await host.SettleAsync();
        await host.AdvanceAsync(TimeSpan.FromSeconds(10));

        (await Should.ThrowAsync<PluginFaultedException>(price)).Message.ShouldContain("did not answer to the end within 10 seconds");
    }

    [Fact]
    public async Task Should_Let_A_Test_Play_The_Server_Of_A_Socket()
    {
        await using var host = await TestHost.StartAsync<ShelfPlugin>();
        host.Http.OnSocket("wss://books.example/", _ => { }, (socket, heard) => socket.Say($"you said {heard}"));

        (await host.DoAsync("shelf.hear")).ToString().ShouldBe("you said hello");

        var socket = host.Http.Sockets.ShouldHaveSingleItem();
        socket.Request.Headers["User-Agent"].ShouldContain("shelf");
        socket.Heard.ShouldBe(["hello"]);
        socket.IsClosed.ShouldBeTrue();
    }

    [Fact]
    public async Task Should_Close_Break_And_Refuse_As_A_Server_Does()
    {
        await using var host = await TestHost.StartAsync<ShelfPlugin>();
        host.Http.OnSocket("wss://books.example/", socket => socket.Close());
        (await host.DoAsync("shelf.hear")).ToString().ShouldBe("good-bye");

        host.Http.OnSocket("wss://books.example/", socket => socket.Break("cut"));
        (await Should.ThrowAsync<PluginFaultedException>(host.DoAsync("shelf.hear"))).Message.ShouldContain("cut");

        host.Http.RefuseSocket("wss://books.example/", (HttpStatusCode)418);
        (await Should.ThrowAsync<PluginFaultedException>(host.DoAsync("shelf.hear"))).Message.ShouldContain("it answered 418");
    }

    [Fact]
    public async Task Should_Fail_Where_No_Socket_Was_Prepared()
    {
        await using var host = await TestHost.StartAsync<ShelfPlugin>();

        (await Should.ThrowAsync<UnpreparedException>(host.DoAsync("shelf.hear"))).Message.ShouldContain("host.Http.OnSocket(\"wss://books.example/news\", …);");
    }
}
