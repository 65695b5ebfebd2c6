using PluginHost.Campaigns;
using PluginHost.Sdk;

namespace PluginHost.Posting.Tests;

/// <summary>What a plugin takes back because it goes on without it, nobody brings back.</summary>
public sealed class TakingBackForGoodTests : IDisposable
{
    private const string Reason = "the prize was passed on";

    private readonly Workshop _workshop = new();

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Should_Not_Put_Back_What_Was_Taken_Back_For_Good(bool aPersonTookItBackBefore)
    {
        // Given
        var (plugin, host) = await _workshop.StartAsync();
        var publisher = await Workshop.PublisherOfAsync(host);
        await plugin.PlanAsync(host, "@telco", "You have won.", _workshop.Clock.GetUtcNow().AddHours(1), CancellationToken.None);
        if (aPersonTookItBackBefore)
            await plugin.UndoAsync(host, 1, CancellationToken.None);

        // When
        var taken = await publisher.WithdrawAsync("1", Reason, CancellationToken.None);
        var refused = await Should.ThrowAsync<PluginHostException>(() => plugin.RestoreAsync(host, 1, CancellationToken.None));

        // Then
        (taken.Targets[0].State, taken.Targets[0].Reason).ShouldBe((TargetState.Refused, Reason));
        refused.Message.ShouldStartWith($"Post 1 was taken back for good: {Reason}.");
        _workshop.Clock.Advance(TimeSpan.FromHours(2));
        await plugin.SendAsync(host, CancellationToken.None);
        _workshop.Network.Arrived.ShouldBeEmpty();
    }

    [Fact]
    public async Task Should_Not_Publish_Its_Effect_Later()
    {
        // Given
        var (_, host) = await _workshop.StartAsync();
        var publisher = await Workshop.PublisherOfAsync(host);
        var plan = Workshop.Plan("@telco") with { Effect = new EffectKey { Campaign = "giveaways", Occurrence = "phones", Step = "tell:1:1" }, At = _workshop.Clock.GetUtcNow().AddHours(1) };
        await publisher.PlanAsync(plan, CancellationToken.None);
        await publisher.WithdrawAsync("1", Reason, CancellationToken.None);

        // When
        var again = await publisher.PublishAsync(plan with { At = null }, CancellationToken.None);

        // Then
        again.ShouldBeOfType<Published>().Post.Targets[0].State.ShouldBe(TargetState.Refused);
        _workshop.Network.Arrived.ShouldBeEmpty();
    }

    [Fact]
    public async Task Should_Leave_Alone_What_Has_Left()
    {
        // Given
        var (_, host) = await _workshop.StartAsync();
        var publisher = await Workshop.PublisherOfAsync(host);
        await publisher.PublishAsync(Workshop.Plan("@telco"), CancellationToken.None);

        // When
        var taken = await publisher.WithdrawAsync("1", Reason, CancellationToken.None);

        // Then
        taken.Targets[0].State.ShouldBe(TargetState.Sent);
        await Should.ThrowAsync<WrongUseException>(() => publisher.WithdrawAsync("9", Reason, CancellationToken.None));
    }

    public void Dispose() => _workshop.Dispose();
}
