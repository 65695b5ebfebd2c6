using System.Net;
using PluginHost.Campaigns;

namespace PluginHost.Bluesky.Tests;

/// <summary>Bad days: what is said of a post is no more than is certain.</summary>
public sealed class TroubleTests
{
    [Fact]
    public async Task Should_Wait_As_Long_As_The_Server_Asks()
    {
        await using var town = await Town.StartAsync();
        Answer(town, () => Said.No(HttpStatusCode.TooManyRequests, "RateLimitExceeded", "Rate Limit Exceeded").With("Retry-After", "60"));

        (await town.SendAsync(town.Post("Hello"))).ShouldBeOfType<TryLater>().NotBefore.ShouldBe(town.Host.Clock.GetUtcNow().AddSeconds(60));
    }

    [Fact]
    public async Task Should_Wait_For_The_Limit_To_Begin_Anew_Where_Nothing_Else_Is_Said()
    {
        await using var town = await Town.StartAsync();
        Answer(town, () => Said.No(HttpStatusCode.TooManyRequests, "RateLimitExceeded", "Rate Limit Exceeded")
            .With("RateLimit-Reset", "1772445600").With("RateLimit-Remaining", "0").With("RateLimit-Policy", "5000;w=3600"));

        var later = (await town.SendAsync(town.Post("Hello"))).ShouldBeOfType<TryLater>();

        later.NotBefore.ShouldBe(DateTimeOffset.FromUnixTimeSeconds(1772445600));
        later.RateLimit.ShouldNotBeNull().Remaining.ShouldBe(0);
    }

    [Theory]
    [InlineData(HttpStatusCode.InternalServerError)]
    [InlineData(HttpStatusCode.BadGateway)]
    [InlineData(HttpStatusCode.ServiceUnavailable)]
    public async Task Should_Not_Know_What_A_Broken_Server_Has_Done(HttpStatusCode status)
    {
        await using var town = await Town.StartAsync();
        Answer(town, () => Said.Page(status));

        (await town.SendAsync(town.Post("Hello"))).ShouldBeOfType<UnknownOutcome>().Reason.ShouldContain($"{(int)status}");
    }

    [Theory]
    [InlineData(1, "{\"uri\":\"at://did:plc:abc/app.bsky.fe")]
    [InlineData(1, "<html>Welcome to this hotel's network</html>")]
    [InlineData(1, "{}")]
    [InlineData(1, "[]")]
    [InlineData(1, "")]
    [InlineData(3, "{\"results\":[{\"uri\":\"at://did:plc:abc/app.bsky.fe")]
    [InlineData(3, "<html>Welcome to this hotel's network</html>")]
    [InlineData(3, "{}")]
    [InlineData(3, "[]")]
    [InlineData(3, "")]
    [InlineData(3, "{\"status\":\"ok\"}")]
    [InlineData(3, "{\"results\":[]}")]
    [InlineData(3, "{\"results\":[{},{}]}")]
    public async Task Should_Not_Know_What_Half_An_Answer_Means(int parts, string body)
    {
        await using var town = await Town.StartAsync();
        town.Server.Before = (method, _) => method is "com.atproto.repo.putRecord" or "com.atproto.repo.applyWrites" ? Said.Json(HttpStatusCode.OK, body) : null;

        (await town.SendAsync(ThreadTests.Thread(town, parts))).ShouldBeOfType<UnknownOutcome>();
    }

    [Fact]
    public async Task Should_Not_Know_What_A_Server_Has_Done_That_Gave_Up_Waiting()
    {
        await using var town = await Town.StartAsync();
        Answer(town, () => Said.No(HttpStatusCode.RequestTimeout, "RequestTimeout", "Request Timeout"));

        (await town.SendAsync(town.Post("Hello"))).ShouldBeOfType<UnknownOutcome>();
    }

    [Fact]
    public async Task Should_Not_Know_What_A_Page_With_An_Error_Means()
    {
        await using var town = await Town.StartAsync();
        Answer(town, () => Said.Page(HttpStatusCode.Forbidden));

        (await town.SendAsync(town.Post("Hello"))).ShouldBeOfType<UnknownOutcome>();
    }

    [Fact]
    public async Task Should_Find_What_Was_Published_Before_The_Connection_Was_Cut()
    {
        await using var town = await Town.StartAsync();
        town.Server.After = (_, _) => throw new HttpRequestException(HttpRequestError.ResponseEnded, "cut");
        var (post, key) = (town.Post("Hello"), town.Key());

        (await town.SendAsync(post, key)).ShouldBeOfType<UnknownOutcome>();
        town.Server.After = null;

        var found = (await town.Network.LookUp!.FindAsync(post, key, post.PlannedAt, CancellationToken.None)).ShouldBeOfType<Found>();
        found.Sent.RemoteId.ShouldBe(town.Server.Posts.ShouldHaveSingleItem().Uri);
    }

    [Fact]
    public async Task Should_Say_That_It_Could_Not_Be_Asked_Where_Looking_Fails()
    {
        await using var town = await Town.StartAsync();
        town.Server.Before = (_, _) => throw new HttpRequestException("no route");

        (await Town.SaysAsync(() => town.PassAsync(town.Network.LookUp!.FindAsync(town.Post("Hello"), town.Key(), default, CancellationToken.None)))).ShouldContain("could not be asked");
    }

    [Fact]
    public async Task Should_Be_Certain_That_Nothing_Is_There_Where_The_Record_Is_Missing()
    {
        await using var town = await Town.StartAsync();

        (await town.Network.LookUp!.FindAsync(town.Post("Hello"), town.Key(), default, CancellationToken.None)).ShouldBeOfType<NotThere>();
    }

    [Theory]
    [InlineData(HttpRequestError.ConnectionError)]
    [InlineData(HttpRequestError.NameResolutionError)]
    [InlineData(HttpRequestError.SecureConnectionError)]
    public async Task Should_Be_Certain_That_Nothing_Left_Where_No_Connection_Came_About(HttpRequestError error)
    {
        await using var town = await Town.StartAsync();
        Answer(town, () => throw new HttpRequestException(error, "the certificate is not valid"));

        (await town.SendAsync(town.Post("Hello"))).ShouldBeOfType<TryLater>().Reason.ShouldContain("certificate");
    }

    [Fact]
    public async Task Should_Follow_Nobody_Who_Leads_Elsewhere()
    {
        await using var town = await Town.StartAsync();
        Answer(town, () => new HttpResponseMessage(HttpStatusCode.PermanentRedirect).With("Location", "https://elsewhere.example/"));

        (await town.SendAsync(town.Post("Hello"))).ShouldBeOfType<TryLater>().Reason.ShouldContain("leads to https://elsewhere.example/");

        town.Host.Http.Requests.ShouldAllBe(request => request.Address.StartsWith(PretendServer.Address, StringComparison.Ordinal));
    }

    // 302 is what servers also answer to what they have done.
    [Fact]
    public async Task Should_Not_Know_What_A_Server_Has_Done_That_Shows_Another_Page()
    {
        await using var town = await Town.StartAsync();
        Answer(town, () => new HttpResponseMessage(HttpStatusCode.Found).With("Location", "https://elsewhere.example/"));

        (await town.SendAsync(town.Post("Hello"))).ShouldBeOfType<UnknownOutcome>().Reason.ShouldContain("not followed");
    }

    // A byte a second: each comes in time, and the whole does not.
    [Fact]
    public async Task Should_Not_Wait_For_Ever_For_An_Answer_That_Trickles()
    {
        await using var town = await Town.StartAsync();
        var asked = new TaskCompletionSource();
        town.Host.Http.On($"POST {PretendServer.Address}/xrpc/com.atproto.repo.putRecord", async (_, cancel) =>
        {
            asked.SetResult();
            await Task.Delay(Timeout.InfiniteTimeSpan, town.Host.Clock, cancel);
            return new HttpResponseMessage();
        });

        var sending = town.SendAsync(town.Post("Hello"));
        await asked.Task;
        await town.Host.AdvanceAsync(TimeSpan.FromSeconds(31));

        (await sending).ShouldBeOfType<UnknownOutcome>().Reason.ShouldContain("30 seconds");
    }

    [Theory]
    [InlineData(HttpStatusCode.BadRequest, "BlobTooLarge", "blob too large")]
    [InlineData(HttpStatusCode.RequestEntityTooLarge, "PayloadTooLarge", "request entity too large")]
    public async Task Should_Say_What_To_Do_Where_A_Picture_Is_Refused(HttpStatusCode status, string error, string message)
    {
        await using var town = await Town.StartAsync();
        town.Server.Before = (method, _) => method.EndsWith("uploadBlob", StringComparison.Ordinal) ? Said.No(status, error, message) : null;

        var refused = (await town.SendAsync(town.Post("Look") with { Media = [SendingTests.Picture("lighthouse", "")] })).ShouldBeOfType<RefusedByNetwork>();

        refused.Reason.ShouldContain("lighthouse.png");
        refused.Reason.ShouldContain("make it smaller");
        town.Server.Posts.ShouldBeEmpty();
    }

    [Fact]
    public async Task Should_Say_That_An_Old_Server_Takes_Smaller_Pictures()
    {
        await using var town = await Town.StartAsync();
        Answer(town, () => Said.No(HttpStatusCode.BadRequest, "InvalidRequest", "This file is too large. It is 1.5MB but the maximum size is 976.56KB."));

        (await town.SendAsync(town.Post("Look") with { Media = [SendingTests.Picture("a", "")] })).ShouldBeOfType<RefusedByNetwork>().Reason.ShouldContain("1,000,000 bytes");
    }

    [Theory]
    [InlineData("uploadBlob")]
    [InlineData("getRecord")]
    public async Task Should_Be_Certain_That_Nothing_Was_Published_While_It_Was_Made_Ready(string step)
    {
        await using var town = await Town.StartAsync();
        var question = town.Server.Say(town.Kari, "Really?");
        town.Server.Before = (method, _) => method.EndsWith(step, StringComparison.Ordinal) ? throw new HttpRequestException("cut") : null;

        var result = await town.PassAsync(town.SendAsync(town.Post("Look") with { InReplyTo = question.Uri, Media = [SendingTests.Picture("a", "")] }));

        result.ShouldBeOfType<TryLater>().Reason.ShouldContain("nothing of the post has left");
        town.Server.Posts.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Should_Not_Refuse_On_A_Repeat_What_Is_There_Though_A_Picture_Is_No_Longer_Taken()
    {
        await using var town = await Town.StartAsync();
        var (post, key) = (town.Post("Look") with { Media = [SendingTests.Picture("a", "")] }, town.Key());
        await town.SendAsync(post, key);
        town.Server.Before = (method, _) => method.EndsWith("uploadBlob", StringComparison.Ordinal) ? Said.No(HttpStatusCode.BadRequest, "BlobTooLarge", "too large") : null;

        (await town.SendAsync(post, key with { Attempt = 2 })).ShouldBeOfType<Sent>();
    }

    [Fact]
    public async Task Should_Be_Certain_Where_It_Was_Cancelled_Before_It_Left()
    {
        await using var town = await Town.StartAsync();
        using var cancelled = new CancellationTokenSource();
        town.Server.Before = (_, _) =>
        {
            cancelled.Cancel();
            return null;
        };

        try
        {
            await town.Network.SendAsync(town.Post("Look") with { Media = [SendingTests.Picture("a", "")] }, town.Key(), cancelled.Token);
        }
        catch (OperationCanceledException)
        {
            // The fence says so by itself.
        }

        town.Server.Posts.ShouldBeEmpty();
    }

    private static void Answer(Town town, Func<HttpResponseMessage> answer) =>
        town.Server.Before = (method, _) => method == "com.atproto.repo.putRecord" ? answer() : null;
}
