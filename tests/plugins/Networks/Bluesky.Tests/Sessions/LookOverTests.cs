using System.Net;
using PluginHost.Campaigns;

namespace PluginHost.Bluesky.Tests;

public sealed class LookOverTests
{
    [Fact]
    public async Task Should_Say_How_All_Of_It_Stands()
    {
        await using var town = await Town.StartAsync();

        var findings = await LookAsync(town);

        findings.Select(one => $"{one.What}: {one.Stands}").ShouldBe([
            "server: pds.example answers",
            "clock: it agrees with the server's",
            "session: valid until 2026-03-02 11:00 UTC, renewed by itself until 2026-05-31 09:00 UTC",
            $"account: slocombe.example ({town.Account.Did})",
            "rights: an app password, without direct messages",
            "limit: the server tells none; a post costs 3 of 5,000 points an hour and 35,000 a day",
            "reading: notifications, people and search are answered",
        ]);
        findings.ShouldAllBe(one => one.Advice.Length == 0);
    }

    [Fact]
    public async Task Should_Say_First_That_Nobody_Is_Logged_In()
    {
        await using var town = await Town.OpenAsync();

        (await LookAsync(town)).ShouldHaveSingleItem().Advice.ShouldBe("Log in: pluginhost profiles login @slocombe");
    }

    [Theory]
    [InlineData(1, "3600 seconds behind the server's")]
    [InlineData(-1, "3600 seconds ahead of the server's")]
    public async Task Should_Say_That_The_Clock_Is_An_Hour_Off(int hours, string stands)
    {
        await using var town = await Town.StartAsync();
        town.Server.Ahead = TimeSpan.FromHours(hours);

        var clock = (await LookAsync(town)).Single(one => one.What == "clock");

        clock.Stands.ShouldBe(stands);
        clock.Advice.ShouldContain("Set this machine's clock");
    }

    [Fact]
    public async Task Should_Say_That_The_Server_Gives_No_Answer()
    {
        await using var town = await Town.StartAsync();
        town.Server.Before = (_, _) => throw new HttpRequestException("no route");

        (await LookAsync(town)).ShouldHaveSingleItem().Stands.ShouldContain("no answer");
    }

    [Fact]
    public async Task Should_Say_That_The_Session_Was_Revoked()
    {
        await using var town = await Town.StartAsync();
        town.Server.Tokens.Revoke();

        (await LookAsync(town)).Single(one => one.What == "session").Advice.ShouldContain("pluginhost profiles login @slocombe");
        (await town.Network.Login!.CheckAsync(Town.Slocombe, CancellationToken.None)).ShouldNotBeNull().ShouldContain("has ended");
    }

    [Fact]
    public async Task Should_Say_That_The_Account_Was_Deactivated()
    {
        await using var town = await Town.StartAsync();
        town.Account.Status = "deactivated";

        (await LookAsync(town)).Single(one => one.What == "session").Advice.ShouldContain("deactivated");
        (await town.Network.Login!.CheckAsync(Town.Slocombe, CancellationToken.None)).ShouldNotBeNull().ShouldContain("deactivated");
    }

    [Theory]
    [InlineData("renamed.example", "write handle: renamed.example under @slocombe")]
    [InlineData("handle.invalid", "until its domain names the account again")]
    public async Task Should_Say_That_The_Account_Is_Called_Otherwise(string handle, string says)
    {
        await using var town = await Town.StartAsync();
        town.Account.Handle = handle;

        (await LookAsync(town)).Single(one => one.What == "account").Advice.ShouldContain(says);
    }

    [Fact]
    public async Task Should_Say_That_Posting_Works_Where_Reading_Does_Not()
    {
        await using var town = await Town.StartAsync();
        town.Server.Before = (method, _) => method.StartsWith("app.bsky.", StringComparison.Ordinal) ? Said.No(HttpStatusCode.BadGateway, "UpstreamFailure", "Upstream service unreachable") : null;

        (await LookAsync(town)).Single(one => one.What == "reading").Advice.ShouldContain("Posting works without it");
        (await town.Network.Login!.CheckAsync(Town.Slocombe, CancellationToken.None)).ShouldBeNull();
    }

    private static Task<IReadOnlyList<LoginFinding>> LookAsync(Town town) => town.PassAsync(town.Network.Login!.LookOverAsync(Town.Slocombe, CancellationToken.None));
}
