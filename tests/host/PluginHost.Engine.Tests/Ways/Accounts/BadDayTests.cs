namespace PluginHost.Engine.Tests.Ways.Accounts;

/// <summary>What a plugin is told on a bad day: which kind of trouble it was decides whether a post has left.</summary>
public sealed class BadDayTests
{
    private static readonly DateTimeOffset Now = TimeProvider.System.GetUtcNow();

    [Fact]
    public async Task Should_Tell_A_Cut_After_The_Request_From_A_Server_That_Cannot_Be_Reached()
    {
        await using var bench = new AccountBench();
        bench.Server.On("POST /post", BadDay.CutAfterRequest);

        var cut = await AccountBench.Broken(bench.PostAsync());
        await bench.Server.DisposeAsync();
        var gone = await AccountBench.Broken(bench.PostAsync());

        cut.HttpRequestError.ShouldBe(HttpRequestError.ResponseEnded);
        cut.Message.ShouldStartWith($"127.0.0.1:{bench.Server.Port} did not answer to the end: ");
        gone.HttpRequestError.ShouldBe(HttpRequestError.ConnectionError);
        gone.Message.ShouldStartWith($"127.0.0.1:{bench.Server.Port} cannot be reached: ");
    }

    [Fact]
    public async Task Should_Tell_An_Answer_That_Breaks_Off_In_Its_Middle()
    {
        await using var bench = new AccountBench();
        bench.Server.On("POST /post", BadDay.CutInside("""{"id":"1"}"""));

        var cut = await AccountBench.Broken(bench.PostAsync());

        cut.HttpRequestError.ShouldBe(HttpRequestError.ResponseEnded);
        cut.Message.ShouldStartWith($"127.0.0.1:{bench.Server.Port} did not answer to the end: ");
    }

    [Fact]
    public async Task Should_Give_Back_What_Makes_No_Sense_As_It_Is()
    {
        await using var bench = new AccountBench();
        bench.Server.On("POST /post", BadDay.HalfJson("""{"id":"1"}"""), BadDay.Html(200), BadDay.Html(502));

        (await AccountBench.BodyOf(await bench.PostAsync())).ShouldBe("200 {\"id\"");
        (await AccountBench.BodyOf(await bench.PostAsync())).ShouldStartWith("200 <!DOCTYPE html>");
        (await AccountBench.BodyOf(await bench.PostAsync())).ShouldStartWith("502 <!DOCTYPE html>");
    }

    [Theory]
    [InlineData("GET")]
    [InlineData("POST")]
    public async Task Should_Not_Go_Where_An_Answer_Leads(string method)
    {
        await using var elsewhere = new BadServer();
        await using var bench = new AccountBench();
        bench.Server.On($"{method} /post", BadDay.RedirectTo($"{elsewhere.Address}/post"));
        var request = bench.Request(new HttpMethod(method));
        request.Headers.TryAddWithoutValidation("Authorization", "Bearer mine");

        using var answer = await bench.Way.SendAsync(request, CancellationToken.None);

        ((int)answer.StatusCode).ShouldBe(302);
        elsewhere.Heard.ShouldBeEmpty();
    }

    [Fact]
    public async Task Should_Say_Whose_Certificate_It_Is_And_Ask_Once()
    {
        var server = new BadServer(SelfMade.Certificate("localhost", Now.AddDays(-1), Now.AddDays(30)));
        await using var bench = new AccountBench(server);

        var wrong = await AccountBench.Broken(bench.GetAsync());

        wrong.HttpRequestError.ShouldBe(HttpRequestError.SecureConnectionError);
        wrong.Message.ShouldBe(
            $"localhost:{server.Port} cannot be trusted: its certificate is of localhost, issued by localhost, valid from {Now.AddDays(-1):yyyy-MM-dd} to {Now.AddDays(30):yyyy-MM-dd}; nobody whom this machine trusts has vouched for it. Nothing was sent.");
        server.Heard.ShouldBeEmpty();
    }

    [Fact]
    public async Task Should_Say_That_A_Certificate_Is_Anothers_And_Over()
    {
        var server = new BadServer(SelfMade.Certificate("hotel.example", Now.AddDays(-30), Now.AddDays(-1)));
        await using var bench = new AccountBench(server);

        var wrong = await AccountBench.Broken(bench.PostAsync());

        wrong.Message.ShouldContain("is of hotel.example");
        wrong.Message.ShouldContain("it is for another name");
        wrong.Message.ShouldContain("by this machine's clock it is not valid now");
    }

    [Fact]
    public async Task Should_Say_That_A_Server_Speaks_No_Tls()
    {
        await using var bench = new AccountBench();
        var request = new HttpRequestMessage(HttpMethod.Post, $"https://127.0.0.1:{bench.Server.Port}/post");

        var wrong = await AccountBench.Broken(bench.Way.SendAsync(request, CancellationToken.None));

        wrong.HttpRequestError.ShouldBe(HttpRequestError.SecureConnectionError);
        wrong.Message.ShouldContain("speaks no TLS");
    }

    [Fact]
    public async Task Should_Not_Wait_For_An_Answer_That_Comes_A_Byte_A_Second()
    {
        await using var bench = new AccountBench();
        bench.Server.On("POST /post", BadDay.ByteByByte(new string('x', 500), bench.Clock));
        var posting = bench.PostAsync();

        // Its patience, and then a timer for each byte.
        await bench.Clock.WaitForTimerAsync(CancellationToken.None);
        for (var second = 0; second < 20; second++)
        {
            posting.IsCompleted.ShouldBeFalse();
            await bench.Clock.WaitForTimerAsync(CancellationToken.None);
            bench.Clock.Advance(TimeSpan.FromSeconds(1));
        }

        (await AccountBench.Broken(posting)).Message.ShouldBe(
            $"127.0.0.1:{bench.Server.Port} did not answer to the end within 20 seconds. Whether it did what was asked is not known.");
    }

    [Fact]
    public async Task Should_Read_No_More_Than_It_May()
    {
        await using var bench = new AccountBench();
        bench.Server.On("GET /post", BadDay.Json(new string('x', 1001)), BadDay.Json(new string('x', 1000)));

        var tooLong = await AccountBench.Broken(bench.GetAsync());

        tooLong.HttpRequestError.ShouldBe(HttpRequestError.ConfigurationLimitExceeded);
        tooLong.Message.ShouldBe("127.0.0.1 answered with more than 1,000 bytes. The rest was not read.");
        (await AccountBench.BodyOf(await bench.GetAsync())).Length.ShouldBe(1004);
    }

    [Fact]
    public async Task Should_Say_Who_Asks_To_A_Server_That_Demands_It()
    {
        await using var bench = new AccountBench();
        bench.Server.On("POST /post", BadDay.WithAgent(BadDay.Json("here")));

        (await AccountBench.BodyOf(await bench.PostAsync())).ShouldBe("200 here");
    }

    [Fact]
    public async Task Should_Open_Connections_Anew_After_The_Machine_Slept()
    {
        await using var bench = new AccountBench();
        bench.Server.On("POST /post", BadDay.Json("here"));
        (await bench.PostAsync()).Dispose();

        bench.Clock.Sleep(TimeSpan.FromHours(8));

        (await AccountBench.BodyOf(await bench.PostAsync())).ShouldBe("200 here");
    }
}
