using PluginHost.Campaigns;
using PluginHost.Sdk;

namespace PluginHost.Rehearsal.Tests;

public sealed class BlueskyTests : IDisposable
{
    private const string Uri = "at://slocombe/app.bsky.feed.post/x";

    private readonly Pretence _pretence = new("bluesky");

    [Fact]
    public async Task Should_Send_The_Same_Bytes_However_Often_It_Is_Tried()
    {
        // Given
        _pretence.Post = _pretence.Post with { InReplyTo = "at://bob/app.bsky.feed.post/y" };
        await _pretence.SendAsync(502, "{}");

        // When: later, by another attempt, and with an instant that a store has cut to milliseconds.
        _pretence.Host.Clock.Advance(TimeSpan.FromHours(1));
        _pretence.Post = _pretence.Post with { PlannedAt = _pretence.Post.PlannedAt.AddTicks(1_234).ToOffset(TimeSpan.FromHours(2)) };
        await _pretence.Network.SendAsync(_pretence.Post, new SendKey { Value = "key-1", Attempt = 2 }, CancellationToken.None);

        // Then
        var key = RecordKey.Of(Town.Key("key-1"), _pretence.Post.PlannedAt);
        _pretence.Http.Requests.Distinct().ShouldHaveSingleItem().ShouldBe(
            "POST /bluesky/xrpc/com.atproto.repo.putRecord token-1 "
            + $$$"""{"repo":"slocombe","collection":"app.bsky.feed.post","rkey":"{{{key}}}","swapRecord":null,"record":{"$type":"app.bsky.feed.post", """.TrimEnd()
            + """ "text":"Hello","createdAt":"2026-03-02T09:00:00.123Z","langs":["en"], """.Trim()
            + """ "reply":{"root":{"uri":"at://bob/app.bsky.feed.post/y"},"parent":{"uri":"at://bob/app.bsky.feed.post/y"}}}}""".Trim());
    }

    [Fact]
    public async Task Should_Name_The_First_Part_Of_A_Thread_As_Its_Root()
    {
        _pretence.Post = _pretence.Post with { InReplyTo = "at://slocombe/app.bsky.feed.post/2", ThreadRoot = "at://slocombe/app.bsky.feed.post/1" };

        await _pretence.SendAsync(502, "{}");

        _pretence.Http.Requests[0].ShouldContain(
            """ "reply":{"root":{"uri":"at://slocombe/app.bsky.feed.post/1"},"parent":{"uri":"at://slocombe/app.bsky.feed.post/2"}} """.Trim());
    }

    [Fact]
    public async Task Should_Be_Sent_When_It_Is_There_And_Say_How_Much_Is_Left()
    {
        var sent = (await _pretence.SendAsync(
            200, $$"""{"uri":"{{Uri}}","cid":"c"}""", ("RateLimit-Remaining", "12"), ("RateLimit-Reset", "1772442000"))).ShouldBeOfType<Sent>();

        sent.RemoteId.ShouldBe(Uri);
        sent.At.ShouldBe(_pretence.Now);
        sent.RateLimit.ShouldBe(new RateLimit { Remaining = 12, ResetsAt = DateTimeOffset.FromUnixTimeSeconds(1_772_442_000) });
    }

    [Theory]
    [InlineData(400, """{"error":"InvalidRequest","message":"too long"}""", "too long")]
    [InlineData(400, """{"error":"InvalidRecord"}""", "InvalidRecord")]
    public async Task Should_Be_Refused_Where_The_Network_Says_No(int status, string body, string reason) =>
        (await _pretence.SendAsync(status, body)).ShouldBeOfType<RefusedByNetwork>().Reason.ShouldBe(reason);

    [Theory]
    [InlineData(200, "{}")]
    [InlineData(200, "<html>")]
    [InlineData(200, "[]")]
    [InlineData(400, "<html>")]
    [InlineData(404, """{"error":"XRPCNotSupported"}""")]
    [InlineData(500, """{"error":"InternalServerError","message":"x"}""")]
    [InlineData(502, """{"error":"UpstreamFailure"}""")]
    public async Task Should_Not_Guess(int status, string body) => (await _pretence.SendAsync(status, body)).ShouldBeOfType<UnknownOutcome>();

    [Fact]
    public async Task Should_Wait_For_The_Reset()
    {
        var later = (await _pretence.SendAsync(
            429, """{"error":"RateLimitExceeded","message":"slow down"}""", ("ratelimit-remaining", "0"), ("ratelimit-reset", "1772442000")))
            .ShouldBeOfType<TryLater>();

        later.Reason.ShouldBe("slow down");
        later.NotBefore.ShouldBe(DateTimeOffset.FromUnixTimeSeconds(1_772_442_000));
        later.RateLimit!.Remaining.ShouldBe(0);
    }

    [Theory]
    [InlineData(400, """{"error":"ExpiredToken"}""")]
    [InlineData(400, """{"error":"InvalidToken"}""")]
    [InlineData(401, """{"error":"AuthenticationRequired"}""")]
    public async Task Should_Renew_Its_Token_And_Try_Later(int status, string body)
    {
        (await _pretence.SendAsync(status, body)).ShouldBeOfType<TryLater>().Reason.ShouldContain("renewed");

        (await _pretence.SendAsync(200, $$"""{"uri":"{{Uri}}"}""")).ShouldBeOfType<Sent>();
        _pretence.Http.Requests.Select(request => request.Split(' ')[2]).ShouldBe(["token-1", "token-2"]);
    }

    [Theory]
    [InlineData("Hello", typeof(Sent))]
    [InlineData("Bye", typeof(RefusedByNetwork))]
    public async Task Should_Read_Back_What_Stands_In_Its_Place(string text, Type outcome)
    {
        _pretence.Http.Answer = path => path.Contains("getRecord", StringComparison.Ordinal)
            ? FakeHttp.Json(200, $$$"""{"uri":"{{{Uri}}}","value":{"text":"{{{text}}}"}}""")
            : FakeHttp.Json(400, """{"error":"InvalidSwap"}""");

        (await _pretence.SendAsync()).ShouldBeOfType(outcome);
    }

    [Fact]
    public async Task Should_Not_Guess_What_Stands_In_Its_Place()
    {
        _pretence.Http.Answer = path => path.Contains("getRecord", StringComparison.Ordinal)
            ? FakeHttp.Json(502, "{}")
            : FakeHttp.Json(400, """{"error":"InvalidSwap"}""");

        (await _pretence.SendAsync()).ShouldBeOfType<UnknownOutcome>();
    }

    [Fact]
    public async Task Should_Be_Found_By_Its_Identity()
    {
        _pretence.Http.Answer = _ => FakeHttp.Json(200, $$$"""{"uri":"{{{Uri}}}","value":{"text":"Hello"}}""");

        (await _pretence.FindAsync(_pretence.Now)).ShouldBeOfType<Found>().Sent.RemoteId.ShouldBe(Uri);

        var key = RecordKey.Of(Town.Key("key-1"), _pretence.Post.PlannedAt);
        _pretence.Http.Requests.ShouldBe(
            [$"GET /bluesky/xrpc/com.atproto.repo.getRecord?repo=slocombe&collection=app.bsky.feed.post&rkey={key} token-1"]);
    }

    [Theory]
    [InlineData(400, """{"error":"RecordNotFound"}""")]
    [InlineData(200, """{"uri":"at://x","value":{"text":"Something else"}}""")]
    public async Task Should_Not_Be_There(int status, string body)
    {
        _pretence.Http.Answer = _ => FakeHttp.Json(status, body);

        (await _pretence.FindAsync(_pretence.Now)).ShouldBeOfType<NotThere>();
    }

    [Theory]
    [InlineData(400, """{"error":"InvalidRequest"}""")]
    [InlineData(400, """{"error":"ExpiredToken"}""")]
    [InlineData(429, """{"error":"RateLimitExceeded"}""")]
    [InlineData(502, "<html>")]
    [InlineData(200, "{}")]
    public async Task Should_Ask_Again_Later_When_It_Cannot_Be_Told(int status, string body)
    {
        _pretence.Http.Answer = _ => FakeHttp.Json(status, body);

        await Should.ThrowAsync<PluginHostException>(_pretence.FindAsync(_pretence.Now));
    }

    public void Dispose() => _pretence.Dispose();
}
