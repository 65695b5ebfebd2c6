namespace PluginHost.Bluesky.Tests;

public sealed class ListTests
{
    [Fact]
    public async Task Should_Make_A_List_And_Put_Each_On_It_Once()
    {
        await using var town = await Town.StartAsync();
        var lists = town.Network.Lists!;
        List<string> people = [.. Enumerable.Range(1, 5).Select(place => $"person{place}.example")];
        foreach (var handle in people)
            town.Server.Open(handle, "");

        foreach (var handle in people.Concat(people))
            await lists.AddAsync(Town.Slocombe, "Press", handle, CancellationToken.None);

        await lists.AddAsync(Town.Slocombe, "Friends", "kari.example", CancellationToken.None);

        (await lists.NamesAsync(Town.Slocombe, CancellationToken.None)).ShouldBe(["Press", "Friends"]);
        (await lists.MembersAsync(Town.Slocombe, "Press", CancellationToken.None)).ShouldBe(people);
        (await lists.MembersAsync(Town.Slocombe, "No such list", CancellationToken.None)).ShouldBeEmpty();
        town.Server.All.Count(record => record.Collection == Collections.ListItem).ShouldBe(6);
    }

    [Theory]
    [InlineData("", "kari.example", "1 to 64")]
    [InlineData("Press", "nobody.example", "Nobody on Bluesky is called nobody.example")]
    [InlineData("Press", "@kari.example", "Nobody on Bluesky is called @kari.example")]
    public async Task Should_Say_What_Is_Wrong_And_Make_No_List(string list, string handle, string says)
    {
        await using var town = await Town.StartAsync();

        (await Town.SaysAsync(() => town.Network.Lists!.AddAsync(Town.Slocombe, list, handle, CancellationToken.None))).ShouldContain(says);

        town.Server.All.ShouldBeEmpty();
    }
}
