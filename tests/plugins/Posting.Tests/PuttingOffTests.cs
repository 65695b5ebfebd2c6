using PluginHost.Campaigns;

namespace PluginHost.Posting.Tests;

/// <summary>Networks that want something later.</summary>
public sealed class PuttingOffTests : IDisposable
{
    private readonly Workshop _workshop = new();

    [Fact(Timeout = 60_000)]
    public async Task Should_Wait_For_It_And_Send_It_With_The_Same_Key()
    {
        // Given
        var publisher = await _workshop.StartPublisherAsync();
        PutOff(3, null);

        // When
        var publishing = publisher.PublishAsync(Workshop.Plan("@telco"), CancellationToken.None);
        await _workshop.UntilAsync(() => publishing.IsCompleted);

        // Then
        (await publishing).ShouldBeOfType<Published>().Post.Targets[0].State.ShouldBe(TargetState.Sent);
        _workshop.Network.Arrived.Select(arrived => arrived.Key.Attempt).ShouldBe([1, 2, 3, 4]);
        _workshop.Network.Arrived.Select(arrived => arrived.Key.Value).Distinct().ShouldHaveSingleItem();
    }

    [Theory(Timeout = 60_000)]
    [InlineData("0s", 0)]
    [InlineData("20s", 20)]
    public async Task Should_Leave_It_To_Others_When_Its_Patience_Is_Over(string patience, int seconds)
    {
        // Given
        _workshop.Settings["patience"] = patience;
        var (plugin, host) = await _workshop.StartAsync();
        var publisher = await Workshop.PublisherOfAsync(host);
        var begin = _workshop.Clock.GetUtcNow();
        PutOff(1, begin.AddMinutes(5));

        // When
        var publishing = publisher.PublishAsync(Workshop.Plan("@telco"), CancellationToken.None);
        if (seconds > 0)
            await _workshop.UntilAsync(() => publishing.IsCompleted);

        var target = (await publishing).ShouldBeOfType<Published>().Post.Targets[0];
        var waited = _workshop.Clock.GetUtcNow() - begin;
        _workshop.Clock.Advance(TimeSpan.FromMinutes(5));
        await plugin.SendAsync(host, CancellationToken.None);

        // Then
        (target.State, target.Reason).ShouldBe((TargetState.Scheduled, "too many"));
        waited.TotalSeconds.ShouldBeInRange(seconds, seconds + 10);
        _workshop.States().ShouldBe(["sent"]);
    }

    [Fact]
    public async Task Should_Not_Wait_Out_A_Doubt()
    {
        var publisher = await _workshop.StartPublisherAsync();
        _workshop.Network.OnLookUp = (_, _, _) => new NotThere();
        _workshop.Network.OnSend = (_, _, _) => throw new HttpRequestException("reset");

        var result = await publisher.PublishAsync(Workshop.Plan("@telco"), CancellationToken.None);

        result.ShouldBeOfType<Published>().Post.Targets[0].State.ShouldBe(TargetState.Unknown);
    }

    [Fact]
    public async Task Should_Learn_Limits_From_Every_Answer_And_Go_By_Them_In_Every_Process()
    {
        // Given
        _workshop.Settings["patience"] = "0s";
        var publisher = await _workshop.StartPublisherAsync();
        var (plugin, host) = await _workshop.StartAsync();
        var resets = _workshop.Clock.GetUtcNow().AddMinutes(10);
        _workshop.Network.OnSend = (post, _, _) => Task.FromResult(
            _workshop.Network.Publish(post) with { RateLimit = new RateLimit { Remaining = 0, ResetsAt = resets } });

        // When
        await publisher.PublishAsync(Workshop.Plan("@telco"), CancellationToken.None);
        var other = await Workshop.PublisherOfAsync(host);
        var second = await other.PublishAsync(Workshop.Plan("@telco"), CancellationToken.None);
        var limits = await plugin.LimitsAsync(host, CancellationToken.None);
        var known = limits.Rows.ShouldHaveSingleItem();
        var early = _workshop.Network.Arrived.Count;
        _workshop.Clock.Advance(TimeSpan.FromMinutes(10));
        await plugin.SendAsync(host, CancellationToken.None);

        // Then
        second.ShouldBeOfType<Published>().Post.Targets[0].State.ShouldBe(TargetState.Scheduled);
        (known["profile"].ToString(), known["remaining"].ToString(), known["resets"]).ShouldBe(("@telco", "0", (Sdk.Value)resets));
        early.ShouldBe(1);
        _workshop.States().ShouldBe(["sent", "sent"]);
        (await plugin.LimitsAsync(host, CancellationToken.None)).Rows[0]["remaining"].ToString().ShouldBe("n/a");
    }

    [Theory]
    [InlineData(0, 2)]
    [InlineData(1, 4)]
    [InlineData(6, 128)]
    [InlineData(7, 256)]
    [InlineData(8, 300)]
    [InlineData(1000, 300)]
    public void Should_Wait_Longer_Each_Time_Up_To_Five_Minutes(int tries, int seconds) => Pause.After(tries).TotalSeconds.ShouldBe(seconds);

    public void Dispose() => _workshop.Dispose();

    private void PutOff(int times, DateTimeOffset? until) => _workshop.Network.OnSend = (post, key, _) => Task.FromResult(
        key.Attempt <= times ? new TryLater { Reason = "too many", NotBefore = until } : _workshop.Network.Publish(post));
}
