using System.Net;
using PluginHost.Campaigns;
using PluginHost.Sdk;

namespace PluginHost.Bluesky.Tests.Jetstream;

/// <summary>Reading on without a hole and without telling twice, whatever becomes of connections and servers.</summary>
public sealed class JetstreamSearchTests
{
    private static string Post(long time, string text, string key = "3kaaaaaaaaa2a") => StreamBench.Post(time, text, key);

    [Fact]
    public async Task Should_Tell_What_Is_Wanted_With_All_That_Is_Known_Of_It()
    {
        var bench = new StreamBench();
        bench.Names["did:plc:aaaaaaaaaaaaaaaaaaaaaaaa"] = new JetstreamName("kari.test", "Kari");
        bench.Http.Says(Post(bench.Now, "Nothing"), Post(bench.Now + 1, "ACME is \\\"down\\\"\\n\\ud83d\\ude00", "3kbbbbbbbbb2b"));

        var page = await bench.ReadAsync(null, "acme");

        page.Posts.ShouldHaveSingleItem().ShouldBe(new PublicPost
        {
            RemoteId = "at://did:plc:aaaaaaaaaaaaaaaaaaaaaaaa/app.bsky.feed.post/3kbbbbbbbbb2b",
            Handle = "kari.test",
            Name = "Kari",
            Text = "ACME is \"down\"\n😀",
            Language = "en",
            At = new DateTimeOffset(2026, 3, 2, 8, 59, 0, TimeSpan.Zero),
            Link = "https://bsky.app/profile/did:plc:aaaaaaaaaaaaaaaaaaaaaaaa/post/3kbbbbbbbbb2b",
        });
        page.Gap.ShouldBe("");
        bench.Http.Opened.ShouldHaveSingleItem().ShouldStartWith("ws://one.test/subscribe?wantedCollections=app.bsky.feed.post&cursor=");
    }

    [Fact]
    public async Task Should_Keep_The_Cursor_Where_Nothing_Came_And_The_Socket_Too()
    {
        var bench = new StreamBench();
        bench.Http.Says();

        var first = await bench.ReadAsync(null);
        bench.Http.Socket.Say(Post(bench.Now, "late"));
        var second = await bench.ReadAsync(first.Cursor);
        var third = await bench.ReadAsync(second.Cursor);

        first.Cursor.ShouldBeNull();
        second.Posts.ShouldHaveSingleItem().Text.ShouldBe("late");
        third.Cursor.ShouldBe(second.Cursor);
        bench.Http.Opened.ShouldHaveSingleItem();
    }

    [Fact]
    public async Task Should_Read_On_From_Some_Seconds_Before_Where_It_Broke_And_Tell_Nothing_Twice()
    {
        var bench = new StreamBench();
        var now = bench.Now;
        bench.Http.Says(Post(now, "one", "3kaaaaaaaaa2a"), Post(now + 1, "two", "3kbbbbbbbbb2b"));
        var first = await bench.ReadAsync(null);
        bench.Http.Socket.Break();
        var between = await bench.ReadAsync(first.Cursor);
        bench.Http.Says(Post(now, "one", "3kaaaaaaaaa2a"), Post(now + 1, "two", "3kbbbbbbbbb2b"), Post(now + 2, "three", "3kccccccccc2c"));

        var second = await bench.ReadAsync(between.Cursor);

        first.Posts.Select(post => post.Text).ShouldBe(["one", "two"]);
        second.Posts.Select(post => post.Text).ShouldBe(["three"]);
        bench.Http.Opened[1].ShouldEndWith($"&cursor={now + 1 - 5_000_000}");
        bench.Http.Sockets[0].IsDisposed.ShouldBeTrue();
    }

    [Fact]
    public async Task Should_Tell_Again_What_Whoever_Asks_Has_Not_Kept()
    {
        var bench = new StreamBench();
        var now = bench.Now;
        bench.Http.Says(Post(now, "one", "3kaaaaaaaaa2a"));
        var first = await bench.ReadAsync(null);
        bench.Http.Socket.Say(Post(now + 1, "two", "3kbbbbbbbbb2b"));
        await bench.ReadAsync(first.Cursor);
        bench.Http.Says(Post(now, "one", "3kaaaaaaaaa2a"), Post(now + 1, "two", "3kbbbbbbbbb2b"));

        var again = await bench.ReadAsync(first.Cursor);

        again.Posts.Select(post => post.Text).ShouldContain("two");
    }

    [Fact]
    public async Task Should_Go_On_In_The_Next_Process()
    {
        var bench = new StreamBench();
        bench.Http.Says(Post(bench.Now, "one"));
        var cursor = (await bench.ReadAsync(null)).Cursor!;
        var next = new StreamBench();
        next.Http.Says(Post(bench.Now + 1, "two", "3kbbbbbbbbb2b"));

        (await next.ReadAsync(cursor)).Posts.ShouldHaveSingleItem().Text.ShouldBe("two");
    }

    [Fact]
    public async Task Should_Tell_What_Is_Missing_Where_The_Server_Moved_An_Old_Place_Up()
    {
        var bench = new StreamBench();
        var old = JetstreamPlace.At(bench.Clock.GetUtcNow() - TimeSpan.FromHours(50));
        bench.Http.Says(Post(JetstreamPlace.At(bench.Clock.GetUtcNow() - TimeSpan.FromHours(36)).Time, "first"), Post(bench.Now, "then", "3kbbbbbbbbb2b"));

        var page = await bench.ReadAsync($"{old}");

        page.Gap.ShouldBe("one.test told nothing between 2026-02-28 06:59:55 UTC and 2026-02-28 21:00:00 UTC: what was said then is missing, where it keeps no more");
        (await bench.ReadAsync(page.Cursor)).Gap.ShouldBe("");
    }

    [Fact]
    public async Task Should_Miss_Nothing_Where_The_Stream_Goes_On_At_Once()
    {
        var bench = new StreamBench();
        var hours = JetstreamPlace.At(bench.Clock.GetUtcNow() - TimeSpan.FromHours(30));
        bench.Http.Says(Post(hours.Time - 1, "first"));

        (await bench.ReadAsync($"{hours}")).Gap.ShouldBe("");
    }

    [Fact]
    public async Task Should_Ask_Another_Server_Where_One_Does_Not_Answer_And_Stay_There()
    {
        var bench = new StreamBench("one.test", "ws://three.test");
        bench.Http.Refuses(null, "one.test cannot be reached.");
        bench.Http.Says(Post(bench.Now, "here"));

        var page = await bench.ReadAsync(null);
        bench.Http.Socket.Close();
        page = await bench.ReadAsync(page.Cursor);
        bench.Http.Says(Post(bench.Now, "there", "3kbbbbbbbbb2b"));
        await bench.ReadAsync(page.Cursor);

        bench.Http.Opened.Select(address => new Uri(address).GetLeftPart(UriPartial.Path)).ShouldBe(["wss://one.test/subscribe", "ws://three.test/subscribe", "ws://three.test/subscribe"]);
    }

    [Fact]
    public async Task Should_Say_That_Nobody_Answers_And_Try_Again_The_Next_Time()
    {
        var bench = new StreamBench(StreamBench.Old, StreamBench.New);
        bench.Http.Refuses(null, "One is down.");
        bench.Http.Refuses(HttpStatusCode.ServiceUnavailable, "Two is tired.");

        (await Should.ThrowAsync<PluginHostException>(bench.ReadAsync(null))).Message.ShouldStartWith("Nobody tells what is said on Bluesky. One is down. Two is tired.");

        bench.Http.Says(Post(bench.Now, "here"));
        (await bench.ReadAsync(null)).Posts.ShouldHaveSingleItem();
    }

    [Fact]
    public async Task Should_Count_And_Tell_Lines_That_Cannot_Be_Read_And_Go_On()
    {
        var bench = new StreamBench();
        bench.Http.Says("{\"did\":", "", "<html>", Post(bench.Now, "here"));

        (await bench.ReadAsync(null)).Posts.ShouldHaveSingleItem();

        bench.Output.Told.ShouldHaveSingleItem().ShouldStartWith("Warning 3 messages of Bluesky's stream could not be read");
    }

    [Fact]
    public async Task Should_Call_People_By_Their_Identity_Where_Nobody_Knows_Them_And_Ask_For_25_At_Once()
    {
        var bench = new StreamBench();
        bench.Http.Says([.. Enumerable.Range(0, 60).Select(i => StreamBench.Post(bench.Now + i, "hi", $"3k{i:00}aaaaaaa2a", $"did:web:{i}.test"))]);
        bench.Names["did:web:7.test"] = new JetstreamName("seven.test", "");

        var page = await bench.ReadAsync(null);

        page.Posts.Count.ShouldBe(60);
        page.Posts[7].Handle.ShouldBe("seven.test");
        page.Posts[8].Handle.ShouldBe("did:web:8.test");
        bench.Asked.Select(dids => dids.Count).ShouldBe([25, 25, 10]);
    }

    [Fact]
    public async Task Should_Learn_A_Handle_That_Changes()
    {
        var bench = new StreamBench();
        bench.Names["did:web:a.test"] = new JetstreamName("old.test", "Ann");
        bench.Http.Says(StreamBench.Post(bench.Now, "one", "3kaaaaaaaaa2a", "did:web:a.test"));
        var page = await bench.ReadAsync(null);
        bench.Http.Socket.Say($$$"""{"did":"did:web:a.test","time_us":{{{bench.Now}}},"kind":"identity","identity":{"did":"did:web:a.test","handle":"new.test","seq":5,"time":"2026-03-02T09:00:00Z"}}""");
        bench.Http.Socket.Say(StreamBench.Post(bench.Now + 1, "two", "3kbbbbbbbbb2b", "did:web:a.test"));

        (await bench.ReadAsync(page.Cursor)).Posts.ShouldHaveSingleItem().Handle.ShouldBe("new.test");
        bench.Asked.ShouldHaveSingleItem();
    }

    [Fact]
    public async Task Should_Begin_Anew_And_Say_So_Where_Another_Way_Has_Left_The_Place()
    {
        var bench = new StreamBench();
        bench.Http.Says();

        var page = await bench.ReadAsync("search:2026-03-02");

        page.Gap.ShouldContain("another way of listening");
        JetstreamPlace.Parse(page.Cursor!).ShouldNotBeNull();
        (await bench.ReadAsync(page.Cursor)).Gap.ShouldBe("");
    }

    [Fact]
    public async Task Should_End_A_Page_That_Grows_Long()
    {
        var bench = new StreamBench();
        bench.Http.Says([.. Enumerable.Range(0, 450).Select(i => Post(bench.Now + i, "hi", $"3k{i:000}aaaaaa2a"))]);

        var first = await bench.ReadAsync(null);
        var second = await bench.ReadAsync(first.Cursor);
        var third = await bench.ReadAsync(second.Cursor);

        new[] { first, second, third }.Select(page => page.Posts.Count).ShouldBe([200, 200, 50]);
        bench.Http.Opened.ShouldHaveSingleItem();
    }
}
