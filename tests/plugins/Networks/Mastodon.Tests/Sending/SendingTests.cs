using System.Net;
using System.Security.Authentication;
using PluginHost.Campaigns;
using PluginHost.Sdk;

namespace PluginHost.Mastodon.Tests;

/// <summary>What becomes of a post on bad days, and on good ones.</summary>
public sealed class SendingTests
{
    private const string Posts = "POST /api/v1/statuses";

    [Fact]
    public async Task Should_Send_Nothing_When_Nobody_Is_Logged_In()
    {
        await using var stage = await Stage.LoggedOutAsync(clock => new MastodonServer(clock));

        var later = (await stage.SendAsync("Hello")).ShouldBeOfType<TryLater>();

        later.Reason.ShouldBe("@slocombe is not logged in on mastodon.example. pluginhost profiles login @slocombe does it");
        stage.Server.Requests.ShouldBeEmpty();
    }

    [Fact]
    public async Task Should_Send_With_Key_Token_And_A_User_Agent()
    {
        await using var stage = await Stage.LoggedInAsync();

        var sent = (await stage.SendAsync("Hello")).ShouldBeOfType<Sent>();

        sent.RemoteId.ShouldBe(stage.Published.ShouldHaveSingleItem().Id);
        sent.RateLimit!.Remaining.ShouldBe(297);
        var request = stage.Server.Requests[^1];
        request.Headers["Idempotency-Key"].ShouldBe("key-1");
        request.Headers["Authorization"].ShouldBe($"Bearer {stage.Server.Tokens.Single()}");
        request.Headers["User-Agent"].ShouldStartWith("PluginHost");
    }

    [Fact]
    public async Task Should_Keep_The_Rest_Of_A_Thread_When_The_Login_Ends_In_Its_Middle()
    {
        // Given
        await using var stage = await Stage.LoggedInAsync();
        var first = (await stage.SendAsync(Town.Post("One"), "key-1")).ShouldBeOfType<Sent>();
        var second = Town.Post("Two") with { InReplyTo = first.RemoteId, ThreadRoot = first.RemoteId };
        stage.Server.Tokens.Clear();

        // When
        var later = (await stage.SendAsync(second, "key-2")).ShouldBeOfType<TryLater>();
        await stage.LogInAsync();
        var sent = (await stage.SendAsync(second, "key-2")).ShouldBeOfType<Sent>();

        // Then
        later.Reason.ShouldContain("The access token is invalid");
        later.Reason.ShouldContain("Log in again: pluginhost profiles login @slocombe");
        stage.Published.Select(status => status.Text).ShouldBe(["One", "Two"]);
        stage.Server.Find(sent.RemoteId).Answers!.Id.ShouldBe(first.RemoteId);
    }

    [Fact]
    public async Task Should_Ask_The_Vault_Again_When_Somebody_Logged_In_Elsewhere()
    {
        await using var stage = await Stage.LoggedInAsync();
        var old = Session.Read(stage.Host.Secrets.Find("token/@slocombe")!)!;
        stage.Server.Tokens.Clear();
        stage.Server.Tokens.Add("newer");
        stage.Host.Secrets.Keep("token/@slocombe", (old with { Token = "newer" }).ToSecret());

        (await stage.SendAsync("Hello")).ShouldBeOfType<TryLater>();
        (await stage.SendAsync("Hello")).ShouldBeOfType<Sent>();
    }

    [Fact]
    public async Task Should_Not_Send_The_Token_To_Another_Server_Than_The_One_That_Gave_It()
    {
        await using var stage = await Stage.LoggedInAsync();
        var asked = stage.Server.Requests.Count;

        var moved = Town.Post("Hello") with { Profile = Town.Slocombe with { Server = "https://elsewhere.example" } };
        (await stage.SendAsync(moved, "key-1")).ShouldBeOfType<TryLater>().Reason.ShouldContain("not logged in on elsewhere.example");

        stage.Server.Requests.Count.ShouldBe(asked);
    }

    [Theory]
    [InlineData(HttpRequestError.ResponseEnded)]
    [InlineData(HttpRequestError.InvalidResponse)]
    [InlineData(HttpRequestError.Unknown)]
    [InlineData(HttpRequestError.ConfigurationLimitExceeded)]
    public async Task Should_Not_Know_When_The_Connection_Was_Cut_After_The_Request(HttpRequestError what)
    {
        await using var stage = await Stage.LoggedInAsync();
        stage.Server.NextAfter(Posts, _ => throw new HttpRequestException(what, "it was cut"));

        (await stage.SendAsync("Hello")).ShouldBeOfType<UnknownOutcome>().Reason.ShouldContain("it was cut");
        (await stage.FindAsync(Town.Post("Hello"), stage.Now)).ShouldBeOfType<Found>().Sent.RemoteId.ShouldBe(stage.Published.ShouldHaveSingleItem().Id);
    }

    [Theory]
    [InlineData(HttpRequestError.ConnectionError, "cannot be reached")]
    [InlineData(HttpRequestError.NameResolutionError, "There is no server mastodon.example")]
    [InlineData(HttpRequestError.SecureConnectionError, "did not prove who it is")]
    public async Task Should_Try_Later_When_The_Connection_Did_Not_Come_About(HttpRequestError what, string said)
    {
        await using var stage = await Stage.LoggedInAsync();
        stage.Server.Next(Posts, _ => throw new HttpRequestException(what, "no", new AuthenticationException("The certificate is for another name")));

        (await stage.SendAsync("Hello")).ShouldBeOfType<TryLater>().Reason.ShouldContain(said);
        stage.Published.ShouldBeEmpty();
    }

    [Fact]
    public async Task Should_Not_Know_While_A_Known_Key_Is_Answered_With_Faults()
    {
        // Given a server that answers a duplicate 500 instead of the first post (mastodon/mastodon#40399)
        await using var stage = await Stage.LoggedInAsync();
        stage.Server.NextAfter(Posts, _ => throw new HttpRequestException(HttpRequestError.ResponseEnded, "cut"));
        for (var i = 0; i < 3; i++)
            stage.Server.Next(Posts, 500, """{"error":"Something went wrong on our end"}""");

        // When
        SendResult[] results = [await stage.SendAsync("Hello"), await stage.SendAsync("Hello"), await stage.SendAsync("Hello"), await stage.SendAsync("Hello")];

        // Then
        results.ShouldAllBe(result => result is UnknownOutcome);
        stage.Published.Count.ShouldBe(1);
        (await stage.FindAsync(Town.Post("Hello"), stage.Now.AddMinutes(-1))).ShouldBeOfType<Found>();
    }

    [Theory]
    [InlineData(200, """{"id":"7","scheduled_at":"2026-03-02T13:00:00.000Z"}""", "has put the post off")]
    [InlineData(200, """{"id":"115","created_at":"2026-""", "nothing that can be read")]
    [InlineData(200, "<html><body>Maintenance</body></html>", "a page for people")]
    [InlineData(503, "<html><body>Maintenance</body></html>", "503 with a page for people")]
    public async Task Should_Not_Know_What_Such_An_Answer_Means(int status, string body, string said)
    {
        await using var stage = await Stage.LoggedInAsync();
        stage.Server.NextAfter(Posts, _ => MastodonServer.Reply(status, body));

        (await stage.SendAsync("Hello")).ShouldBeOfType<UnknownOutcome>().Reason.ShouldContain(said);
    }

    [Fact]
    public async Task Should_Send_No_Token_Where_A_Redirection_Leads()
    {
        await using var stage = await Stage.LoggedInAsync();
        stage.Server.Next(Posts, 308, "", ("Location", "https://elsewhere.example/api/v1/statuses"));

        (await stage.SendAsync("Hello")).ShouldBeOfType<TryLater>();
        stage.Server.Requests.ShouldAllBe(request => request.Address.StartsWith(MastodonServer.Address, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Should_Take_5000_Characters_Where_The_Instance_Does()
    {
        await using var stage = await Stage.LoggedInAsync(clock => new MastodonServer(clock) { Limit = 5_000 });

        (await stage.Network.RulesForAsync(Town.Slocombe, CancellationToken.None)).Limit.ShouldBe(5_000);
        (await stage.SendAsync(new string('a', 5_000))).ShouldBeOfType<Sent>();
        (await stage.SendAsync(Town.Post(new string('a', 5_001)), "key-2")).ShouldBeOfType<RefusedByNetwork>().Reason.ShouldContain("limit of 5000");
    }

    [Fact]
    public async Task Should_Have_Time_Left_For_Nothing_When_It_Is_Cancelled_Before()
    {
        await using var stage = await Stage.LoggedInAsync();
        using var cancelled = new CancellationTokenSource();
        await cancelled.CancelAsync();

        try
        {
            await stage.Network.SendAsync(Town.Post("Hello"), Town.Key("key-1"), cancelled.Token);
        }
        catch (OperationCanceledException)
        {
        }

        stage.Published.ShouldBeEmpty();
    }

    [Fact]
    public async Task Should_Say_What_Is_Missing_When_Nothing_Says_On_Which_Server_It_Is()
    {
        await using var stage = await Stage.LoggedInAsync();

        var post = Town.Post("Hello") with { Profile = Town.Slocombe with { Handle = "slocombe" } };
        (await stage.SendAsync(post, "key-1")).ShouldBeOfType<TryLater>().Reason.ShouldContain("Write its handle as user@server");
    }

    [Fact]
    public async Task Should_Publish_All_That_Goes_With_It()
    {
        await using var stage = await Stage.LoggedInAsync();
        var post = Town.Post("Which one?") with
        {
            Extras = new PostExtras { Warning = "Food", Visibility = PostVisibility.Unlisted, Poll = new Poll { Options = ["Mint", "Liquorice"], Lasts = TimeSpan.FromHours(1) } },
        };

        (await stage.SendAsync(post, "key-1")).ShouldBeOfType<Sent>();

        var status = stage.Published.ShouldHaveSingleItem();
        (status.Warning, status.Visibility, status.Language).ShouldBe(("Food", "unlisted", "en"));
        status.Options.ShouldBe(["Mint", "Liquorice"]);
        stage.Server.Requests.ShouldNotContain(request => request.Body.Contains("scheduled_at", StringComparison.Ordinal));
    }
}
