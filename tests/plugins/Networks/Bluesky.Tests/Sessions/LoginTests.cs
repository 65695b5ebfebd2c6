using System.Net;
using PluginHost.Campaigns;

namespace PluginHost.Bluesky.Tests;

public sealed class LoginTests
{
    [Fact]
    public async Task Should_Say_As_Whom_The_Network_Knows_The_Profile_And_Keep_No_Password()
    {
        await using var town = await Town.OpenAsync();
        town.Host.Answers.Secret("App password", Town.Password);

        (await LogInAsync(town)).ShouldBe($"slocombe.example ({town.Account.Did})");

        town.Host.Secrets.Names.ShouldBe(["session/@slocombe"]);
        town.Host.Secrets.Find("session/@slocombe")!.ShouldNotContain(Town.Password);
    }

    [Fact]
    public async Task Should_Keep_What_There_Was_Where_The_Password_Is_Wrong()
    {
        await using var town = await Town.StartAsync();
        town.Host.Answers.Secret("App password", "wrong");

        (await FailAsync(town)).ShouldContain("knows no account slocombe.example with this password");

        await town.PublishAsync(town.Post("Still here"));
    }

    [Fact]
    public async Task Should_Keep_What_There_Was_Where_Nothing_Is_Typed()
    {
        await using var town = await Town.StartAsync();
        town.Host.Answers.Escape("App password");

        (await FailAsync(town)).ShouldContain("No password was given");

        await town.PublishAsync(town.Post("Still here"));
    }

    [Fact]
    public async Task Should_Ask_For_The_Code_That_An_Account_Wants_Besides()
    {
        await using var town = await Town.OpenAsync();
        town.Account.Code = "12345";
        town.Host.Answers.Secret("App password", Town.Password);
        town.Host.Answers.Text("Code that pds.example has sent", "12345");

        (await LogInAsync(town)).ShouldContain("slocombe.example");
    }

    [Fact]
    public async Task Should_Say_That_The_Code_Was_Wrong()
    {
        await using var town = await Town.OpenAsync();
        town.Account.Code = "12345";
        town.Host.Answers.Secret("App password", Town.Password);
        town.Host.Answers.Text("Code that pds.example has sent", "54321");

        (await FailAsync(town)).ShouldContain("code was not taken");
    }

    [Theory]
    [InlineData("deactivated", "Activate it in the app")]
    [InlineData("takendown", "was taken down")]
    public async Task Should_Say_What_Became_Of_The_Account(string status, string says)
    {
        await using var town = await Town.OpenAsync();
        town.Account.Status = status;
        town.Host.Answers.Secret("App password", Town.Password);

        (await FailAsync(town)).ShouldContain(says);

        town.Host.Secrets.Names.ShouldBeEmpty();
    }

    [Fact]
    public async Task Should_Say_When_To_Try_Again_After_Too_Many_Logins()
    {
        await using var town = await Town.OpenAsync();
        town.Server.Before = (_, _) => Said.No(HttpStatusCode.TooManyRequests, "RateLimitExceeded", "Rate Limit Exceeded").With("Retry-After", "300");
        town.Host.Answers.Secret("App password", Town.Password);

        (await FailAsync(town)).ShouldContain("after 09:05 UTC");
    }

    [Fact]
    public async Task Should_Say_That_A_Page_Is_No_Server()
    {
        await using var town = await Town.OpenAsync();
        town.Server.Before = (_, _) => Said.Page(HttpStatusCode.OK);
        town.Host.Answers.Secret("App password", Town.Password);

        (await FailAsync(town)).ShouldContain("Is https://pds.example/ a server of Bluesky's network?");
    }

    [Theory]
    [InlineData("slocombe", "", "is no name of an account on Bluesky")]
    [InlineData("slocombe.example", "http://pds.example", "no address that a password may be sent to")]
    [InlineData("slocombe.example", "pds.example", "no address that a password may be sent to")]
    public async Task Should_Ask_For_No_Password_Where_It_Has_Nowhere_To_Go(string handle, string server, string says)
    {
        await using var town = await Town.OpenAsync();

        (await FailAsync(town, Town.Slocombe with { Handle = handle, Server = server })).ShouldContain(says);

        town.Host.Answers.Asked.ShouldBeEmpty();
    }

    [Fact]
    public async Task Should_Find_The_Server_By_The_Handle()
    {
        await using var town = await Town.OpenAsync();
        town.Host.Http.On("GET https://bsky.social/xrpc/com.atproto.identity.resolveHandle?handle=slocombe.example", $$"""{"did":"{{town.Account.Did}}"}""");
        town.Host.Http.On($"GET https://plc.directory/{town.Account.Did}", Document(PretendServer.Address));
        town.Host.Answers.Secret("on pds.example", Town.Password);

        (await LogInAsync(town, Town.Slocombe with { Server = "" })).ShouldContain(town.Account.Did);
    }

    [Fact]
    public async Task Should_Take_The_Front_Door_Of_Blueskys_Own_Servers()
    {
        await using var town = await Town.OpenAsync();
        town.Host.Http.On("GET https://bsky.social/xrpc/com.atproto.identity.resolveHandle", $$"""{"did":"{{town.Account.Did}}"}""");
        town.Host.Http.On("GET https://plc.directory/", Document("https://morel.us-east.host.bsky.network"));
        town.Host.Answers.Escape("on bsky.social");

        (await FailAsync(town, Town.Slocombe with { Server = "" })).ShouldContain("No password");
    }

    [Fact]
    public async Task Should_Say_That_Nobody_Is_Called_So()
    {
        await using var town = await Town.OpenAsync();
        town.Host.Http.On("GET https://bsky.social/", _ => Said.No(HttpStatusCode.BadRequest, "InvalidRequest", "Unable to resolve handle"));

        (await FailAsync(town, Town.Slocombe with { Server = "" })).ShouldContain("Nobody on Bluesky is called slocombe.example");
    }

    [Fact]
    public async Task Should_Forget_The_Session_On_Both_Sides()
    {
        await using var town = await Town.StartAsync();

        await town.Network.Login!.LogOutAsync(Town.Slocombe, CancellationToken.None);

        town.Server.Asked.ShouldBe(["com.atproto.server.deleteSession"]);
        town.Host.Secrets.Names.ShouldBeEmpty();
    }

    [Fact]
    public async Task Should_Forget_The_Session_Here_Where_The_Server_Cannot_Be_Told()
    {
        await using var town = await Town.StartAsync();
        town.Server.Before = (_, _) => throw new HttpRequestException("no route");

        (await Town.SaysAsync(() => town.Network.Login!.LogOutAsync(Town.Slocombe, CancellationToken.None))).ShouldContain("Revoke the app password");

        town.Host.Secrets.Names.ShouldBeEmpty();
    }

    private static string Document(string server) => $$"""{"service":[{"id":"#atproto_pds","type":"AtprotoPersonalDataServer","serviceEndpoint":"{{server}}"}]}""";

    private static Task<string> LogInAsync(Town town, Profile? profile = null) => town.Network.Login!.LogInAsync(profile ?? Town.Slocombe, CancellationToken.None);

    private static Task<string> FailAsync(Town town, Profile? profile = null) => Town.SaysAsync(() => LogInAsync(town, profile));
}
