using PluginHost.Campaigns;
using PluginHost.Giveaways.Tests.Fixtures;
using PluginHost.Sdk;

namespace PluginHost.Giveaways.Tests.Steps;

/// <summary>What is said to come next is what can be done next.</summary>
public sealed class NextStepTests : IDisposable
{
    private readonly Fair _fair = new();

    [Fact]
    public async Task Should_Not_Offer_A_Proof_Of_What_Was_Closed_Before_The_Draw()
    {
        // Given
        var (plugin, host, giveaways) = await _fair.StartAsync();
        await giveaways.BeginAsync(_fair.Terms(), Fair.Effect(), CancellationToken.None);

        // When
        var closed = await plugin.CloseAsync(host, "phones", "it rains", CancellationToken.None);

        // Then
        closed["next"].ToString().ShouldBe("nothing: it ended before anything was drawn, so there is nothing to prove");
        closed["nextAt"].ShouldBe(Value.Nothing);
        await Should.ThrowAsync<WrongUseException>(() => plugin.ProveAsync(host, "phones", "", false, CancellationToken.None));
    }

    [Fact]
    public async Task Should_Offer_A_Proof_Of_What_Was_Drawn_And_Closed()
    {
        // Given
        var (plugin, host, _) = await _fair.DrawAsync("ola", "kari", "amal", "luc");

        // When
        var closed = await plugin.CloseAsync(host, "phones", "it rains", CancellationToken.None);

        // Then
        closed["next"].ToString().ShouldBe("giveaways.prove writes the proof");
        (await plugin.ProveAsync(host, "phones", "", false, CancellationToken.None))["file"].ToString().ShouldBe("giveaways/phones.proof");
    }

    [Fact]
    public async Task Should_Not_Offer_To_Announce_What_Has_Ended_Meanwhile()
    {
        // Given
        var (plugin, host, _) = await _fair.StartAsync();
        await plugin.NewAsync(host, "phones", CancellationToken.None);
        await plugin.PlanAsync(host, "giveaways/phones.yaml", CancellationToken.None);

        // When
        _fair.Clock.Advance(TimeSpan.FromDays(9));
        var late = await plugin.ShowAsync(host, "phones", CancellationToken.None);

        // Then: the command says the same.
        late["next"].ToString().ShouldContain("change \"closes:\" in its file, then giveaways.plan");
        (await Should.ThrowAsync<WrongUseException>(() => plugin.AnnounceAsync(host, "phones", CancellationToken.None))).Message.ShouldContain("giveaways.plan writes it down anew");
    }

    [Fact]
    public async Task Should_Count_Prizes_That_Are_Left_Only_Once_It_Is_Drawn()
    {
        // Given: three prizes, and two people.
        var (plugin, host, giveaways) = await _fair.StartAsync();
        await giveaways.BeginAsync(_fair.Terms(), Fair.Effect(), CancellationToken.None);
        _fair.Enter("ola", "kari");
        await _fair.GoOnAsync(giveaways, GiveawayState.Committed);

        // When, Then
        (await plugin.ShowAsync(host, "phones", CancellationToken.None))["prizesLeft"].ShouldBe(Value.Nothing);
        await _fair.GoOnAsync(giveaways, GiveawayState.Drawn);
        (await plugin.ShowAsync(host, "phones", CancellationToken.None))["prizesLeft"].Number.ShouldBe(1);
        (await plugin.PassOnAsync(host, "phones", 1, "works for us", CancellationToken.None))["prizesLeft"].Number.ShouldBe(2);
    }

    [Fact]
    public async Task Should_Speak_Of_One_As_Of_One()
    {
        // Given
        var (plugin, host, _) = await _fair.DrawAsync("ola");

        // When
        await plugin.ShowAsync(host, "phones", CancellationToken.None);
        var log = (await plugin.ShowLogAsync(host, CancellationToken.None)).Lines;
        await plugin.IssueAsync(host, 1, "", "", CancellationToken.None);

        // Then
        _fair.Crier.Out[1].Text.ShouldStartWith("Three phones: 1 takes part, 1 wins.\n");
        log.ShouldContain(line => line.Text == "frozen: 1 answer of 1 person, 1 takes part");
        (await plugin.ShowCouponsAsync(host, CancellationToken.None)).Caption.ShouldBe("0 of 1 coupon is redeemed");
    }

    public void Dispose() => _fair.Dispose();
}
