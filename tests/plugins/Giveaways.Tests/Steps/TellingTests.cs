using PluginHost.Campaigns;
using PluginHost.Giveaways.Tests.Fixtures;

namespace PluginHost.Giveaways.Tests.Steps;

/// <summary>A winner who cannot be told keeps no other waiting.</summary>
public sealed class TellingTests : IDisposable
{
    private readonly Fair _fair = new();

    [Fact]
    public async Task Should_Tell_The_Others_And_Say_Who_Was_Not_Told()
    {
        // Given
        _fair.Crier.Refuses = variant => variant.Text.Contains("A phone", StringComparison.Ordinal) ? "they have blocked us" : null;
        var (_, _, giveaways) = await _fair.DrawAsync("ola", "kari", "amal", "luc");

        // When
        var drawn = await giveaways.GoOnAsync("phones", CancellationToken.None);
        var again = await giveaways.GoOnAsync("phones", CancellationToken.None);

        // Then
        _fair.Steps().Count(step => step == "told").ShouldBe(2);
        drawn.Problem.ShouldContain("The winner of prize 1 is not told: @telco was refused: they have blocked us");
        again.Problem.ShouldBe(drawn.Problem);
    }

    [Fact]
    public async Task Should_Give_On_What_A_Silent_Winner_Had_While_Another_Is_Not_Told()
    {
        // Given
        _fair.Crier.Refuses = variant => variant.Text.Contains("A phone", StringComparison.Ordinal) ? "they have blocked us" : null;
        var (_, _, giveaways) = await _fair.DrawAsync("ola", "kari", "amal", "luc");
        await giveaways.GoOnAsync("phones", CancellationToken.None);

        // When
        _fair.Clock.Advance(TimeSpan.FromDays(3));
        var later = await giveaways.GoOnAsync("phones", CancellationToken.None);

        // Then
        later.Awards.Where(award => award.Number == 1).ShouldHaveSingleItem().State.ShouldBe(AwardState.Offered);
        later.Awards.Count(award => award.State == AwardState.PassedOn).ShouldBe(2);
        later.State.ShouldBe(GiveawayState.Drawn);
    }

    public void Dispose() => _fair.Dispose();
}
