using PluginHost.Campaigns;

namespace PluginHost.Posting.Tests;

/// <summary>A post waits a while before it goes out, where the workspace wants that.</summary>
public sealed class UndoTests : IDisposable
{
    private readonly Workshop _workshop = new();

    public UndoTests() => _workshop.Settings["undo"] = "10s";

    [Fact(Timeout = 60_000)]
    public async Task Should_Wait_And_Say_How_It_Is_Taken_Back_And_Then_Send()
    {
        // Given
        var (_, host) = await _workshop.StartAsync();
        var publisher = await Workshop.PublisherOfAsync(host);
        var begin = _workshop.Clock.GetUtcNow();

        // When
        var publishing = publisher.PublishAsync(Workshop.Plan("@telco"), CancellationToken.None);
        await _workshop.Clock.WaitForTimerAsync(TestContext.Current.CancellationToken);
        var states = _workshop.States();
        await _workshop.UntilAsync(() => publishing.IsCompleted);

        // Then
        host.Jobs.Titles.ShouldBe(["Publishing post 1 in 10 seconds; posting.undo post=1 takes it back"]);
        states.ShouldBe(["scheduled"]);
        (await publishing).ShouldBeOfType<Published>().Post.Targets[0].State.ShouldBe(TargetState.Sent);
        _workshop.Clock.GetUtcNow().ShouldBeGreaterThanOrEqualTo(begin.AddSeconds(10));
    }

    [Theory(Timeout = 60_000)]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Should_End_The_Wait_When_It_Is_Taken_Back(bool byAnotherProcess)
    {
        // Given
        var (plugin, host) = await _workshop.StartAsync();
        var (other, elsewhere) = await _workshop.StartAsync();
        var publisher = await Workshop.PublisherOfAsync(host);
        var publishing = publisher.PublishAsync(Workshop.Plan("@telco", "@telco_nb"), CancellationToken.None);
        await _workshop.Clock.WaitForTimerAsync(TestContext.Current.CancellationToken);

        // When: in this process at once, and within a second where another one does it.
        await (byAnotherProcess ? other.UndoAsync(elsewhere, 1, CancellationToken.None) : plugin.UndoAsync(host, 1, CancellationToken.None));
        if (byAnotherProcess)
            _workshop.Clock.Advance(TimeSpan.FromSeconds(1));

        var targets = (await publishing).ShouldBeOfType<Published>().Post.Targets;

        // Then
        targets.ShouldAllBe(target => target.State == TargetState.Refused && target.Reason == "taken back before it was sent");
        _workshop.Clock.Advance(TimeSpan.FromMinutes(1));
        await plugin.SendAsync(host, CancellationToken.None);
        _workshop.Network.Arrived.ShouldBeEmpty();
    }

    [Fact(Timeout = 60_000)]
    public async Task Should_Refuse_What_Has_Not_Left_When_The_Caller_Stops_Meanwhile()
    {
        // Given
        var publisher = await _workshop.StartPublisherAsync();
        using var caller = new CancellationTokenSource();
        var publishing = publisher.PublishAsync(Workshop.Plan("@telco"), caller.Token);
        await _workshop.Clock.WaitForTimerAsync(TestContext.Current.CancellationToken);

        // When
        await caller.CancelAsync();

        // Then
        var target = (await publishing).ShouldBeOfType<Published>().Post.Targets[0];
        (target.State, target.Reason).ShouldBe((TargetState.Refused, "cancelled before it was sent"));
    }

    [Fact(Timeout = 60_000)]
    public async Task Should_See_What_A_Worker_Elsewhere_Has_Sent()
    {
        // Given
        var publisher = await _workshop.StartPublisherAsync();
        var (other, elsewhere) = await _workshop.StartAsync();
        using var stop = new CancellationTokenSource();
        var working = Task.Run(() => other.WorkAsync(elsewhere, stop.Token), TestContext.Current.CancellationToken);

        // When
        var publishing = publisher.PublishAsync(Workshop.Plan(Workshop.FourProfiles), CancellationToken.None);
        await _workshop.UntilAsync(() => publishing.IsCompleted);
        await stop.CancelAsync();
        await working;

        // Then
        (await publishing).ShouldBeOfType<Published>().Post.Targets.ShouldAllBe(target => target.State == TargetState.Sent);
        _workshop.Network.Arrived.Select(arrived => arrived.Key.Value).Distinct().Count().ShouldBe(4);
        _workshop.Network.Arrived.Count.ShouldBe(4);
    }

    [Fact(Timeout = 60_000)]
    public async Task Should_Put_Back_The_Whole_Of_A_Thread_Whose_Caller_Has_Stopped()
    {
        // Given
        var (plugin, host) = await _workshop.StartAsync();
        using var caller = new CancellationTokenSource();
        var plan = new PostPlan { Variants = [new Variant { Profile = "@telco", Text = "one", More = ["two", "three"] }], AskedBy = "a test" };
        var publishing = (await Workshop.PublisherOfAsync(host)).PublishAsync(plan, caller.Token);
        await _workshop.Clock.WaitForTimerAsync(TestContext.Current.CancellationToken);
        await caller.CancelAsync();
        await publishing;
        var stopped = _workshop.States();

        // When
        await plugin.RestoreAsync(host, 1, CancellationToken.None);

        // Then
        stopped.ShouldBe(["refused", "refused", "refused"]);
        _workshop.States().ShouldBe(["scheduled", "scheduled", "scheduled"]);
    }

    public void Dispose() => _workshop.Dispose();
}
