using System.Globalization;
using PluginHost.Sdk;

namespace PluginHost.Mastodon.Tests;

public sealed class PeopleTests
{
    [Fact]
    public async Task Should_Tell_Who_Somebody_Is()
    {
        await using var stage = await Stage.LoggedInAsync();
        stage.Server.AccountOf("kari");

        var person = (await stage.Network.People!.FindAsync(Town.Slocombe, "kari@mastodon.example", CancellationToken.None))!;

        (person.Handle, person.Name, person.Followers, person.Id).ShouldBe(("kari@mastodon.example", "Kari", 3, "https://mastodon.example/users/kari"));
        person.CreatedAt.ShouldBe(new DateTimeOffset(2026, 1, 5, 0, 0, 0, TimeSpan.Zero));
    }

    [Fact]
    public async Task Should_Not_Say_Nobody_Follows_Where_A_Server_Does_Not_Count()
    {
        await using var stage = await Stage.LoggedInAsync(clock => new MastodonServer(clock) { Software = "snac" });
        stage.Server.AccountOf("kari");

        (await stage.Network.People!.FindAsync(Town.Slocombe, "kari", CancellationToken.None))!.Followers.ShouldBeNull();
    }

    [Fact]
    public async Task Should_Turn_All_Pages_Of_Followers()
    {
        await using var stage = await Stage.LoggedInAsync();
        stage.Server.Followers.AddRange(Enumerable.Range(0, 95).Select(i => string.Create(CultureInfo.InvariantCulture, $"follower{i}")));

        var followers = await stage.Network.People!.FollowersAsync(Town.Slocombe, CancellationToken.None);

        followers.Count.ShouldBe(95);
        followers.ShouldContain("follower94@mastodon.example");
    }

    [Fact]
    public async Task Should_Tell_Who_Passed_It_On_And_Nothing_Where_The_Server_Does_Not()
    {
        await using var stage = await Stage.LoggedInAsync();
        var post = stage.Server.Say("slocombe", "Hello");
        post.Reblogs.Add(stage.Server.AccountOf("kari").Id);

        (await stage.Network.People!.RepostersAsync(Town.Slocombe, post.Id, CancellationToken.None)).ShouldBe(["kari@mastodon.example"]);
        (await stage.Network.People!.RepostersAsync(Town.Slocombe, "gone", CancellationToken.None)).ShouldBeNull();
    }

    [Fact]
    public async Task Should_Say_When_To_Ask_Again_Rather_Than_Leave_Some_Out()
    {
        await using var stage = await Stage.LoggedInAsync();
        stage.Server.Followers.Add("kari");
        for (var i = 0; i < 4; i++)
            stage.Server.Next("GET /api/v1/accounts/", 429, """{"error":"Too many requests"}""", ("X-RateLimit-Reset", $"{stage.Now.AddMinutes(4):O}"));

        var error = await Should.ThrowAsync<PluginHostException>(
            stage.PassingAsync(stage.Network.People!.FollowersAsync(Town.Slocombe, CancellationToken.None), TimeSpan.FromMinutes(2)));

        error.Message.ShouldContain("It may be asked again from 09:04:00 UTC");
    }
}
