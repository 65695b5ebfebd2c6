using PluginHost.Sdk;

namespace PluginHost.Mastodon.Tests;

public sealed class ReactionTests
{
    [Fact]
    public async Task Should_Do_Once_What_Is_Done_Twice()
    {
        await using var stage = await Stage.LoggedInAsync();
        var post = stage.Server.Say("kari", "Hello");

        for (var i = 0; i < 2; i++)
        {
            await stage.Network.Reactions!.LikeAsync(Town.Slocombe, post.Id, CancellationToken.None);
            await stage.Network.Reactions!.RepostAsync(Town.Slocombe, post.Id, CancellationToken.None);
            await stage.Network.Reactions!.FollowAsync(Town.Slocombe, "kari@mastodon.example", CancellationToken.None);
        }

        (post.Favourites.Count, post.Reblogs.Count).ShouldBe((1, 1));
        stage.Server.Followed.ShouldBe(["kari"]);
    }

    [Fact]
    public async Task Should_Find_Whom_To_Follow_On_Another_Server()
    {
        await using var stage = await Stage.LoggedInAsync();
        stage.Server.Elsewhere.Add("ola@elsewhere.example");

        await stage.Network.Reactions!.FollowAsync(Town.Slocombe, "@ola@elsewhere.example", CancellationToken.None);

        stage.Server.Followed.ShouldBe(["ola@elsewhere.example"]);
    }

    [Theory]
    [InlineData(404, """{"error":"Record not found"}""", "try again in a moment")]
    [InlineData(404, "<html>", "try again in a moment")]
    [InlineData(403, """{"error":"This action is not allowed"}""", "This action is not allowed. Its server refuses it")]
    [InlineData(401, "", "Log in again")]
    [InlineData(500, "<html>", "try again later")]
    public async Task Should_Say_Why_It_Was_Not_Done_And_What_To_Do(int status, string body, string said)
    {
        await using var stage = await Stage.LoggedInAsync();
        var post = stage.Server.Say("kari", "Hello");
        stage.Server.Next("POST /api/v1/statuses", status, body);

        (await Should.ThrowAsync<PluginHostException>(stage.Network.Reactions!.LikeAsync(Town.Slocombe, post.Id, CancellationToken.None))).Message.ShouldContain(said);
    }

    [Fact]
    public async Task Should_Say_That_Nobody_Has_The_Handle()
    {
        await using var stage = await Stage.LoggedInAsync();

        (await Should.ThrowAsync<PluginHostException>(stage.Network.Reactions!.FollowAsync(Town.Slocombe, "nobody@elsewhere.example", CancellationToken.None)))
            .Message.ShouldContain("nobody has this handle");
    }
}
