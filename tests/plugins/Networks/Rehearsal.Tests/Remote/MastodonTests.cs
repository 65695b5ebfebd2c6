using PluginHost.Campaigns;

namespace PluginHost.Rehearsal.Tests;

public sealed class MastodonTests : IDisposable
{
    private const string Status = """{"id":"115","created_at":"2026-03-02T09:00:01.5Z","url":"https://rehearsal.example/@slocombe/115"}""";

    private readonly Pretence _pretence = new("mastodon");

    [Theory]
    [InlineData("mastodon")]
    [InlineData("mastodon-without-keys")]
    public async Task Should_Send_The_Key_With_Every_Attempt(string kind)
    {
        using var pretence = new Pretence(kind);
        pretence.Post = pretence.Post with { InReplyTo = "114" };

        await pretence.SendAsync(200, Status);

        pretence.Http.Requests.ShouldBe([$$"""POST /{{kind}}/api/v1/statuses token-1 {"status":"Hello","in_reply_to_id":"114","language":"en"}"""]);
        pretence.Http.Headers["Idempotency-Key"].ShouldBe("key-1");
    }

    [Fact]
    public async Task Should_Be_Sent_When_It_Is_There_And_Say_How_Much_Is_Left()
    {
        var sent = (await _pretence.SendAsync(
            200, Status, ("X-RateLimit-Remaining", "7"), ("X-RateLimit-Reset", "2026-03-02T09:05:00.25Z"))).ShouldBeOfType<Sent>();

        sent.RemoteId.ShouldBe("115");
        sent.Link.ShouldBe("https://rehearsal.example/@slocombe/115");
        sent.At.ShouldBe(new DateTimeOffset(2026, 3, 2, 9, 0, 1, 500, TimeSpan.Zero));
        sent.RateLimit.ShouldBe(new RateLimit { Remaining = 7, ResetsAt = new DateTimeOffset(2026, 3, 2, 9, 5, 0, 250, TimeSpan.Zero) });
    }

    [Theory]
    [InlineData(422)]
    [InlineData(403)]
    [InlineData(400)]
    public async Task Should_Be_Refused_Where_The_Network_Says_No(int status) =>
        (await _pretence.SendAsync(status, """{"error":"Text can't be blank"}""")).ShouldBeOfType<RefusedByNetwork>().Reason.ShouldBe("Text can't be blank");

    [Theory]
    [InlineData(200, "{}")]
    [InlineData(200, """{"id":"5","scheduled_at":"2026-03-02T10:00:00Z"}""")]
    [InlineData(200, """{"id":"5","created_at":"yesterday"}""")]
    [InlineData(422, "<html>")]
    [InlineData(404, """{"error":"Record not found"}""")]
    [InlineData(500, """{"error":"Internal Server Error"}""")]
    [InlineData(503, "<html>")]
    public async Task Should_Not_Guess(int status, string body) => (await _pretence.SendAsync(status, body)).ShouldBeOfType<UnknownOutcome>();

    [Theory]
    [InlineData("2026-03-02T09:05:00Z", true)]
    [InlineData("soon", false)]
    public async Task Should_Wait_For_The_Reset_Where_There_Is_One(string reset, bool known)
    {
        var later = (await _pretence.SendAsync(
            429, """{"error":"Too many requests"}""", ("X-RateLimit-Remaining", "0"), ("X-RateLimit-Reset", reset))).ShouldBeOfType<TryLater>();

        later.Reason.ShouldBe("Too many requests");
        later.NotBefore.ShouldBe(known ? new DateTimeOffset(2026, 3, 2, 9, 5, 0, TimeSpan.Zero) : null);
    }

    [Fact]
    public async Task Should_Renew_Its_Token_And_Try_Later()
    {
        (await _pretence.SendAsync(401, """{"error":"The access token expired"}""")).ShouldBeOfType<TryLater>();

        (await _pretence.SendAsync(200, Status)).ShouldBeOfType<Sent>();
        _pretence.Http.Requests.Select(request => request.Split(' ')[2]).ShouldBe(["token-1", "token-2"]);
    }

    public void Dispose() => _pretence.Dispose();
}
