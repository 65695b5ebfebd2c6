using PluginHost.Campaigns;
using PluginHost.Sdk;

namespace PluginHost.Posting.Tests;

/// <summary>Who takes an effect back need not know whether it was committed: what has not left never leaves, whoever asks for it at whatever moment.</summary>
public sealed class WithdrawnEffectTests : IDisposable
{
    private static readonly EffectKey Key = new() { Campaign = "press", Occurrence = "release five", Step = "teasers" };
    private readonly Workshop _workshop = new();

    [Fact]
    public async Task Should_Never_Leave_When_It_Was_Taken_Back_Before_It_Was_Committed()
    {
        // Given
        var publisher = await StartAsync();
        var withdrawn = await publisher.WithdrawAsync(Plan(), CancellationToken.None);

        // When
        var published = await (await StartAsync()).PublishAsync(Plan(), CancellationToken.None);
        var planned = await publisher.PlanAsync(Plan() with { At = _workshop.Clock.GetUtcNow().AddHours(1) }, CancellationToken.None);
        _workshop.Clock.Advance(TimeSpan.FromHours(2));
        var (plugin, host) = await _workshop.StartAsync();
        await plugin.SendAsync(host, CancellationToken.None);

        // Then
        withdrawn.Targets.Select(target => (target.Profile, target.State, target.Reason)).ShouldBe(
        [
            ("@telco", TargetState.Refused, "taken back before it was planned"),
            ("@telco_nb", TargetState.Refused, "taken back before it was planned"),
        ]);
        published.ShouldBeOfType<Published>().Post.Id.ShouldBe(withdrawn.Id);
        planned.ShouldBeOfType<Published>().Post.Targets.ShouldAllBe(target => target.State == TargetState.Refused);
        _workshop.Network.Arrived.ShouldBeEmpty();
        await Should.ThrowAsync<PluginHostException>(() => plugin.RestoreAsync(host, 1, CancellationToken.None));
    }

    [Fact]
    public async Task Should_Take_Back_What_Has_Not_Left_And_Say_What_Has()
    {
        _workshop.Settings["patience"] = "0s";
        _workshop.Network.OnSend = (post, _, _) => Task.FromResult(post.Profile.Name == "@telco_nb"
            ? new TryLater { Reason = "put off", NotBefore = _workshop.Clock.GetUtcNow().AddMinutes(5) }
            : _workshop.Network.Publish(post));
        var publisher = await StartAsync();
        await publisher.PublishAsync(Plan(), CancellationToken.None);

        var withdrawn = await publisher.WithdrawAsync(Plan(), CancellationToken.None);

        withdrawn.Targets.Select(target => target.State).ShouldBe([TargetState.Sent, TargetState.Refused]);
        (await publisher.WithdrawAsync(Plan(), CancellationToken.None)).Targets.Select(target => target.State).ShouldBe([TargetState.Sent, TargetState.Refused]);
    }

    [Fact]
    public async Task Should_Not_Leave_Another_Time_When_It_Is_Put_Off_While_It_Is_Taken_Back()
    {
        // Given: it is on its way while it is taken back, and its network puts it off.
        _workshop.Settings["patience"] = "0s";
        var (one, other) = (await StartAsync(), await StartAsync());
        var sends = 0;
        _workshop.Network.OnSend = async (_, _, _) =>
        {
            sends++;
            await other.WithdrawAsync(Alone(), CancellationToken.None);
            return new TryLater { Reason = "put off", NotBefore = _workshop.Clock.GetUtcNow().AddMinutes(1) };
        };

        // When
        await one.PublishAsync(Alone(), CancellationToken.None);
        await ServeAsync(TimeSpan.FromMinutes(10));

        // Then
        sends.ShouldBe(1);
        _workshop.States().ShouldBe(["refused"]);
    }

    [Theory]
    [InlineData(Repeats.NotRecognised, true, "refused")]
    [InlineData(Repeats.ByIdentity, true, "refused")]
    [InlineData(Repeats.ByIdentity, false, "unknown")]
    public async Task Should_Not_Be_Sent_Again_When_Nobody_Knows_Whether_It_Left_And_It_Was_Taken_Back(Repeats repeats, bool canTell, string state)
    {
        // Given
        _workshop.Network.Rules = _workshop.Network.Rules with { Repeats = repeats };
        _workshop.Network.OnLookUp = (_, _, _) => canTell ? new NotThere() : new CannotTell { Reason = "nobody answers" };
        _workshop.Network.OnSend = (_, _, _) => Task.FromResult<SendResult>(new UnknownOutcome { Reason = "the line broke" });
        _workshop.Settings["patience"] = "0s";
        var publisher = await StartAsync();
        var plan = Alone();
        await publisher.PublishAsync(plan, CancellationToken.None);

        // When
        await publisher.WithdrawAsync(plan, CancellationToken.None);
        _workshop.Network.OnSend = null;
        await ServeAsync(TimeSpan.FromHours(1));

        // Then
        _workshop.Network.Arrived.Count.ShouldBe(1);
        _workshop.States().ShouldBe([state]);
    }

    [Fact(Timeout = 60_000)]
    public async Task Should_Leave_Nothing_That_Waits_When_One_Publishes_While_Another_Takes_Back()
    {
        for (var round = 0; round < 20; round++)
        {
            var plan = Plan() with { Effect = Key with { Occurrence = $"{round}" } };
            var (one, other) = (await StartAsync(), await StartAsync());

            await Task.WhenAll(one.PublishAsync(plan, CancellationToken.None), other.WithdrawAsync(plan, CancellationToken.None));

            (await other.WithdrawAsync(plan, CancellationToken.None)).Targets.ShouldAllBe(target => target.State == TargetState.Sent || target.State == TargetState.Refused);
        }

        _workshop.Database.Query("select count(*) from posting_post").ShouldBe([20L]);
    }

    [Fact]
    public async Task Should_Ask_For_The_Effect_When_There_Is_None()
    {
        var publisher = await StartAsync();

        await Should.ThrowAsync<WrongUseException>(() => publisher.WithdrawAsync(Plan() with { Effect = null }, CancellationToken.None));
    }

    public void Dispose() => _workshop.Dispose();

    private static PostPlan Plan() => new()
    {
        Variants = [new Variant { Profile = "@telco", Text = "Hello" }, new Variant { Profile = "@telco_nb", Text = "Hei" }],
        AskedBy = "a test",
        Effect = Key,
    };

    private static PostPlan Alone() => Plan() with { Variants = [new Variant { Profile = "@telco", Text = "Hello" }] };

    private async Task ServeAsync(TimeSpan time)
    {
        var (plugin, host) = await _workshop.StartAsync();
        for (var minute = 0; minute < time.TotalMinutes; minute++)
        {
            _workshop.Clock.Advance(TimeSpan.FromMinutes(1));
            await plugin.SendAsync(host, CancellationToken.None);
        }
    }

    private async Task<IPublisher> StartAsync() => await Workshop.PublisherOfAsync((await _workshop.StartAsync()).Host);
}
