using System.Net;

namespace PluginHost.Bluesky.Tests.Jetstream;

/// <summary>The second form: numbers of a server's own, notices, and ends.</summary>
public sealed class JetstreamNumberTests
{
    private static readonly DateTimeOffset Nine = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);
    private readonly StreamBench _bench = new(StreamBench.New);

    [Fact]
    public async Task Should_Go_On_By_The_Servers_Own_Number()
    {
        _bench.Http.Says(Post(41, "one", "3kaaaaaaaaa2a"));
        var first = await _bench.ReadAsync(null);
        _bench.Http.Socket.Close();
        first = await _bench.ReadAsync(first.Cursor);
        _bench.Http.Says(Post(41, "one", "3kaaaaaaaaa2a"), Post(42, "two", "3kbbbbbbbbb2b"));

        var second = await _bench.ReadAsync(first.Cursor);

        second.Posts.Select(post => post.Text).ShouldBe(["two"]);
        _bench.Http.Opened[0].ShouldStartWith($"{StreamBench.New}?kinds=commit&kinds=identity&collections=app.bsky.feed.post&cursor=17");
        _bench.Http.Opened[1].ShouldEndWith("&cursor=41");
    }

    [Fact]
    public async Task Should_Go_By_The_Time_Where_The_Number_Is_Too_Old_And_Tell_What_Is_Missing()
    {
        _bench.Http.Says(Post(41, "one"));
        var cursor = (await _bench.ReadAsync(null)).Cursor;
        var next = new StreamBench(StreamBench.New);
        next.Http.Refuses(HttpStatusCode.BadRequest, "two.test answered 400.");
        next.Http.Says("""{"$type":"message","payload":{"$type":"network.bsky.jetstream.subscribeEvents#info","name":"OutdatedCursor","message":"resumed from 90"}}""", Post(90, "two"));

        var page = await next.ReadAsync(cursor);

        page.Posts.ShouldHaveSingleItem().Text.ShouldBe("two");
        page.Gap.ShouldStartWith("two.test does not go back to 2026-03-02 08:59:55 UTC");
        next.Http.Opened[1].ShouldEndWith($"&cursor={JetstreamPlace.At(Nine).Time - 5_000_000}");
    }

    [Fact]
    public async Task Should_Go_By_The_Time_At_Another_Server()
    {
        _bench.Http.Says(Post(41, "one"));
        var cursor = (await _bench.ReadAsync(null)).Cursor;
        var other = new StreamBench("wss://other.test/xrpc/network.bsky.jetstream.subscribeEvents");
        other.Http.Says(Post(7, "two"));

        await other.ReadAsync(cursor);

        other.Http.Opened.ShouldHaveSingleItem().ShouldEndWith($"&cursor={JetstreamPlace.At(Nine).Time - 5_000_000}");
    }

    [Fact]
    public async Task Should_Open_Anew_Where_The_Server_Ends_It_Because_It_Was_Read_Too_Slowly()
    {
        _bench.Http.Says(Post(41, "one"), """{"$type":"error","error":"ConsumerTooSlow","message":"too slow"}""", Post(99, "never"));
        var first = await _bench.ReadAsync(null);
        _bench.Http.Says(Post(42, "two", "3kbbbbbbbbb2b"));

        var second = await _bench.ReadAsync(first.Cursor);

        first.Posts.Select(post => post.Text).ShouldBe(["one"]);
        second.Posts.Select(post => post.Text).ShouldBe(["two"]);
        _bench.Http.Opened[1].ShouldEndWith("&cursor=41");
    }

    private string Post(long number, string text, string key = "3kaaaaaaaaa2a") => StreamBench.Numbered(number, Nine, text, key);
}
