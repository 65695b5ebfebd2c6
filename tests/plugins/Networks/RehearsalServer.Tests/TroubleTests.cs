namespace PluginHost.RehearsalServer.Tests;

/// <summary>What may go wrong with any of them.</summary>
public sealed class TroubleTests
{
    private static readonly TimeSpan LandsWithin = TimeSpan.FromSeconds(1);

    public static TheoryData<string> Kinds => ["bluesky", "mastodon", "mastodon-without-keys", "x"];

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Should_Publish_And_Cut_The_Connection(string kind)
    {
        await using var network = await Loopback.StartAsync("lost=1");

        await Should.ThrowAsync<HttpRequestException>(network.SayAsync(kind, "Hello"));

        network.Log.Published.ShouldHaveSingleItem();
        network.Log.LostAnswers.ShouldHaveSingleItem().How.ShouldBe(Answers.Lost);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Should_Publish_After_The_Sender_Gave_Up_Yet_Never_Later_Than_Promised(string kind)
    {
        await using var network = await Loopback.StartAsync("late=1,lands-within=1000,patience=500");
        for (var number = 0; number < 5; number++)
        {
            // Given
            var began = network.Clock.GetUtcNow();
            var saying = network.SayAsync(kind, $"Post {number}", $"3jzfcijpj2z2{"abcde"[number]}");
            await network.Clock.WaitForTimerAsync(CancellationToken.None);

            // When
            network.Clock.Advance(TimeSpan.FromMilliseconds(500));
            var before = network.Log.Published.Count;
            network.Clock.Advance(TimeSpan.FromMilliseconds(500));
            await Should.ThrowAsync<HttpRequestException>(saying);

            // Then
            before.ShouldBe(number);
            network.Log.Published.Count.ShouldBe(number + 1);
            network.Log.Published[^1].At.ShouldBeInRange(began + (LandsWithin / 2), began + LandsWithin);
        }

        network.Log.LostAnswers.ShouldAllBe(answer => answer.How == Answers.Late);
    }

    [Theory]
    [InlineData(1_001, false)]
    [InlineData(1_000, true)]
    public async Task Should_Drop_What_Would_Land_Too_Late(int waitedBefore, bool lands)
    {
        // Given: it has waited on its way, perhaps before a network that was stopped.
        await using var network = await Loopback.StartAsync();
        var sent = network.Clock.GetUtcNow().ToUnixTimeMilliseconds();
        network.Clock.Advance(TimeSpan.FromMilliseconds(waitedBefore));
        network.Troubles = $"lands-within=1000,patience=900,sent={sent}";

        // When
        var saying = network.SayAsync("x", "Hello");
        if (lands)
            (await saying).Status.ShouldBe(201);
        else
            await Should.ThrowAsync<HttpRequestException>(saying);

        // Then
        network.Log.Published.Count.ShouldBe(lands ? 1 : 0);
        network.Log.LostAnswers.Select(answer => answer.How).ShouldBe(lands ? [] : ["dropped"]);
    }

    [Fact]
    public async Task Should_Count_From_The_Arrival_When_The_Senders_Clock_Is_Another()
    {
        await using var network = await Loopback.StartAsync("lands-within=1000,sent=0");

        (await network.TweetAsync("Hello")).Status.ShouldBe(201);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Should_Answer_Slowly_Yet_In_Time(string kind)
    {
        await using var network = await Loopback.StartAsync("slow=1,patience=1000");
        var saying = network.SayAsync(kind, "Hello");
        await network.Clock.WaitForTimerAsync(CancellationToken.None);

        network.Clock.Advance(TimeSpan.FromMilliseconds(700));

        (await saying).Status.ShouldBeInRange(200, 201);
        network.Log.Lines[^1].Answer.ShouldBe(Answers.Slow);
        network.Log.LostAnswers.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("bluesky", 502)]
    [InlineData("mastodon", 503)]
    [InlineData("mastodon-without-keys", 503)]
    [InlineData("x", 503)]
    public async Task Should_Break_Before_It_Published_And_After(string kind, int status)
    {
        await using var network = await Loopback.StartAsync("broken=1");
        var published = new HashSet<bool>();

        for (var number = 0; number < 32; number++)
        {
            var said = await network.SayAsync(kind, $"Post {number}", $"3jzfcijpj2z{"abcd"[number / 8]}{"abcdefgh"[number % 8]}");
            if (said.Status == status)
                published.Add(network.Log.Published.Any(post => post.Text == $"Post {number}"));
        }

        published.Count.ShouldBe(2);
        network.Log.LostAnswers.Count.ShouldBe(32);
        network.Log.Refused.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("bluesky", 400)]
    [InlineData("mastodon", 401)]
    [InlineData("mastodon-without-keys", 401)]
    [InlineData("x", 401)]
    public async Task Should_Take_No_Expired_Token_Until_There_Is_Another(string kind, int status)
    {
        // Given
        await using var network = await Loopback.StartAsync("expired=1");
        var expired = await network.SayAsync(kind, "Hello");

        // When
        network.Troubles = "";
        var again = await network.SayAsync(kind, "Hello");
        network.Token = (await network.PostAsync($"/{kind}/token", """{"handle":"telco"}""")).Text("token");
        var renewed = await network.SayAsync(kind, "Hello");

        // Then
        expired.Status.ShouldBe(status);
        again.Status.ShouldBe(status);
        renewed.Status.ShouldBeInRange(200, 201);
        network.Log.Published.ShouldHaveSingleItem().Profile.ShouldBe("telco");
        network.Log.Refused.ShouldBeEmpty();
        network.Log.LostAnswers.ShouldBeEmpty();
    }

    [Fact]
    public async Task Should_Notice_That_The_Sender_Is_Gone()
    {
        // Given
        await using var network = await Loopback.StartAsync("slow=1,patience=1000");
        using var client = new System.Net.Sockets.TcpClient();
        var address = network.Address;
        await client.ConnectAsync(address.Host, address.Port);
        var body = "{\"text\":\"Hello\"}";
        await client.GetStream().WriteAsync(System.Text.Encoding.ASCII.GetBytes(
            $"POST /x/2/tweets HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer telco~1\r\nRehearsal: slow=1,patience=1000\r\nContent-Length: {body.Length}\r\n\r\n{body}"));
        await network.Clock.WaitForTimerAsync(CancellationToken.None);

        // When: it ends as a process ends that is killed.
        client.Client.Close(0);
        await network.UntilAsync(log => log.Lines.Any(line => line.What == LogLine.Gone));
        network.Clock.Advance(TimeSpan.FromSeconds(1));
        await network.UntilAsync(log => log.Published.Count > 0);

        // Then
        network.Log.Published.ShouldHaveSingleItem();
        network.Log.LostAnswers.ShouldHaveSingleItem().How.ShouldBe("gone");
    }

    [Fact]
    public async Task Should_Draw_The_Same_From_The_Same_Seed_And_Other_Things_From_Another()
    {
        (await DrawAsync(1)).ShouldBe(await DrawAsync(1));
        (await DrawAsync(1)).ShouldNotBe(await DrawAsync(2));

        static async Task<string> DrawAsync(long seed)
        {
            await using var network = await Loopback.StartAsync("broken=0.5,limited=0.3", seed);
            var statuses = new List<int>();
            for (var number = 0; number < 30; number++)
                statuses.Add((await network.TootAsync($"Post {number % 10}", $"k{number}")).Status);

            return string.Join(' ', statuses);
        }
    }

    [Theory]
    [InlineData("slow=2")]
    [InlineData("slow")]
    [InlineData("slow=-1")]
    [InlineData("slow=often")]
    [InlineData("sloww=1")]
    public async Task Should_Say_What_It_Does_Not_Understand_In_The_Header(string troubles)
    {
        await using var network = await Loopback.StartAsync(troubles);

        var said = await network.TootAsync("Hello", "k");

        said.Status.ShouldBe(422);
        said.Text("error").ShouldContain($"\"{troubles}\"");
        network.Log.Lines.ShouldBeEmpty();
    }
}
