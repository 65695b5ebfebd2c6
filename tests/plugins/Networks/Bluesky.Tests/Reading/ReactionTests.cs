using System.Net;

namespace PluginHost.Bluesky.Tests;

public sealed class ReactionTests
{
    [Fact]
    public async Task Should_Like_Repost_And_Follow_Once_However_Often_And_From_Wherever()
    {
        await using var town = await Town.StartAsync();
        var post = town.Server.Say(town.Kari, "Like this");
        for (var time = 0; time < 2; time++)
        {
            await using var process = await town.Host.AgainAsync();
            process.Http.On("", town.Server.Answer);
            var reactions = (await process.NetworkAsync(Town.Slocombe)).Reactions!;
            await reactions.LikeAsync(Town.Slocombe, post.Uri, CancellationToken.None);
            await reactions.RepostAsync(Town.Slocombe, post.Uri, CancellationToken.None);
            await reactions.FollowAsync(Town.Slocombe, "kari.example", CancellationToken.None);
            await town.Host.AdvanceAsync(TimeSpan.FromMinutes(1));
        }

        var ours = town.Server.All.Where(record => record.Did == town.Account.Did).ToList();
        ours.Select(record => (record.Collection, record.Subject)).ShouldBe([(Collections.Like, post.Uri), (Collections.Repost, post.Uri), (Collections.Follow, town.Kari.Did)]);
        ours[0].Value["subject"]!["cid"]!.GetValue<string>().ShouldBe(post.Cid);
    }

    [Fact]
    public async Task Should_Say_That_The_Post_Is_Gone()
    {
        await using var town = await Town.StartAsync();
        var post = town.Server.Say(town.Kari, "Like this");
        town.Server.Remove(post.Uri);

        (await Town.SaysAsync(() => town.Network.Reactions!.LikeAsync(Town.Slocombe, post.Uri, CancellationToken.None))).ShouldContain("is not there");
    }

    [Fact]
    public async Task Should_Say_That_Nobody_Is_Called_So()
    {
        await using var town = await Town.StartAsync();

        (await Town.SaysAsync(() => town.Network.Reactions!.FollowAsync(Town.Slocombe, "kari", CancellationToken.None))).ShouldContain("Nobody on Bluesky is called kari");
    }

    [Fact]
    public async Task Should_Say_That_It_Can_Be_Done_Once_More_Where_No_Answer_Came()
    {
        await using var town = await Town.StartAsync();
        var post = town.Server.Say(town.Kari, "Like this");
        town.Server.After = (method, answer) => method.EndsWith("putRecord", StringComparison.Ordinal) ? throw new HttpRequestException("cut") : answer;

        (await Town.SaysAsync(() => town.Network.Reactions!.LikeAsync(Town.Slocombe, post.Uri, CancellationToken.None))).ShouldContain("once more");
        town.Server.After = null;
        await town.Network.Reactions!.LikeAsync(Town.Slocombe, post.Uri, CancellationToken.None);

        town.Server.All.Count(record => record.Collection == Collections.Like).ShouldBe(1);
    }

    [Fact]
    public async Task Should_Say_What_The_Server_Says_Where_It_Refuses()
    {
        await using var town = await Town.StartAsync();
        var post = town.Server.Say(town.Kari, "Like this");
        town.Server.Before = (method, _) => method.EndsWith("putRecord", StringComparison.Ordinal) ? Said.No(HttpStatusCode.BadRequest, "InvalidRequest", "Could not find repo") : null;

        (await Town.SaysAsync(() => town.Network.Reactions!.LikeAsync(Town.Slocombe, post.Uri, CancellationToken.None))).ShouldContain("Could not find repo");
    }
}
