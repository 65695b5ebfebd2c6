using PluginHost.Campaigns;

namespace PluginHost.Rehearsal.Tests;

/// <summary>What is said when no answer comes, or the host fails.</summary>
public sealed class ConnectionTests
{
    public static TheoryData<string> Kinds => ["bluesky", "mastodon", "mastodon-without-keys", "x"];

    [Theory]
    [InlineData(HttpRequestError.ConnectionError)]
    [InlineData(HttpRequestError.NameResolutionError)]
    [InlineData(HttpRequestError.SecureConnectionError)]
    public async Task Should_Try_Later_When_Nothing_Has_Left(HttpRequestError error)
    {
        using var pretence = new Pretence("x");
        pretence.Http.Answer = _ => throw new HttpRequestException(error, "Connection refused");

        (await pretence.SendAsync()).ShouldBeOfType<TryLater>().Reason.ShouldContain("Connection refused");
    }

    [Theory]
    [InlineData(HttpRequestError.ResponseEnded)]
    [InlineData(HttpRequestError.InvalidResponse)]
    [InlineData(HttpRequestError.Unknown)]
    public async Task Should_Not_Guess_When_The_Connection_Is_Cut(HttpRequestError error)
    {
        using var pretence = new Pretence("mastodon");
        pretence.Http.Answer = _ => throw new HttpRequestException(error, "The response ended prematurely");

        (await pretence.SendAsync()).ShouldBeOfType<UnknownOutcome>().Reason.ShouldContain("ended prematurely");
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Should_Give_Up_After_Half_Of_The_Time_In_Which_It_May_Land(string kind)
    {
        // Given
        using var pretence = new Pretence(kind, ("lands-within", "8s"));
        pretence.Http.IsSilent = true;
        var sending = pretence.SendAsync();

        // When
        pretence.Host.Clock.Advance(TimeSpan.FromMilliseconds(3_999));
        var early = sending.IsCompleted;
        pretence.Host.Clock.Advance(TimeSpan.FromMilliseconds(1));

        // Then
        early.ShouldBeFalse();
        (await sending).ShouldBeOfType<UnknownOutcome>().Reason.ShouldContain("did not answer within 4 seconds");
    }

    [Fact]
    public async Task Should_Try_Later_When_There_Is_No_Token()
    {
        using var pretence = new Pretence("mastodon");
        foreach (var answer in new Func<HttpResponseMessage>[]
                 {
                     () => throw new HttpRequestException("no answer"),
                     () => FakeHttp.Json(500, "{}"),
                     () => FakeHttp.Json(200, "{}"),
                     () => FakeHttp.Json(404, "<html>"),
                 })
        {
            pretence.Http.AnswerToken = answer;
            (await pretence.SendAsync()).ShouldBeOfType<TryLater>();
        }

        pretence.Http.Requests.ShouldBeEmpty();
    }

    [Fact]
    public async Task Should_Say_That_Nothing_Left_When_It_Is_Cancelled_Before()
    {
        using var pretence = new Pretence("mastodon");

        (await pretence.SendAsync(new CancellationToken(canceled: true))).ShouldBeOfType<TryLater>();

        pretence.Http.Requests.ShouldBeEmpty();
    }

    [Fact]
    public async Task Should_End_With_The_Senders_Own_Token_When_It_Is_Cancelled_On_Its_Way()
    {
        using var pretence = new Pretence("mastodon");
        using var cancel = new CancellationTokenSource();
        pretence.Http.IsSilent = true;
        var sending = pretence.SendAsync(cancel.Token);

        await cancel.CancelAsync();

        await Should.ThrowAsync<OperationCanceledException>(sending);
        pretence.Http.Requests.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Should_Be_Sent_Though_The_Copy_Cannot_Be_Written()
    {
        using var pretence = new Pretence("x");
        pretence.Host.Store.Life = 0;

        (await pretence.SendAsync(201, """{"data":{"id":"5"}}""")).ShouldBeOfType<Sent>();

        pretence.Host.Screen.Lines.ShouldHaveSingleItem().ShouldBe(
            "Warning: Post 5 of @slocombe is published, and nobody here reacts to it: The process has died.");
    }

    [Fact]
    public async Task Should_Tell_The_Server_What_It_Is_To_Suffer()
    {
        using var pretence = new Pretence("x", ("late", "0.25"), ("lost", "1"), ("lands-within", "8s"), ("key-life", "2m"), ("allowance", "300"));

        await pretence.SendAsync();

        pretence.Http.Headers["Rehearsal"].ShouldBe(
            "slow=0, late=0.25, lost=1, limited=0, broken=0, expired=0, repeat-broken=0.5, allowance=300, lands-within=8000, key-life=120000, "
            + $"patience=4000, sent={pretence.Now.ToUnixTimeMilliseconds()}");
    }
}
