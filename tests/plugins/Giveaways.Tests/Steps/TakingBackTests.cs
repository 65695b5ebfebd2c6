using PluginHost.Campaigns;
using PluginHost.Giveaways.Tests.Fixtures;
using PluginHost.Sdk;

namespace PluginHost.Giveaways.Tests.Steps;

/// <summary>Where a giveaway goes on without its words, they never leave.</summary>
public sealed class TakingBackTests : IDisposable
{
    private readonly Fair _fair = new();

    [Theory]
    [InlineData("claim")]
    [InlineData("pass on")]
    [InlineData("close")]
    public async Task Should_Tell_Nobody_Later_What_Was_Held_When_Somebody_Went_On_By(string step)
    {
        // Given: what the first winner is told waits for a second person.
        _fair.Crier.Holds = variant => variant.Text.Contains("A phone", StringComparison.Ordinal) ? TargetState.Draft : null;
        var (plugin, host, giveaways) = await _fair.DrawAsync("ola", "kari", "amal", "luc");
        var held = (await giveaways.GoOnAsync("phones", CancellationToken.None)).Awards[0].Handle;
        _fair.Crier.Holds = _ => null;

        // When
        await (step switch
        {
            "claim" => plugin.ClaimAsync(host, "phones", 1, "came to the shop", CancellationToken.None),
            "pass on" => plugin.PassOnAsync(host, "phones", 1, "works for us", CancellationToken.None),
            _ => plugin.CloseAsync(host, "phones", "it rains", CancellationToken.None),
        });
        _fair.Crier.Approve();

        // Then
        _fair.Crier.Out.ShouldNotContain(said => said.Text.Contains($"@{held} ", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("claim")]
    [InlineData("pass on")]
    [InlineData("close")]
    public async Task Should_Let_Nobody_Bring_Back_What_A_Giveaway_Went_On_Without(string step)
    {
        // Given: a person has taken back what the first winner is told.
        _fair.Crier.Holds = variant => variant.Text.Contains("A phone", StringComparison.Ordinal) ? TargetState.Draft : null;
        var (plugin, host, giveaways) = await _fair.DrawAsync("ola", "kari", "amal", "luc");
        var held = (await giveaways.GoOnAsync("phones", CancellationToken.None)).Awards[0].Handle;
        _fair.Crier.Holds = _ => null;
        await _fair.Crier.TakeBackAsync();

        // When
        await (step switch
        {
            "claim" => plugin.ClaimAsync(host, "phones", 1, "came to the shop", CancellationToken.None),
            "pass on" => plugin.PassOnAsync(host, "phones", 1, "works for us", CancellationToken.None),
            _ => plugin.CloseAsync(host, "phones", "it rains", CancellationToken.None),
        });
        _fair.Crier.BringBack();

        // Then
        _fair.Crier.Out.ShouldNotContain(said => said.Text.Contains($"@{held} ", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Should_Go_On_With_A_Notice_That_A_Person_Brings_Back_In_Time()
    {
        // Given
        _fair.Crier.Holds = variant => variant.Text.Contains("A phone", StringComparison.Ordinal) ? TargetState.Draft : null;
        var (plugin, host, giveaways) = await _fair.DrawAsync("ola", "kari", "amal", "luc");
        await giveaways.GoOnAsync("phones", CancellationToken.None);
        await _fair.Crier.TakeBackAsync();

        // When
        var told = await giveaways.GoOnAsync("phones", CancellationToken.None);
        _fair.Crier.BringBack();
        await giveaways.GoOnAsync("phones", CancellationToken.None);

        // Then: meanwhile it is said what can be done.
        told.Problem.ShouldContain("posting.show post=");
        told.Problem.ShouldContain("giveaways.claim or giveaways.pass-on giveaway=phones prize=1 go on without");
        _fair.Steps().Count(step => step == "told").ShouldBe(3);
    }

    [Fact]
    public async Task Should_Say_Nothing_That_Another_Process_Went_On_Without()
    {
        // Given: one has committed the words, and is about to ask for them; another one closes it.
        _fair.Crier.DiesAt = 1;
        var (plugin, host, giveaways) = await _fair.StartAsync();
        await Should.ThrowAsync<Plugins.Testing.DeadProcessException>(() => giveaways.BeginAsync(_fair.Terms(), Fair.Effect(), CancellationToken.None));
        _fair.Crier.DiesAt = int.MaxValue;
        _fair.Database.Query("update giveaways_saying set asked = 0");
        await plugin.CloseAsync(host, "phones", "it rains", CancellationToken.None);

        // When
        _fair.Database.Query("update giveaways_giveaway set state = 'announcing'");
        await giveaways.GoOnAsync("phones", CancellationToken.None);

        // Then
        _fair.Crier.Out.ShouldBeEmpty();
    }

    [Fact]
    public async Task Should_Not_Announce_What_Was_Closed()
    {
        // Given
        _fair.Crier.Holds = _ => TargetState.Draft;
        var (plugin, host, giveaways) = await _fair.StartAsync();
        await Should.ThrowAsync<PluginHostException>(() => giveaways.BeginAsync(_fair.Terms(), Fair.Effect(), CancellationToken.None));

        // When
        await plugin.CloseAsync(host, "phones", "it rains", CancellationToken.None);
        _fair.Crier.Approve();

        // Then
        _fair.Crier.Out.ShouldBeEmpty();
    }

    [Theory]
    [InlineData(TargetState.Unknown, "posting.settle")]
    [InlineData(TargetState.Sending, "on its way right now")]
    public async Task Should_Go_On_Only_Once_It_Is_Known_What_Is_Out(TargetState state, string complaint)
    {
        // Given
        _fair.Crier.Holds = variant => variant.InReplyTo is null ? null : state;
        var (plugin, host, giveaways) = await _fair.DrawAsync("ola", "kari", "amal", "luc");
        await giveaways.GoOnAsync("phones", CancellationToken.None);

        // When
        var refused = await Should.ThrowAsync<PluginHostException>(() => plugin.PassOnAsync(host, "phones", 1, "works for us", CancellationToken.None));
        var open = await Should.ThrowAsync<PluginHostException>(() => plugin.CloseAsync(host, "phones", "it rains", CancellationToken.None));
        _fair.Crier.Settle();
        await plugin.CloseAsync(host, "phones", "it rains", CancellationToken.None);

        // Then
        refused.Message.ShouldContain(complaint);
        open.Message.ShouldContain(complaint);
        _fair.Steps().ShouldNotContain("passed-on");
        _fair.Steps()[^1].ShouldBe("closed");
    }

    [Fact]
    public async Task Should_Publish_No_Round_After_Another_One_Was_Named()
    {
        // Given
        _fair.Crier.Holds = variant => variant.Text.Contains("quicknet", StringComparison.Ordinal) ? TargetState.Draft : null;
        var (_, _, giveaways) = await _fair.StartAsync();
        await giveaways.BeginAsync(_fair.Terms(), Fair.Effect(), CancellationToken.None);
        _fair.Enter("ola", "kari");
        _fair.Clock.Advance(Fair.Day + TimeSpan.FromMinutes(6));
        await giveaways.GoOnAsync("phones", CancellationToken.None);

        // When
        _fair.Crier.Holds = _ => null;
        _fair.Clock.Advance(TimeSpan.FromMinutes(20));
        await giveaways.GoOnAsync("phones", CancellationToken.None);
        _fair.Crier.Approve();

        // Then
        _fair.Crier.Out.Count(said => said.Text.Contains("quicknet", StringComparison.Ordinal)).ShouldBe(1);
        _fair.Steps().Count(step => step == "unnamed").ShouldBe(1);
    }

    [Fact]
    public async Task Should_Not_Go_On_Without_Words_That_A_Dead_Process_May_Have_Handed_Over()
    {
        // Given: the publisher has it, and the one who asked has died before it could note that.
        _fair.Crier.Holds = _ => TargetState.Draft;
        var first = await _fair.StartAsync();
        await Should.ThrowAsync<PluginHostException>(() => first.Giveaways.BeginAsync(_fair.Terms(), Fair.Effect(), CancellationToken.None));
        _fair.Database.Query("update giveaways_saying set post = null");

        // When
        var refused = await Should.ThrowAsync<PluginHostException>(() => first.Plugin.CloseAsync(first.Host, "phones", "it rains", CancellationToken.None));

        // Then
        refused.Message.ShouldContain("on its way right now");
    }

    [Fact]
    public async Task Should_Commit_By_One_Post_In_Time_Though_Another_Profile_Waits()
    {
        // Given
        _fair.Crier.Holds = variant => variant.Profile == "@telco_offers" && variant.Text.Contains("quicknet", StringComparison.Ordinal) ? TargetState.Draft : null;
        var (_, _, giveaways) = await _fair.StartAsync();
        var terms = _fair.Terms();
        await giveaways.BeginAsync(
            terms with { Announcement = [.. terms.Announcement, terms.Announcement[0] with { Profile = "@telco_offers" }] }, Fair.Effect(), CancellationToken.None);
        _fair.Enter("ola", "kari");
        _fair.Clock.Advance(Fair.Day + TimeSpan.FromMinutes(6));

        // When
        var committed = await giveaways.GoOnAsync("phones", CancellationToken.None);

        // Then
        committed.State.ShouldBe(GiveawayState.Committed);
        committed.Problem.ShouldContain("@telco_offers");
    }

    public void Dispose() => _fair.Dispose();
}
