namespace PluginHost.Engine.Tests.Ways.Accounts;

/// <summary>A doubt about what was done is one that the network has made: no request that does something goes down a connection that may be ending.</summary>
public sealed class ConnectionTests
{
    [Fact]
    public async Task Should_Give_What_Does_Something_A_Connection_Of_Its_Own()
    {
        await using var bench = new AccountBench();
        bench.Server.On("POST /post", BadDay.Json("{}"));

        for (var i = 0; i < 3; i++)
            (await AccountBench.BodyOf(await bench.PostAsync())).ShouldBe("200 {}");

        bench.Server.Connections.ShouldBe(3);
    }
}
