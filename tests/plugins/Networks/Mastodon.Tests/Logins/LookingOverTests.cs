using PluginHost.Campaigns;

namespace PluginHost.Mastodon.Tests;

/// <summary>What <c>profiles doctor</c> tells: how it stands, and what to do where it is wrong.</summary>
public sealed class LookingOverTests
{
    [Fact]
    public async Task Should_Advise_Nothing_When_All_Is_Well()
    {
        await using var stage = await Stage.LoggedInAsync();

        var findings = await LookAsync(stage);

        findings.ShouldAllBe(finding => finding.Advice.Length == 0);
        findings.Select(finding => finding.What).ShouldBe(["server", "clock", "login", "account", "scopes", "keys", "characters", "streaming"]);
        findings[0].Stands.ShouldBe("mastodon.example, mastodon 4.5.2");
        findings[6].Stands.ShouldBe("500");
        (await CheckAsync(stage)).ShouldBeNull();
    }

    [Fact]
    public async Task Should_Say_That_The_Token_Was_Revoked()
    {
        await using var stage = await Stage.LoggedInAsync();
        stage.Server.Tokens.Clear();

        var login = (await LookAsync(stage)).Single(finding => finding.What == "login");

        login.Stands.ShouldContain("The access token is invalid");
        login.Advice.ShouldBe("Log in again: pluginhost profiles login @slocombe");
        (await CheckAsync(stage))!.ShouldContain("Log in again");
    }

    [Theory]
    [InlineData(3_600, "behind the server's")]
    [InlineData(-3_600, "ahead of the server's")]
    public async Task Should_Say_That_The_Clock_Is_An_Hour_Off(int seconds, string said)
    {
        await using var stage = await Stage.LoggedInAsync(clock => new MastodonServer(clock) { Ahead = TimeSpan.FromSeconds(seconds) });

        var clock = (await LookAsync(stage)).Single(finding => finding.What == "clock");

        clock.Stands.ShouldEndWith(said);
        clock.Advice.ShouldBe("Set this machine's clock by a time server");
    }

    [Fact]
    public async Task Should_Say_That_The_Login_May_Not_Write()
    {
        await using var stage = await Stage.LoggedInAsync();
        stage.Host.Secrets.Keep("token/@slocombe", (Session.Read(stage.Host.Secrets.Find("token/@slocombe")!)! with { Scopes = "read" }).ToSecret());
        await stage.Host.AdvanceAsync(TimeSpan.FromMinutes(2));

        (await LookAsync(stage)).Single(finding => finding.What == "scopes").Advice.ShouldStartWith("Log in again");
    }

    [Fact]
    public async Task Should_Say_That_The_Server_Is_No_Such_Server()
    {
        await using var stage = await Stage.LoggedInAsync();
        stage.Server.Next("GET /api/v2/instance", 404, "<html>");
        stage.Server.Next("GET /api/v1/instance", 404, "<html>");

        var server = (await LookAsync(stage)).ShouldHaveSingleItem();

        server.Stands.ShouldContain("answered 404 with a page for people");
        server.Advice.ShouldNotBeEmpty();
    }

    [Fact]
    public async Task Should_Say_How_Much_Is_Left_And_That_No_Keys_Are_Known()
    {
        await using var stage = await Stage.LoggedInAsync(clock => new MastodonServer(clock) { Software = "gotosocial", Version = "0.20.0" });
        stage.Server.Next(
            "GET /api/v1/accounts/verify_credentials", 200, """{"id":"1001","acct":"slocombe"}""", ("X-RateLimit-Remaining", "0"), ("X-RateLimit-Reset", $"{stage.Now.AddMinutes(3):O}"));

        var findings = await LookAsync(stage);

        findings.Single(finding => finding.What == "limits").Advice.ShouldBe("Posts wait until 09:03:00 UTC");
        findings.Single(finding => finding.What == "keys").Stands.ShouldContain("its own list is looked at");
    }

    [Fact]
    public async Task Should_Say_What_To_Do_When_Nobody_Is_Logged_In()
    {
        await using var stage = await Stage.LoggedOutAsync(clock => new MastodonServer(clock));

        (await CheckAsync(stage))!.ShouldContain("pluginhost profiles login @slocombe");
    }

    private static Task<IReadOnlyList<LoginFinding>> LookAsync(Stage stage) => stage.Network.Login!.LookOverAsync(Town.Slocombe, CancellationToken.None);

    private static Task<string?> CheckAsync(Stage stage) => stage.Network.Login!.CheckAsync(Town.Slocombe, CancellationToken.None);
}
