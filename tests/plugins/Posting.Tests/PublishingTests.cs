using System.Security.Cryptography;
using System.Text;
using PluginHost.Campaigns;
using PluginHost.Sdk;

namespace PluginHost.Posting.Tests;

public sealed class PublishingTests : IDisposable
{
    private readonly Workshop _workshop = new();

    [Fact]
    public async Task Should_Send_On_Every_Profile_In_The_Order_Of_The_Plan()
    {
        // Given
        var publisher = await _workshop.StartPublisherAsync();

        // When
        var result = await publisher.PublishAsync(Workshop.Plan(Workshop.FourProfiles), CancellationToken.None);

        // Then
        var post = result.ShouldBeOfType<Published>().Post;
        post.Targets.Select(target => target.Profile).ShouldBe(Workshop.FourProfiles);
        post.Targets.ShouldAllBe(target => target.State == TargetState.Sent && target.Network == "test" && target.Reason == "");
        post.Targets.Select(target => target.Link).ShouldBe(["test://telco/1", "test://telco_help/2", "test://telco_offers/3", "test://telco_nb/4"]);
        post.Targets[0].RemoteId.ShouldBe("1");
        post.Targets[0].SentAt.ShouldBe(_workshop.Clock.GetUtcNow().AddSeconds(1));
        post.CreatedAt.ShouldBe(_workshop.Clock.GetUtcNow());
        _workshop.Network.Arrived.Select(arrived => arrived.Post.Text).ShouldBe(Workshop.FourProfiles.Select(profile => $"Hello from {profile}"));
    }

    [Fact]
    public async Task Should_Commit_That_It_Is_On_Its_Way_Before_The_Request_Leaves()
    {
        // Given
        var publisher = await _workshop.StartPublisherAsync();
        var seen = new List<string>();
        _workshop.Network.OnSend = (post, key, _) =>
        {
            seen.Add(string.Join(' ', _workshop.States()));
            _workshop.Database
                .Query($"select body_hash from posting_target where key = '{key.Value}' and attempt = {key.Attempt} and sending_at is not null")
                .ShouldBe([Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(post.Text)))]);
            return Task.FromResult(_workshop.Network.Publish(post));
        };

        // When
        await publisher.PublishAsync(Workshop.Plan("@telco", "@telco_nb"), CancellationToken.None);

        // Then
        seen.ShouldBe(["sending leased", "sent sending"]);
    }

    [Fact]
    public async Task Should_Give_Each_Target_A_Key_Of_Its_Own_And_The_Language_Of_Its_Profile()
    {
        // Given
        var publisher = await _workshop.StartPublisherAsync();

        // When
        await publisher.PublishAsync(Workshop.Plan("@telco", "@telco_nb"), CancellationToken.None);
        await publisher.PublishAsync(Workshop.Plan("@telco", "@telco_nb"), CancellationToken.None);

        // Then
        var keys = _workshop.Network.Arrived.Select(arrived => arrived.Key).ToList();
        keys.Select(key => key.Value).Distinct().Count().ShouldBe(4);
        keys.ShouldAllBe(key => key.Attempt == 1 && key.Value.Length <= 64);
        keys.ShouldAllBe(key => key.Value.All(letter => char.IsAsciiLetterOrDigit(letter) || letter == '-'));
        _workshop.Network.Arrived.Select(arrived => arrived.Post.Language).ShouldBe(["en", "nb", "en", "nb"]);
        _workshop.Network.Arrived.ShouldAllBe(arrived => arrived.Post.PlannedAt == _workshop.Clock.GetUtcNow());
    }

    [Fact]
    public async Task Should_Go_On_With_The_Others_When_One_Is_Refused()
    {
        // Given
        var publisher = await _workshop.StartPublisherAsync();
        _workshop.Network.OnSend = (post, _, _) => Task.FromResult(
            post.Profile.Name == "@telco_help" ? new RefusedByNetwork { Reason = "the account is locked" } : _workshop.Network.Publish(post));

        // When
        var result = await publisher.PublishAsync(Workshop.Plan(Workshop.FourProfiles), CancellationToken.None);

        // Then
        var targets = result.ShouldBeOfType<Published>().Post.Targets;
        targets.Select(target => target.State).ShouldBe([TargetState.Sent, TargetState.Refused, TargetState.Sent, TargetState.Sent]);
        targets[1].Reason.ShouldBe("the account is locked");
        targets[1].RemoteId.ShouldBeNull();
    }

    public static TheoryData<Func<Task<SendResult>>, string> Doubts => new()
    {
        { () => Task.FromResult<SendResult>(new UnknownOutcome { Reason = "the line went dead" }), "the line went dead" },
        { () => throw new InvalidOperationException("a bug"), "InvalidOperationException: a bug" },
        { () => Task.FromException<SendResult>(new HttpRequestException("reset")), "HttpRequestException: reset" },
        { () => Task.FromException<SendResult>(new PluginFaultedException("test", "test has thrown in line 7")), "test has thrown in line 7" },
        { () => Task.FromException<SendResult>(new OperationCanceledException("given up")), "OperationCanceledException: given up" },
        { () => Task.FromResult<SendResult>(null!), "the network gave no answer" },
    };

    [Theory]
    [MemberData(nameof(Doubts))]
    public async Task Should_Call_It_Unknown_And_Go_On_When_The_Network_Gives_No_Clear_Answer(Func<Task<SendResult>> answer, string reason)
    {
        // Given
        var (_, host) = await _workshop.StartAsync();
        var publisher = await Workshop.PublisherOfAsync(host);
        _workshop.Network.OnSend = (post, _, _) => post.Profile.Name == "@telco" ? answer() : Task.FromResult(_workshop.Network.Publish(post));

        // When
        var result = await publisher.PublishAsync(Workshop.Plan("@telco", "@telco_nb"), CancellationToken.None);

        // Then
        var targets = result.ShouldBeOfType<Published>().Post.Targets;
        targets.Select(target => target.State).ShouldBe([TargetState.Unknown, TargetState.Sent]);
        targets[0].Reason.ShouldBe(reason);
        _workshop.Network.Arrived.Count.ShouldBe(2);
        host.Screen.Items["posting.unsure"].ShouldBe("? 1 unknown");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Should_Wait_30_Seconds_For_An_Answer_And_No_Longer(bool obeysTheToken)
    {
        // Given
        var publisher = await _workshop.StartPublisherAsync();
        var arrived = new TaskCompletionSource();
        CancellationToken given = default;
        _workshop.Network.OnSend = async (_, _, cancel) =>
        {
            given = cancel;
            arrived.SetResult();
            await Task.Delay(Timeout.InfiniteTimeSpan, _workshop.Clock, obeysTheToken ? cancel : CancellationToken.None);
            throw new InvalidOperationException("It waits for ever.");
        };

        // When
        var publishing = publisher.PublishAsync(Workshop.Plan("@telco"), CancellationToken.None);
        await arrived.Task;
        _workshop.Clock.Advance(TimeSpan.FromSeconds(29.9));
        _workshop.States().ShouldBe(["sending"]);
        publishing.IsCompleted.ShouldBeFalse();
        given.IsCancellationRequested.ShouldBeFalse();
        _workshop.Clock.Advance(TimeSpan.FromSeconds(0.1));

        // Then: and the network is told that nobody waits any more.
        given.IsCancellationRequested.ShouldBeTrue();
        var target = (await publishing).ShouldBeOfType<Published>().Post.Targets[0];
        target.State.ShouldBe(TargetState.Unknown);
        target.Reason.ShouldBe("no answer came within 30 seconds");
    }

    [Theory(Timeout = 30_000)]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Should_Wait_For_What_Is_On_Its_Way_And_Refuse_The_Rest_When_It_Is_Cancelled(bool byTheCaller)
    {
        // Given
        var (_, host) = await _workshop.StartAsync();
        var publisher = await Workshop.PublisherOfAsync(host);
        using var caller = new CancellationTokenSource();
        var arrived = new TaskCompletionSource();
        var answer = new TaskCompletionSource<SendResult>();
        CancellationToken given = default;
        _workshop.Network.OnSend = (post, _, cancel) =>
        {
            if (post.Profile.Name != "@telco_help")
                return Task.FromResult(_workshop.Network.Publish(post));

            given = cancel;
            arrived.SetResult();
            return answer.Task;
        };

        // When
        var publishing = publisher.PublishAsync(Workshop.Plan(Workshop.FourProfiles), caller.Token);
        await arrived.Task;
        if (byTheCaller)
            await caller.CancelAsync();
        else
            host.Jobs.CancelRunning();

        given.IsCancellationRequested.ShouldBeFalse();
        publishing.IsCompleted.ShouldBeFalse();

        // Before the network answers: the program may not live to see it.
        while (!_workshop.States().SequenceEqual(["sent", "sending", "refused", "refused"]))
            await Task.Delay(TimeSpan.FromMilliseconds(1), TimeProvider.System, TestContext.Current.CancellationToken);

        answer.SetResult(_workshop.Network.Publish(_workshop.Network.Arrived[1].Post));

        // Then
        var targets = (await publishing).ShouldBeOfType<Published>().Post.Targets;
        targets.Select(target => target.State).ShouldBe([TargetState.Sent, TargetState.Sent, TargetState.Refused, TargetState.Refused]);
        targets[2].Reason.ShouldBe("cancelled before it was sent");
        targets[3].Reason.ShouldBe("cancelled before it was sent");
        _workshop.Network.Arrived.Count.ShouldBe(2);
    }

    [Fact]
    public async Task Should_Commit_And_Send_Nothing_When_It_Is_Cancelled_Before_It_Began()
    {
        // Given
        var publisher = await _workshop.StartPublisherAsync();

        // When
        var publishing = publisher.PublishAsync(Workshop.Plan("@telco"), new CancellationToken(canceled: true));

        // Then
        await Should.ThrowAsync<OperationCanceledException>(() => publishing);
        _workshop.States().ShouldBeEmpty();
        _workshop.Network.Arrived.ShouldBeEmpty();
    }

    [Fact]
    public async Task Should_Refresh_What_Is_Shown()
    {
        // Given
        var (_, host) = await _workshop.StartAsync();
        host.Screen.Refreshed.Clear();

        // When
        await (await Workshop.PublisherOfAsync(host)).PublishAsync(Workshop.Plan("@telco"), CancellationToken.None);

        // Then
        host.Screen.Refreshed.ShouldBe(
            ["posting.timeline.view", "posting.outbox.view", "posting.post.view", "posting.week.view", "posting.repeats.view", "posting.log.view"]);
        host.Screen.Items["posting.unsure"].ShouldBe("");
    }

    [Fact]
    public async Task Should_Wait_For_The_Disk_Three_Times_For_One_Profile()
    {
        // Given
        var (_, host) = await _workshop.StartAsync();

        // When
        await (await Workshop.PublisherOfAsync(host)).PublishAsync(Workshop.Plan("@telco"), CancellationToken.None);

        // Then: the plan, the departure, the outcome, and nothing beside.
        host.Store.Commits.ShouldBe(3);
        host.Store.RelaxedCommits.ShouldBe(0);
    }

    public void Dispose() => _workshop.Dispose();
}
