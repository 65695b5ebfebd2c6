using System.Net;
using System.Text.Json.Nodes;

namespace PluginHost.Bluesky.Tests;

public sealed class PeopleTests
{
    [Fact]
    public async Task Should_Say_Who_Somebody_Is()
    {
        await using var town = await Town.StartAsync();
        town.Server.Write(town.Account, Collections.Follow, new JsonObject { ["subject"] = town.Kari.Did });

        var kari = (await town.Network.People!.FindAsync(Town.Slocombe, "kari.example", CancellationToken.None)).ShouldNotBeNull();

        (kari.Handle, kari.Name, kari.Followers, kari.Id).ShouldBe(("kari.example", "The one of kari.example", 1, town.Kari.Did));
        kari.CreatedAt.ShouldBe(new DateTimeOffset(2025, 1, 1, 0, 0, 0, TimeSpan.Zero));
    }

    [Theory]
    [InlineData("nobody.example")]
    [InlineData("kari")]
    [InlineData("kari.example&actor=slocombe.example")]
    public async Task Should_Find_Nobody_Where_Nobody_Is(string handle)
    {
        await using var town = await Town.StartAsync();

        (await town.Network.People!.FindAsync(Town.Slocombe, handle, CancellationToken.None)).ShouldBeNull();
    }

    [Fact]
    public async Task Should_Ask_For_Many_At_Once()
    {
        await using var town = await Town.StartAsync();
        List<string> handles = [.. Enumerable.Range(1, 60).Select(place => $"person{place}.example")];
        foreach (var handle in handles)
            town.Server.Open(handle, "");

        var found = await town.Network.People!.FindManyAsync(Town.Slocombe, [.. handles, "nobody.example", "no handle"], CancellationToken.None);

        found.Select(person => person.Handle).ShouldBe(handles);
        town.Server.Asked.Count.ShouldBe(3);
    }

    [Fact]
    public async Task Should_Tell_All_Followers_And_All_Who_Passed_A_Post_On()
    {
        await using var town = await Town.StartAsync();
        var sent = await town.PublishAsync(town.Post("Pass it on"));
        List<string> handles = [.. Enumerable.Range(1, 8).Select(place => $"person{place}.example")];
        foreach (var account in handles.Select(handle => town.Server.Open(handle, "")))
        {
            town.Server.Write(account, Collections.Follow, new JsonObject { ["subject"] = town.Account.Did });
            town.Server.Write(account, Collections.Repost, new JsonObject { ["subject"] = new JsonObject { ["uri"] = sent.RemoteId } });
        }

        (await town.Network.People!.FollowersAsync(Town.Slocombe, CancellationToken.None)).ShouldBe(handles);
        (await town.Network.People.RepostersAsync(Town.Slocombe, sent.RemoteId, CancellationToken.None)).ShouldBe(handles);
    }

    // Half the followers would be taken for all of them.
    [Fact]
    public async Task Should_Tell_No_Half_Of_Them_Where_A_Page_Is_Refused()
    {
        await using var town = await Town.StartAsync();
        foreach (var place in Enumerable.Range(1, 8))
            town.Server.Write(town.Server.Open($"person{place}.example", ""), Collections.Follow, new JsonObject { ["subject"] = town.Account.Did });
        town.Server.Before = (_, request) => request.Address.Contains("cursor=6", StringComparison.Ordinal) ? Said.No(HttpStatusCode.BadRequest, "InvalidRequest", "Malformed cursor") : null;

        (await Town.SaysAsync(() => town.Network.People!.FollowersAsync(Town.Slocombe, CancellationToken.None))).ShouldContain("Malformed cursor");
    }
}
