using PluginHost.Campaigns;

namespace PluginHost.Mastodon.Tests;

/// <summary>Pictures go first. What becomes of them is never a doubt about the post.</summary>
public sealed class UploadTests
{
    private const string Media = "POST /api/v2/media";

    private static readonly TimeSpan SendTime = TimeSpan.FromSeconds(30);

    [Fact]
    public async Task Should_Attach_Pictures_In_Their_Order_With_What_Is_To_Be_Seen()
    {
        await using var stage = await Stage.LoggedInAsync();

        (await stage.SendAsync(With("one.png", "two.png"), "key-1")).ShouldBeOfType<Sent>();

        stage.Published.ShouldHaveSingleItem().Media.ShouldBe(["medium-1", "medium-2"]);
        var upload = stage.Server.Requests.First(request => request.Address.EndsWith("/media", StringComparison.Ordinal));
        upload.Body.ShouldContain("bytes of one.png");
        upload.Body.ShouldContain("A chart");
        upload.Body.ShouldContain("name=\"file\"; filename=\"medium.png\"");
        upload.Headers["Content-Type"].ShouldStartWith("multipart/form-data; boundary=part-");
    }

    [Theory]
    [InlineData(422, """{"error":"Validation failed: File content type is invalid"}""", "one.png: Validation failed: File content type is invalid")]
    [InlineData(413, "<html>", "one.png is too big for mastodon.example")]
    public async Task Should_Be_Refused_With_The_Servers_Words_When_A_Picture_Is(int status, string body, string said)
    {
        await using var stage = await Stage.LoggedInAsync();
        stage.Server.Next(Media, status, body);

        (await stage.SendAsync(With("one.png"), "key-1")).ShouldBeOfType<RefusedByNetwork>().Reason.ShouldBe(said);
        stage.Published.ShouldBeEmpty();
    }

    [Theory]
    [InlineData(401, """{"error":"The access token is invalid"}""", "Log in again")]
    [InlineData(429, """{"error":"Too many requests"}""", "Too many requests")]
    [InlineData(500, "<html>", "one.png was not taken")]
    public async Task Should_Try_Later_When_A_Picture_Could_Not_Be_Sent_Now(int status, string body, string said)
    {
        await using var stage = await Stage.LoggedInAsync();
        stage.Server.Next(Media, status, body);

        (await stage.SendAsync(With("one.png"), "key-1")).ShouldBeOfType<TryLater>().Reason.ShouldContain(said);
        (await stage.SendAsync(With("one.png"), "key-1")).ShouldBeOfType<Sent>();
        stage.Published.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Should_Try_Later_When_The_Connection_Was_Cut_Under_A_Picture()
    {
        await using var stage = await Stage.LoggedInAsync();
        stage.Server.NextAfter(Media, _ => throw new HttpRequestException(HttpRequestError.ResponseEnded, "cut"));

        (await stage.SendAsync(With("one.png"), "key-1")).ShouldBeOfType<TryLater>();
        stage.Published.ShouldBeEmpty();
    }

    [Fact]
    public async Task Should_Wait_Until_A_Picture_Is_Ready()
    {
        await using var stage = await Stage.LoggedInAsync(clock => new MastodonServer(clock) { Processes = true });
        stage.Server.Next("GET /api/v1/media/medium-1", 206, """{"id":"medium-1","url":null}""");
        stage.Server.Next("GET /api/v1/media/medium-1", 206, """{"id":"medium-1","url":null}""");

        var sent = await stage.PassingAsync(stage.SendAsync(With("one.png"), "key-1"), SendTime);

        sent.ShouldBeOfType<Sent>();
        stage.Published.ShouldHaveSingleItem().Media.ShouldBe(["medium-1"]);
    }

    [Fact]
    public async Task Should_Be_Refused_When_A_Picture_Cannot_Be_Processed()
    {
        await using var stage = await Stage.LoggedInAsync(clock => new MastodonServer(clock) { Processes = true });
        stage.Server.Next("GET /api/v1/media/medium-1", 422, """{"error":"Error processing thumbnail for uploaded media"}""");

        (await stage.PassingAsync(stage.SendAsync(With("film.mp4"), "key-1"), SendTime)).ShouldBeOfType<RefusedByNetwork>()
            .Reason.ShouldBe("film.mp4: Error processing thumbnail for uploaded media");
    }

    [Fact]
    public async Task Should_Try_Later_While_It_Is_Processed_For_Ever_And_Send_It_No_Second_Time()
    {
        // Given
        await using var stage = await Stage.LoggedInAsync(clock => new MastodonServer(clock) { Processes = true });
        for (var i = 0; i < 20; i++)
            stage.Server.Next("GET /api/v1/media/medium-1", 206, """{"id":"medium-1","url":null}""");

        // When
        var first = await stage.PassingAsync(stage.SendAsync(With("film.mp4"), "key-1"), SendTime);
        var second = await stage.PassingAsync(stage.SendAsync(With("film.mp4"), "key-1"), SendTime);
        stage.Server.Recover();
        var third = await stage.PassingAsync(stage.SendAsync(With("film.mp4"), "key-1"), SendTime);

        // Then
        first.ShouldBeOfType<TryLater>().NotBefore.ShouldNotBeNull();
        first.ShouldBeOfType<TryLater>().Reason.ShouldBe("film.mp4 is not ready on the server yet; it is waited for");
        second.ShouldBeOfType<TryLater>();
        third.ShouldBeOfType<Sent>();
        stage.Published.ShouldHaveSingleItem().Media.ShouldBe(["medium-1"]);
        stage.Server.Requests.Count(request => request.Address.EndsWith("/api/v2/media", StringComparison.Ordinal)).ShouldBe(1);
    }

    [Fact]
    public async Task Should_Send_Another_Picture_Anew_Under_The_Same_Key()
    {
        await using var stage = await Stage.LoggedInAsync();
        stage.Server.Next("POST /api/v1/statuses", 422, """{"error":"Cannot attach files that have not finished processing. Try again in a moment!"}""");

        (await stage.SendAsync(With("one.png"), "key-1")).ShouldBeOfType<TryLater>();
        (await stage.SendAsync(With("two.png"), "key-1")).ShouldBeOfType<Sent>();

        stage.Published.ShouldHaveSingleItem().Media.ShouldBe(["medium-2"]);
    }

    [Fact]
    public async Task Should_Use_The_Older_Way_Where_A_Server_Has_No_Other()
    {
        await using var stage = await Stage.LoggedInAsync();
        stage.Server.Next(Media, 404, """{"error":"Not found"}""");
        stage.Server.Next("POST /api/v1/media", 200, """{"id":"old-1","url":"https://files.example/old-1"}""");

        (await stage.SendAsync(With("one.png"), "key-1")).ShouldBeOfType<Sent>();
        stage.Published.ShouldHaveSingleItem().Media.ShouldBe(["old-1"]);
    }

    private static Outgoing With(params string[] names) => Town.Post("Look") with { Media = [.. names.Select(Town.Picture)] };
}
