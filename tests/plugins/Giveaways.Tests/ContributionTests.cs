using System.Reflection;
using PluginHost.Giveaways.Tests.Fixtures;
using PluginHost.Sdk;

namespace PluginHost.Giveaways.Tests;

public sealed class ContributionTests
{
    [Fact]
    public void Should_Give_Each_Migration_One_Number()
    {
        var numbers = typeof(GiveawaysPlugin).Assembly.GetManifestResourceNames()
            .Where(name => name.EndsWith(".sql", StringComparison.Ordinal)).Select(name => name.Split('.')[^2][..3]).Order().ToList();

        numbers.ShouldBe(["001", "002", "003", "004"]);
    }

    // What these say in public nobody takes back, and a key is pressed sooner than meant.
    [Theory]
    [InlineData("giveaways.announce")]
    [InlineData("giveaways.commit")]
    [InlineData("giveaways.draw")]
    [InlineData("giveaways.notify")]
    [InlineData("giveaways.pass-on")]
    public void Should_Ask_At_The_Screen_Before_It_Speaks(string id)
    {
        var commands = typeof(GiveawaysPlugin).GetMethods().Select(method => (Method: method, Command: method.GetCustomAttribute<CommandAttribute>())).Where(each => each.Command is not null).ToList();
        var speaking = commands.Single(each => each.Command!.Id == id);
        var preview = commands.Single(each => each.Command!.Id == speaking.Command!.Confirm);

        // It is given the same arguments by their names, so that it tells of the same thing.
        preview.Method.GetParameters().Select(parameter => parameter.Name).Except(speaking.Method.GetParameters().Select(parameter => parameter.Name)).ShouldBeEmpty();
        preview.Method.GetParameters().ShouldContain(parameter => parameter.Name == "giveaway");
    }

    [Fact]
    public async Task Should_Show_Something_In_Every_View_Of_A_Workspace_Without_Giveaways()
    {
        using var fair = new Fair();
        var (plugin, host, _) = await fair.StartAsync();

        (await plugin.ShowListAsync(host, CancellationToken.None)).Table.Rows.ShouldBeEmpty();
        (await plugin.ShowEntrantsAsync(host, CancellationToken.None)).Table.Rows.ShouldBeEmpty();
        (await plugin.ShowLogAsync(host, CancellationToken.None)).Lines.ShouldBeEmpty();
        (await plugin.ShowCouponsAsync(host, CancellationToken.None)).Table.Rows.ShouldBeEmpty();
        plugin.ShowQr(host).Text.ShouldBeEmpty();
        foreach (var view in typeof(GiveawaysPlugin).GetMethods().Select(method => method.GetCustomAttribute<ViewAttribute>()).OfType<ViewAttribute>())
            view.Welcome.ShouldContain("{giveaways.");
    }

    [Fact]
    public async Task Should_Show_A_Giveaway_Its_Entrants_And_Its_Log()
    {
        // Given
        using var fair = new Fair();
        var (plugin, host, _) = await fair.DrawAsync("ola", "kari", "amal", "luc");
        await plugin.ShowAsync(host, "phones", CancellationToken.None);

        // When
        var row = (await plugin.ShowListAsync(host, CancellationToken.None)).Table.Rows.Single();
        var entrants = (await plugin.ShowEntrantsAsync(host, CancellationToken.None)).Table.Rows;
        var log = (await plugin.ShowLogAsync(host, CancellationToken.None)).Lines;

        // Then
        (row["state"].ToString(), row["entrants"].Number, row["next"].ToString()).ShouldBe(("drawn", 4, "winners answer"));
        entrants.Count.ShouldBe(4);
        entrants.Count(entrant => entrant["place"] is NumberValue).ShouldBe(3);
        log[2].Text.ShouldBe("frozen: 4 answers of 4 people, 4 take part");
    }
}
