using PluginHost.Campaigns;

namespace PluginHost.Bluesky.Tests;

public sealed class SearchTests
{
    [Fact]
    public async Task Should_Ask_For_Each_Word_And_Tell_Each_Post_Once()
    {
        await using var town = await Town.StartAsync();
        var both = town.Server.Say(town.Kari, "acme meets globex");
        await town.Host.AdvanceAsync(TimeSpan.FromSeconds(1));
        var one = town.Server.Say(town.Kari, "globex alone");
        town.Server.Say(town.Kari, "neither");

        var page = await ReadAsync(town, null, "acme", "globex");

        page.Posts.Select(post => post.RemoteId).ShouldBe([both.Uri, one.Uri]);
        page.Posts[0].Handle.ShouldBe("kari.example");
        page.Posts[0].Link.ShouldBe($"https://bsky.app/profile/{town.Kari.Did}/post/{both.Name}");
    }

    [Fact]
    public async Task Should_Turn_Pages_Back_To_What_Was_Told()
    {
        await using var town = await Town.StartAsync();
        foreach (var place in Enumerable.Range(1, 8))
            town.Server.Say(town.Kari, $"acme {place}");

        var first = await ReadAsync(town, null, "acme");
        await town.Host.AdvanceAsync(TimeSpan.FromSeconds(1));
        town.Server.Say(town.Kari, "acme 9");
        var second = await ReadAsync(town, first.Cursor, "acme");

        first.Posts.Count.ShouldBe(8);
        second.Posts.ShouldHaveSingleItem().Text.ShouldBe("acme 9");
        (await ReadAsync(town, second.Cursor, "acme")).Cursor.ShouldBe(second.Cursor);
    }

    [Theory]
    [InlineData]
    [InlineData("acm*")]
    public async Task Should_Say_What_It_Cannot_Look_For_Rather_Than_Tell_Less(params string[] words)
    {
        await using var town = await Town.StartAsync();

        (await Town.SaysAsync(() => ReadAsync(town, null, words))).ShouldContain("listen: jetstream");
    }

    [Fact]
    public async Task Should_Reach_Back_A_Day_The_First_Time()
    {
        await using var town = await Town.StartAsync();
        town.Server.Say(town.Kari, "acme of old");
        await town.Host.AdvanceAsync(TimeSpan.FromDays(2));
        town.Server.Say(town.Kari, "acme of today");

        (await ReadAsync(town, null, "acme")).Posts.ShouldHaveSingleItem().Text.ShouldBe("acme of today");
    }

    private static Task<PublicPostPage> ReadAsync(Town town, string? cursor, params string[] words) =>
        town.Network.Search!.ReadAsync(Town.Slocombe, new PublicQuery { AnyOf = words }, cursor, CancellationToken.None);
}
