using PluginHost.Campaigns;

namespace PluginHost.Rehearsal.Tests;

public sealed class XTests : IDisposable
{
    private readonly Pretence _pretence = new("x");

    [Fact]
    public async Task Should_Send_The_Text_And_What_It_Answers()
    {
        _pretence.Post = _pretence.Post with { InReplyTo = "1990" };

        await _pretence.SendAsync(201, """{"data":{"id":"5"}}""");

        _pretence.Http.Requests.ShouldBe(["""POST /x/2/tweets token-1 {"text":"Hello","reply":{"in_reply_to_tweet_id":"1990"}}"""]);
    }

    [Theory]
    [InlineData(201, """{"data":{"id":"5","text":"Hello"}}""")]
    [InlineData(200, """{"errors":[{"title":"Not Found Error"}],"data":{"id":"5"}}""")]
    public async Task Should_Be_Sent_When_The_Post_Is_Named(int status, string body)
    {
        var sent = (await _pretence.SendAsync(
            status, body, ("x-rate-limit-remaining", "3"), ("x-rate-limit-reset", "1772442000"))).ShouldBeOfType<Sent>();

        sent.RemoteId.ShouldBe("5");
        sent.RateLimit!.Remaining.ShouldBe(3);
    }

    [Theory]
    [InlineData(200, """{"errors":[{"title":"Not Found Error"}]}""")]
    [InlineData(200, "{}")]
    [InlineData(403, """{"title":"Forbidden","detail":"You are not allowed to create a Tweet with duplicate content."}""")]
    [InlineData(403, "<html>")]
    [InlineData(409, """{"title":"Conflict"}""")]
    [InlineData(503, """{"title":"Service Unavailable","detail":"Over capacity"}""")]
    public async Task Should_Not_Guess(int status, string body) => (await _pretence.SendAsync(status, body)).ShouldBeOfType<UnknownOutcome>();

    [Theory]
    [InlineData(400, "text must not be empty")]
    [InlineData(403, "You may only reply to those who mentioned you")]
    public async Task Should_Be_Refused_Where_The_Network_Says_No(int status, string detail) =>
        (await _pretence.SendAsync(status, $$"""{"title":"x","detail":"{{detail}}"}""")).ShouldBeOfType<RefusedByNetwork>().Reason.ShouldBe(detail);

    [Theory]
    [InlineData("""{"title":"Too Many Requests","detail":"Too Many Requests"}""", "Too Many Requests", true)]
    [InlineData("""{"errors":[{"code":88,"message":"Rate limit exceeded"}]}""", "Rate limit exceeded", true)]
    [InlineData("""{"title":"UsageCapExceeded","detail":"Monthly product cap","period":"Monthly"}""", "Monthly product cap", false)]
    public async Task Should_Try_Later_Whatever_Shape_The_Limit_Has(string body, string reason, bool resets)
    {
        (string, string)[] headers = resets ? [("x-rate-limit-remaining", "0"), ("x-rate-limit-reset", "1772442000")] : [];

        var later = (await _pretence.SendAsync(429, body, headers)).ShouldBeOfType<TryLater>();

        later.Reason.ShouldBe(reason);
        later.NotBefore.ShouldBe(resets ? DateTimeOffset.FromUnixTimeSeconds(1_772_442_000) : null);
        later.RateLimit.ShouldBe(resets ? new RateLimit { Remaining = 0, ResetsAt = later.NotBefore!.Value } : null);
    }

    [Fact]
    public async Task Should_Renew_Its_Token_And_Try_Later() =>
        (await _pretence.SendAsync(401, """{"title":"Unauthorized"}""")).ShouldBeOfType<TryLater>();

    [Fact]
    public async Task Should_Not_Even_Ask_Whether_A_Post_Is_There()
    {
        (await _pretence.FindAsync(_pretence.Now)).ShouldBeOfType<CannotTell>().Reason.ShouldNotBeEmpty();

        _pretence.Http.Requests.ShouldBeEmpty();
    }

    public void Dispose() => _pretence.Dispose();
}
