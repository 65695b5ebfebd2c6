using System.Globalization;
using System.Text.Json;
using PluginHost.Campaigns;
using PluginHost.Sdk;

namespace PluginHost.Rehearsal.Tests;

/// <summary>How a post is found where nobody knows its key.</summary>
public sealed class OwnPostsTests : IDisposable
{
    private readonly Pretence _pretence = new("mastodon-without-keys");

    [Fact]
    public async Task Should_Be_Found_By_What_It_Says_Whatever_Mark_Up_It_Has()
    {
        _pretence.Post = _pretence.Post with { Text = "R&D at https://slocombe.example/flavours" };
        Answer((
            "115",
            1,
            "<p>R&amp;D at <a href=\"https://slocombe.example/flavours\"><span class=\"invisible\">https://</span><span class=\"\">slocombe.example/flavours</span></a></p>"));

        var sent = (await _pretence.FindAsync(_pretence.Now)).ShouldBeOfType<Found>().Sent;

        sent.RemoteId.ShouldBe("115");
        sent.At.ShouldBe(_pretence.Now.AddSeconds(1));
        _pretence.Database.Query("select remote_id from rehearsal_post").ShouldBe(["115"]);
    }

    [Theory]
    [InlineData(0, true)]
    [InlineData(-5, true)]
    [InlineData(-6, false)]
    [InlineData(3_600, true)]
    public async Task Should_Be_Another_Post_When_It_Is_Older_Than_The_Attempt(int seconds, bool isFound)
    {
        Answer(("115", seconds, "<p>Hello</p>"));

        var found = await _pretence.FindAsync(_pretence.Now);

        (found is Found).ShouldBe(isFound);
        (found is NotThere).ShouldBe(!isFound);
    }

    [Theory]
    [InlineData("30:later 20:first 10:other", "first")]
    [InlineData("30:first -2:before", "first")]
    [InlineData("-1:nearest -3:before", "nearest")]
    public async Task Should_Be_The_First_Since_The_Attempt_When_Several_Say_The_Same(string posts, string expected)
    {
        Answer([.. posts.Split(' ').Select(post => post.Split(':')).Select(post =>
            (post[1], int.Parse(post[0], CultureInfo.InvariantCulture), post[1] == "other" ? "<p>Something else</p>" : "<p>Hello</p>"))]);

        (await _pretence.FindAsync(_pretence.Now)).ShouldBeOfType<Found>().Sent.RemoteId.ShouldBe(expected);
    }

    [Fact]
    public async Task Should_Not_Take_A_Post_For_An_Answer_Nor_An_Answer_For_A_Post()
    {
        Answer(("115", 1, "<p>Hello</p>"));
        _pretence.Post = _pretence.Post with { InReplyTo = "7" };

        (await _pretence.FindAsync(_pretence.Now)).ShouldBeOfType<NotThere>();

        _pretence.Http.Answer = _ => FakeHttp.Json(200, PageOf(_pretence.Now, "7", ("115", 1, "<p>Hello</p>")));
        (await _pretence.FindAsync(_pretence.Now)).ShouldBeOfType<Found>();
    }

    [Fact]
    public async Task Should_Turn_Pages_Until_They_Are_Older_Than_The_Attempt()
    {
        // Given
        _pretence.Http.Answer = path => FakeHttp.Json(200, path[(path.IndexOf('?', StringComparison.Ordinal) + 1)..] switch
        {
            "limit=40" => PageOf(_pretence.Now, null, ("9", 90, "<p>9</p>"), ("8", 80, "<p>8</p>")),
            "limit=40&max_id=8" => PageOf(_pretence.Now, null, ("7", 70, "<p>Hello</p>"), ("6", 60, "<p>6</p>")),
            "limit=40&max_id=6" => PageOf(_pretence.Now, null, ("5", 50, "<p>5</p>"), ("4", -60, "<p>Hello</p>")),
            var other => throw new InvalidOperationException($"Nobody needs {other}."),
        });

        // When, then
        (await _pretence.FindAsync(_pretence.Now)).ShouldBeOfType<Found>().Sent.RemoteId.ShouldBe("7");
        _pretence.Http.Requests.Count.ShouldBe(3);
    }

    [Fact]
    public async Task Should_Not_Be_There_When_A_Server_Gives_The_Same_Page_For_Ever()
    {
        _pretence.Http.Answer = _ => FakeHttp.Json(200, PageOf(_pretence.Now, null, ("9", 90, "<p>9</p>")));

        (await _pretence.FindAsync(_pretence.Now)).ShouldBeOfType<NotThere>();
        _pretence.Http.Requests.Count.ShouldBe(2);
    }

    [Fact]
    public async Task Should_Not_Be_There_When_The_Pages_End()
    {
        _pretence.Http.Answer = path => FakeHttp.Json(
            200, path.Contains("max_id", StringComparison.Ordinal) ? "[]" : PageOf(_pretence.Now, null, ("9", 90, "<p>9</p>")));

        (await _pretence.FindAsync(_pretence.Now)).ShouldBeOfType<NotThere>();
    }

    [Theory]
    [InlineData(401, """{"error":"expired"}""")]
    [InlineData(429, """{"error":"Too many requests"}""")]
    [InlineData(500, "<html>")]
    [InlineData(200, "{}")]
    [InlineData(200, "<html>")]
    public async Task Should_Ask_Again_Later_When_It_Cannot_Be_Told(int status, string body)
    {
        _pretence.Http.Answer = _ => FakeHttp.Json(status, body);

        await Should.ThrowAsync<PluginHostException>(_pretence.FindAsync(_pretence.Now));
    }

    public void Dispose() => _pretence.Dispose();

    private void Answer(params (string Id, int Seconds, string Content)[] posts)
    {
        var page = PageOf(_pretence.Now, null, posts);
        _pretence.Http.Answer = path => FakeHttp.Json(200, path.Contains("max_id", StringComparison.Ordinal) ? "[]" : page);
    }

    private static string PageOf(DateTimeOffset now, string? answered, params (string Id, int Seconds, string Content)[] posts) =>
        JsonSerializer.Serialize(posts.Select(post => new Dictionary<string, string?>
        {
            ["id"] = post.Id,
            ["created_at"] = now.AddSeconds(post.Seconds).ToString("O", CultureInfo.InvariantCulture),
            ["in_reply_to_id"] = answered,
            ["content"] = post.Content,
        }));
}
