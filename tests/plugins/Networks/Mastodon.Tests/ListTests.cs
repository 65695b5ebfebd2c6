using PluginHost.Sdk;

namespace PluginHost.Mastodon.Tests;

public sealed class ListTests
{
    [Fact]
    public async Task Should_Make_A_List_Once_And_Put_People_On_It_Once()
    {
        await using var stage = await Stage.LoggedInAsync();
        var lists = stage.Network.Lists!;
        stage.Server.AccountOf("kari");
        await stage.Network.Reactions!.FollowAsync(Town.Slocombe, "kari", CancellationToken.None);

        for (var i = 0; i < 2; i++)
            await lists.AddAsync(Town.Slocombe, "Press", "kari@mastodon.example", CancellationToken.None);

        (await lists.NamesAsync(Town.Slocombe, CancellationToken.None)).ShouldBe(["Press"]);
        (await lists.MembersAsync(Town.Slocombe, "Press", CancellationToken.None)).ShouldBe(["kari@mastodon.example"]);
    }

    [Fact]
    public async Task Should_Say_That_Only_Those_Whom_It_Follows_Can_Be_On_A_List()
    {
        await using var stage = await Stage.LoggedInAsync();
        stage.Server.AccountOf("kari");

        (await Should.ThrowAsync<PluginHostException>(stage.Network.Lists!.AddAsync(Town.Slocombe, "Press", "kari", CancellationToken.None)))
            .Message.ShouldContain("only those whom the profile follows");
    }

    [Fact]
    public async Task Should_Name_The_Nearest_List()
    {
        await using var stage = await Stage.LoggedInAsync();
        await stage.Network.Lists!.AddAsync(Town.Slocombe, "Press", "slocombe", CancellationToken.None);

        (await Should.ThrowAsync<PluginHostException>(stage.Network.Lists!.MembersAsync(Town.Slocombe, "Pres", CancellationToken.None)))
            .Message.ShouldBe("@slocombe has no list \"Pres\". Did you mean \"Press\"?");
    }
}
