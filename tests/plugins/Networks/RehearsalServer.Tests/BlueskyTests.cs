namespace PluginHost.RehearsalServer.Tests;

public sealed class BlueskyTests
{
    private const string Key = "3jzfcijpj2z2a";

    [Fact]
    public async Task Should_Change_Nothing_When_The_Same_Bytes_Come_With_The_Same_Key()
    {
        await using var network = await Loopback.StartAsync();
        var first = await network.SayOnBlueskyAsync("Hello", Key);

        var again = await network.SayOnBlueskyAsync("Hello", Key);

        first.Status.ShouldBe(200);
        first.Has("commit").ShouldBeTrue();
        again.Status.ShouldBe(200);
        again.Has("commit").ShouldBeFalse();
        again.Text("uri").ShouldBe(first.Text("uri"));
        again.Text("cid").ShouldBe(first.Text("cid"));
        network.Log.Published.ShouldHaveSingleItem().Key.ShouldBe(Key);
    }

    [Fact]
    public async Task Should_Refuse_Other_Bytes_With_A_Used_Key_For_Good()
    {
        await using var network = await Loopback.StartAsync();
        await network.SayOnBlueskyAsync("Hello", Key);

        var other = await network.SayOnBlueskyAsync("Hello", Key, ",\"langs\":[\"en\"]");

        other.Status.ShouldBe(400);
        other.Text("error").ShouldBe("InvalidSwap");
        network.Log.Published.Count.ShouldBe(1);
        network.Log.Refused.ShouldHaveSingleItem().Reason.ShouldStartWith("InvalidSwap");
    }

    [Theory]
    [InlineData("short")]
    [InlineData("3jzfcijpj2z20")]
    [InlineData("zjzfcijpj2z2a")]
    [InlineData("")]
    public async Task Should_Refuse_A_Key_That_Is_No_Tid(string key)
    {
        await using var network = await Loopback.StartAsync();

        var refused = await network.SayOnBlueskyAsync("Hello", key);

        refused.Status.ShouldBe(400);
        refused.Text("error").ShouldBe("InvalidRequest");
        network.Log.Published.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("a", 301)]
    [InlineData("👨‍👩‍👧‍👦", 121)]
    [InlineData("a", 0)]
    public async Task Should_Refuse_A_Text_Of_The_Wrong_Length(string letter, int times)
    {
        await using var network = await Loopback.StartAsync();

        (await network.SayOnBlueskyAsync(string.Concat(Enumerable.Repeat(letter, times)), Key)).Status.ShouldBe(400);

        network.Log.Refused.Count.ShouldBe(1);
    }

    [Theory]
    [InlineData("""{"rkey":"3jzfcijpj2z2a","record":{"text":"x"}}""")]
    [InlineData("""{"rkey":"3jzfcijpj2z2a","swapRecord":null}""")]
    [InlineData("no json")]
    public async Task Should_Refuse_What_Would_Overwrite_And_What_It_Cannot_Read(string body)
    {
        await using var network = await Loopback.StartAsync();

        (await network.PostAsync("/bluesky/xrpc/com.atproto.repo.putRecord", body)).Status.ShouldBe(400);

        network.Log.Lines.ShouldBeEmpty();
    }

    [Fact]
    public async Task Should_Give_Back_A_Record_By_Its_Key()
    {
        await using var network = await Loopback.StartAsync();
        var sent = await network.SayOnBlueskyAsync("Hello", Key);

        var found = await network.GetAsync($"/bluesky/xrpc/com.atproto.repo.getRecord?repo=telco&rkey={Key}");
        var missing = await network.GetAsync("/bluesky/xrpc/com.atproto.repo.getRecord?repo=telco&rkey=3jzfcijpj2z2b");

        found.Text("uri").ShouldBe(sent.Text("uri"));
        found.Text("value", "text").ShouldBe("Hello");
        missing.Status.ShouldBe(400);
        missing.Text("error").ShouldBe("RecordNotFound");
    }

    [Fact]
    public async Task Should_Count_Two_Points_A_Record_And_Stop_When_None_Are_Left()
    {
        await using var network = await Loopback.StartAsync("allowance=5");

        var remaining = new List<string>();
        foreach (var key in (string[])["3jzfcijpj2z2a", "3jzfcijpj2z2b"])
            remaining.Add((await network.SayOnBlueskyAsync("Hello", key)).Headers["RateLimit-Remaining"]);

        var stopped = await network.SayOnBlueskyAsync("Hello", "3jzfcijpj2z2c");

        remaining.ShouldBe(["3", "1"]);
        stopped.Status.ShouldBe(429);
        stopped.Text("error").ShouldBe("RateLimitExceeded");
        stopped.Headers["RateLimit-Remaining"].ShouldBe("1");
        stopped.Headers["RateLimit-Policy"].ShouldBe("5;w=3600");
        network.Clock.Advance(TimeSpan.FromHours(1));
        (await network.SayOnBlueskyAsync("Hello", "3jzfcijpj2z2c")).Status.ShouldBe(200);
    }
}
