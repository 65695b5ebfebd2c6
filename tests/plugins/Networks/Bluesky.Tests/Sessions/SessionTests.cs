using System.Net;
using PluginHost.Campaigns;
using PluginHost.Sdk;

namespace PluginHost.Bluesky.Tests;

public sealed class SessionTests
{
    // By these names the host knows what to keep out of logs.
    [Fact]
    public async Task Should_Keep_Its_Tokens_By_The_Names_That_The_Server_Has_For_Them()
    {
        await using var town = await Town.StartAsync();

        var secret = town.Host.Secrets.Find("session/@slocombe").ShouldNotBeNull();
        var session = Session.Read(secret).ShouldNotBeNull();

        secret.ShouldContain($"\"accessJwt\":\"{session.Access}\"");
        secret.ShouldContain($"\"refreshJwt\":\"{session.Refresh}\"");
    }

    [Fact]
    public async Task Should_Go_On_With_A_Session_That_Was_Kept_By_Older_Names()
    {
        await using var town = await Town.StartAsync();
        var secret = town.Host.Secrets.Find("session/@slocombe").ShouldNotBeNull();
        town.Host.Secrets.Keep("session/@slocombe", secret.Replace("accessJwt", "access", StringComparison.Ordinal).Replace("refreshJwt", "refresh", StringComparison.Ordinal));

        await town.PublishAsync(town.Post("Hello"));
        await town.Host.AdvanceAsync(TimeSpan.FromMinutes(121));
        await town.PublishAsync(town.Post("Hello again"));

        town.Server.Asked.ShouldNotContain("com.atproto.server.createSession");
        town.Host.Secrets.Find("session/@slocombe").ShouldNotBeNull().ShouldContain("accessJwt");
    }

    [Fact]
    public async Task Should_Say_To_Log_In_Where_Nobody_Has()
    {
        await using var town = await Town.OpenAsync();

        (await town.SendAsync(town.Post("Hello"))).ShouldBeOfType<TryLater>().Reason.ShouldContain("pluginhost profiles login @slocombe");

        town.Server.Asked.ShouldBeEmpty();
    }

    [Fact]
    public async Task Should_Never_Log_In_By_Itself()
    {
        await using var town = await Town.StartAsync();
        for (var place = 0; place < 3; place++)
        {
            await using var process = await town.Host.AgainAsync();
            process.Http.On("", town.Server.Answer);
            var network = await process.NetworkAsync(Town.Slocombe);
            (await network.SendAsync(town.Post($"Hello {place}"), town.Key(), CancellationToken.None)).ShouldBeOfType<Sent>();
        }

        town.Server.Asked.ShouldBe(["com.atproto.repo.putRecord", "com.atproto.repo.putRecord", "com.atproto.repo.putRecord"]);
    }

    [Theory]
    [InlineData(118)]
    [InlineData(121)]
    public async Task Should_Renew_The_Session_Before_It_Ends(int minutes)
    {
        await using var town = await Town.StartAsync();
        await town.Host.AdvanceAsync(TimeSpan.FromMinutes(minutes));

        await town.PublishAsync(town.Post("Hello"));

        town.Server.Asked.ShouldBe(["com.atproto.server.refreshSession", "com.atproto.repo.putRecord"]);
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(1)]
    public async Task Should_Renew_In_Time_Whatever_The_Servers_Clock_Says(int hours)
    {
        await using var town = await Town.OpenAsync();
        town.Server.Ahead = TimeSpan.FromHours(hours);
        town.Host.Answers.Secret("App password", Town.Password);
        await town.Network.Login!.LogInAsync(Town.Slocombe, CancellationToken.None);
        town.Server.Asked.Clear();

        await town.PublishAsync(town.Post("Hello"));
        await town.Host.AdvanceAsync(TimeSpan.FromMinutes(119));
        await town.PublishAsync(town.Post("Hello again"));

        town.Server.Asked.ShouldBe(["com.atproto.repo.putRecord", "com.atproto.server.refreshSession", "com.atproto.repo.putRecord"]);
    }

    [Theory]
    [InlineData(HttpStatusCode.BadRequest, "ExpiredToken")]
    [InlineData(HttpStatusCode.BadRequest, "InvalidToken")]
    [InlineData(HttpStatusCode.Unauthorized, "AuthenticationRequired")]
    public async Task Should_Renew_A_Token_That_Is_No_Longer_Taken_And_Publish_Once(HttpStatusCode status, string error)
    {
        await using var town = await Town.StartAsync();
        var isFirst = true;
        town.Server.Before = (method, _) => method.EndsWith("putRecord", StringComparison.Ordinal) && isFirst && !(isFirst = false) ? Said.No(status, error, "Token has expired") : null;

        await town.PublishAsync(town.Post("Hello"));

        town.Server.Posts.Count.ShouldBe(1);
        town.Server.Asked.ShouldBe(["com.atproto.repo.putRecord", "com.atproto.server.refreshSession", "com.atproto.repo.putRecord"]);
    }

    [Fact]
    public async Task Should_Say_To_Log_In_Again_Where_The_Session_Was_Revoked()
    {
        await using var town = await Town.StartAsync();
        town.Server.Tokens.Revoke();

        var later = (await town.SendAsync(town.Post("Hello"))).ShouldBeOfType<TryLater>();

        later.Reason.ShouldContain("has ended");
        later.Reason.ShouldContain("pluginhost profiles login @slocombe");
        town.Server.Posts.ShouldBeEmpty();
    }

    [Fact]
    public async Task Should_Say_To_Log_In_Again_Where_The_Session_Is_Older_Than_Its_Server_Keeps_One()
    {
        await using var town = await Town.StartAsync();
        await town.Host.AdvanceAsync(TimeSpan.FromDays(91));

        (await town.SendAsync(town.Post("Hello"))).ShouldBeOfType<TryLater>().Reason.ShouldContain("log in");
    }

    // Somebody has put an old copy of the store back: its token was used long ago.
    [Fact]
    public async Task Should_Say_To_Log_In_Again_Where_Its_Token_Was_Used_Before()
    {
        await using var town = await Town.StartAsync();
        var old = town.Host.Secrets.Find("session/@slocombe")!;
        await town.Host.AdvanceAsync(TimeSpan.FromHours(2));
        await town.PublishAsync(town.Post("Hello"));
        town.Host.Secrets.Keep("session/@slocombe", old);

        (await town.SendAsync(town.Post("Hello again"))).ShouldBeOfType<TryLater>().Reason.ShouldContain("log in");

        town.Server.Posts.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Should_Use_What_Another_Process_Has_Renewed()
    {
        await using var town = await Town.StartAsync();
        await using var process = await town.Host.AgainAsync();
        process.Http.On("", town.Server.Answer);
        var other = await process.NetworkAsync(Town.Slocombe);
        await town.Host.AdvanceAsync(TimeSpan.FromHours(2));

        await Task.WhenAll(town.SendAsync(town.Post("One")), other.SendAsync(town.Post("Two"), town.Key(), CancellationToken.None));

        town.Server.Asked.Count(method => method == "com.atproto.server.refreshSession").ShouldBe(1);
        town.Server.Posts.Count.ShouldBe(2);
    }

    [Fact]
    public async Task Should_Keep_The_Session_Where_Renewing_It_Got_No_Answer()
    {
        await using var town = await Town.StartAsync();
        await town.Host.AdvanceAsync(TimeSpan.FromHours(2));
        town.Server.Before = (method, _) => method.EndsWith("refreshSession", StringComparison.Ordinal) ? throw new HttpRequestException("no route") : null;

        (await town.SendAsync(town.Post("Hello"))).ShouldBeOfType<TryLater>().Reason.ShouldContain("could not be renewed");
        town.Server.Before = null;

        await town.PublishAsync(town.Post("Hello"));
    }

    [Fact]
    public async Task Should_Wait_As_Long_As_The_Server_Says_Before_It_Renews_Again()
    {
        await using var town = await Town.StartAsync();
        await town.Host.AdvanceAsync(TimeSpan.FromHours(2));
        town.Server.Before = (_, _) => Said.No(HttpStatusCode.TooManyRequests, "RateLimitExceeded", "Rate Limit Exceeded").With("Retry-After", "90");

        (await town.SendAsync(town.Post("Hello"))).ShouldBeOfType<TryLater>().NotBefore.ShouldBe(town.Host.Clock.GetUtcNow().AddSeconds(90));
    }

    [Fact]
    public async Task Should_Not_Speak_As_Whoever_Was_Logged_In_Before_Under_This_Name()
    {
        await using var town = await Town.StartAsync();
        var renamed = Town.Slocombe with { Handle = "kari.example" };

        (await town.SendAsync(town.Post("Hello") with { Profile = renamed })).ShouldBeOfType<TryLater>().Reason.ShouldContain("not logged in on Bluesky as kari.example");

        town.Server.Asked.ShouldBeEmpty();
    }

    [Fact]
    public async Task Should_Go_On_Where_The_Account_Has_Got_Another_Handle()
    {
        await using var town = await Town.StartAsync();
        town.Account.Handle = "slocombe.test";
        await town.Host.AdvanceAsync(TimeSpan.FromHours(2));
        await town.PublishAsync(town.Post("Hello"));

        (await town.SendAsync(town.Post("Hello again") with { Profile = Town.Slocombe with { Handle = "slocombe.test" } })).ShouldBeOfType<Sent>();
    }

    [Fact]
    public async Task Should_Say_What_Is_Wrong_With_The_Vault()
    {
        await using var town = await Town.StartAsync();
        town.Host.Secrets.Keep("session/@slocombe", "{ half a sess");

        (await town.SendAsync(town.Post("Hello"))).ShouldBeOfType<TryLater>().Reason.ShouldContain("log in");
    }

    [Fact]
    public void Should_Not_Print_Its_Tokens()
    {
        var session = new Session
        {
            Account = "did:plc:abc",
            Handle = "a.example",
            AskedFor = "a.example",
            Server = new Uri("https://a.example"),
            Repository = new Uri("https://a.example"),
            Access = "secret-access",
            Refresh = "secret-refresh",
            GivenAt = default,
        };

        $"{session}".ShouldNotContain("secret");
        Session.Read(session.ToSecret()).ShouldBe(session);
    }
}
