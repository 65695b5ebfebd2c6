using PluginHost.Sdk;

namespace PluginHost.Engine.Tests.Ways.Accounts;

/// <summary>What is asked again, and what is not.</summary>
public sealed class RepeatTests
{
    private static readonly TimeSpan LongEnough = TimeSpan.FromSeconds(30);

    [Fact]
    public async Task Should_Send_A_Post_Once_Whatever_Becomes_Of_It()
    {
        foreach (var day in new[] { BadDay.Answer(503, ""), BadDay.TooMany("0"), BadDay.Answer(408, ""), BadDay.CutAfterRequest, BadDay.CutInside("""{"id":"1"}""") })
        {
            await using var bench = new AccountBench();
            bench.Server.On("POST /post", day);

            await Task.WhenAny(bench.PostAsync());

            bench.Server.Heard.ShouldHaveSingleItem();
        }
    }

    [Theory]
    [InlineData(408)]
    [InlineData(429)]
    [InlineData(500)]
    [InlineData(502)]
    [InlineData(503)]
    public async Task Should_Ask_Again_Where_The_Server_Is_In_Trouble(int status)
    {
        await using var bench = new AccountBench();
        bench.Server.On("GET /post", BadDay.Answer(status, ""), BadDay.Json("here"));

        var asking = bench.GetAsync();
        await bench.PauseAsync(LongEnough);

        (await AccountBench.BodyOf(await asking)).ShouldBe("200 here");
        bench.Server.Heard.Count.ShouldBe(2);
        bench.Server.Heard[1].Headers["User-Agent"].ShouldEndWith("(+acme)");
    }

    [Fact]
    public async Task Should_Ask_Again_Where_The_Connection_Was_Cut()
    {
        await using var bench = new AccountBench();
        bench.Server.On("GET /post", BadDay.CutAfterRequest, BadDay.CutInside("0123456789"), BadDay.Json("here"));

        var asking = bench.GetAsync();
        await bench.PauseAsync(LongEnough);
        await bench.PauseAsync(LongEnough);

        (await AccountBench.BodyOf(await asking)).ShouldBe("200 here");
    }

    [Fact]
    public async Task Should_Give_The_Fourth_Answer_Back_As_It_Is()
    {
        await using var bench = new AccountBench();
        bench.Server.On("GET /post", BadDay.Answer(503, "tired"));

        var asking = bench.GetAsync();
        for (var i = 0; i < 3; i++)
            await bench.PauseAsync(LongEnough);

        (await AccountBench.BodyOf(await asking)).ShouldBe("503 tired");
        bench.Server.Heard.Count.ShouldBe(4);
    }

    [Theory]
    [InlineData(200)]
    [InlineData(304)]
    [InlineData(400)]
    [InlineData(401)]
    [InlineData(404)]
    public async Task Should_Ask_Once_Where_The_Answer_Will_Be_The_Same(int status)
    {
        await using var bench = new AccountBench();
        bench.Server.On("GET /post", BadDay.Answer(status, ""));

        (await bench.GetAsync()).Dispose();

        bench.Server.Heard.ShouldHaveSingleItem();
    }

    [Fact]
    public async Task Should_Wait_As_Long_As_The_Server_Asks_And_No_Less()
    {
        await using var bench = new AccountBench();
        bench.Server.On("GET /post", BadDay.TooMany("12"), BadDay.Json("here"));

        var asking = bench.GetAsync();
        await bench.PauseAsync(TimeSpan.FromSeconds(11.9));
        bench.Server.Heard.Count.ShouldBe(1);
        bench.Clock.Advance(TimeSpan.FromSeconds(0.1));

        (await AccountBench.BodyOf(await asking)).ShouldBe("200 here");
    }

    [Fact]
    public async Task Should_Read_A_Date_By_The_Servers_Clock_Which_Is_An_Hour_Off()
    {
        await using var bench = new AccountBench();
        var its = bench.Clock.GetUtcNow() - TimeSpan.FromHours(1);
        bench.Server.On("GET /post", BadDay.TooMany($"{its.AddSeconds(7):r}", $"Date: {its:r}"), BadDay.Json("here"));

        var asking = bench.GetAsync();
        await bench.PauseAsync(TimeSpan.FromSeconds(6.9));
        bench.Server.Heard.Count.ShouldBe(1);
        bench.Clock.Advance(TimeSpan.FromSeconds(0.1));

        (await AccountBench.BodyOf(await asking)).ShouldBe("200 here");
    }

    [Theory]
    [InlineData("31")]
    [InlineData("3600")]
    [InlineData("Mon, 02 Mar 2026 09:01:00 GMT")]
    public async Task Should_Give_Back_An_Answer_That_Asks_To_Wait_For_Long(string retryAfter)
    {
        await using var bench = new AccountBench();
        bench.Server.On("GET /post", BadDay.TooMany(retryAfter));

        using var answer = await bench.GetAsync();

        ((int)answer.StatusCode).ShouldBe(429);
        answer.Headers.RetryAfter.ShouldNotBeNull();
        bench.Server.Heard.ShouldHaveSingleItem();
    }

    [Fact]
    public async Task Should_Stop_In_A_Pause_When_Cancelled()
    {
        await using var bench = new AccountBench();
        bench.Server.On("GET /post", BadDay.Answer(500, ""));
        using var cancel = new CancellationTokenSource();
        var asking = bench.Way.SendAsync(bench.Request(HttpMethod.Get), cancel.Token);
        await bench.PauseAsync(TimeSpan.Zero);

        await cancel.CancelAsync();

        (await Should.ThrowAsync<OperationCanceledException>(asking)).CancellationToken.ShouldBe(cancel.Token);
        bench.Server.Heard.ShouldHaveSingleItem();
    }

    [Fact]
    public async Task Should_Stop_In_A_Pause_When_The_Plugin_Leaves()
    {
        await using var bench = new AccountBench();
        bench.Server.On("GET /post", BadDay.Answer(500, ""));
        var asking = bench.GetAsync();
        await bench.PauseAsync(TimeSpan.Zero);

        bench.Plugin.Dispose();

        (await AccountBench.Broken(asking)).Message.ShouldStartWith("The plugin acme was unloaded");
        (await AccountBench.Broken(bench.GetAsync())).Message.ShouldStartWith("The plugin acme was unloaded");
        bench.Server.Heard.ShouldHaveSingleItem();
    }

    [Fact]
    public async Task Should_Have_One_Client_For_Each_Account()
    {
        await using var bench = new AccountBench();

        bench.Plugin.For(new HttpAccount { Name = "@acme" }).ShouldBeSameAs(bench.Way);
        bench.Plugin.For(new HttpAccount { Name = "@other" }).ShouldNotBeSameAs(bench.Way);
        Should.Throw<WrongUseException>(() => bench.Way.For(new HttpAccount { Name = "@other" }));
    }
}
