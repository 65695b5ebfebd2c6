using PluginHost.Campaigns;
using PluginHost.Giveaways.Tests.Fixtures;

namespace PluginHost.Giveaways.Tests.Steps;

/// <summary>What is too long for its network is a thread, and people answer any part of it.</summary>
public sealed class ThreadTests : IDisposable
{
    private readonly Fair _fair = new();

    [Fact]
    public async Task Should_Take_An_Answer_To_A_Later_Part_For_An_Entry()
    {
        // Given
        var (plugin, host, giveaways) = await _fair.StartAsync();
        var terms = _fair.Terms();
        await giveaways.BeginAsync(terms with { Announcement = [terms.Announcement[0] with { More = ["The rules are these.", "Good luck!"] }] }, Fair.Effect(), CancellationToken.None);

        // When: one answers the first part, one the last, one both, and one somebody else.
        _fair.Square.Say("@telco", "ola", "p1", "Me, please!");
        _fair.Square.Say("@telco", "kari", "p1.2", "Me, please!");
        _fair.Square.Say("@telco", "luc", "p1", "Good luck to all.");
        _fair.Square.Say("@telco", "luc", "p1.1", "Me, please!");
        _fair.Square.Say("@telco", "amal", "r2", "Me, please!");
        await _fair.GoOnAsync(giveaways, GiveawayState.Frozen);

        // Then
        var entrants = await plugin.EntrantsAsync(host, "phones", CancellationToken.None);
        entrants.Rows.Where(row => row["part"].ToString() == "takes part").Select(row => (row["handle"].ToString(), (int)row["answers"].Number)).ShouldBe(
            [("ola", 1), ("kari", 1), ("luc", 2)], ignoreOrder: true);
        entrants.Rows.Count.ShouldBe(3);
    }

    public void Dispose() => _fair.Dispose();
}
