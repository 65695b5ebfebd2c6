using PluginHost.Campaigns;
using PluginHost.Sdk;

namespace PluginHost.Posting.Tests.Threads;

/// <summary>Threads on a network that publishes them as one.</summary>
public sealed class TogetherTests : IDisposable
{
    private readonly Workshop _workshop = new();

    public TogetherTests()
    {
        _workshop.Settings["patience"] = "0s";
        _workshop.Network.Rules = new NetworkRules { Limit = 300, Source = "a test", ThreadsAtOnce = true, Repeats = Repeats.ByIdentity };
        _workshop.Network.OnSend = (post, _, _) => Task.FromResult(PublishAll(post));
    }

    public void Dispose() => _workshop.Dispose();

    [Fact]
    public async Task Should_Send_All_Parts_In_One_Call()
    {
        var publisher = await _workshop.StartPublisherAsync();

        var result = await PublishAsync(publisher);

        var (post, key) = _workshop.Network.Arrived.ShouldHaveSingleItem();
        post.Text.ShouldBe("one");
        post.Rest.Select(part => part.Post.Text).ShouldBe(["two", "three"]);
        post.Rest.Select(part => part.Key.Value).Prepend(key.Value).ShouldBe(_workshop.Column("key").Cast<string>());
        result.Targets.ShouldHaveSingleItem().Parts.Select(part => (part.Text, part.State, part.RemoteId))
            .ShouldBe([("one", TargetState.Sent, "1"), ("two", TargetState.Sent, "2"), ("three", TargetState.Sent, "3")]);
        _workshop.Column("in_reply_to").ShouldBe([DBNull.Value, "1", "2"]);
        _workshop.Column("thread_root").ShouldBe([DBNull.Value, "1", "1"]);
    }

    [Fact]
    public async Task Should_Send_A_Planned_Thread_As_One_When_It_Is_Due()
    {
        var (plugin, host) = await _workshop.StartAsync();
        var publisher = await Workshop.PublisherOfAsync(host);
        await publisher.PlanAsync(ThreadTests.Thread("@telco", "one", "two", "three") with { At = _workshop.Clock.GetUtcNow().AddMinutes(1) }, CancellationToken.None);

        _workshop.Clock.Advance(TimeSpan.FromMinutes(2));
        await plugin.SendAsync(host, CancellationToken.None);

        _workshop.Network.Arrived.ShouldHaveSingleItem().Post.Rest.Count.ShouldBe(2);
        _workshop.States().ShouldBe(["sent", "sent", "sent"]);
    }

    [Fact]
    public async Task Should_Let_The_Rest_Wait_Where_The_Thread_Is_Refused()
    {
        _workshop.Network.OnSend = (_, _, _) => Task.FromResult<SendResult>(new RefusedByNetwork { Reason = "not today" });
        var publisher = await _workshop.StartPublisherAsync();

        await PublishAsync(publisher);

        _workshop.Network.Arrived.Count.ShouldBe(1);
        _workshop.States().ShouldBe(["refused", "scheduled", "scheduled"]);
    }

    [Fact]
    public async Task Should_Try_The_Whole_Thread_Again_Where_The_Network_Wants_It_Later()
    {
        var isBusy = true;
        _workshop.Network.OnSend = (post, _, _) => Task.FromResult(isBusy ? new TryLater { Reason = "busy" } : PublishAll(post));
        var (plugin, host) = await _workshop.StartAsync();
        await PublishAsync(await Workshop.PublisherOfAsync(host));
        _workshop.States().ShouldBe(["scheduled", "scheduled", "scheduled"]);

        isBusy = false;
        _workshop.Clock.Advance(TimeSpan.FromMinutes(5));
        await plugin.SendAsync(host, CancellationToken.None);

        _workshop.Network.Arrived.Select(sent => sent.Post.Rest.Count).ShouldBe([2, 2]);
        _workshop.States().ShouldBe(["sent", "sent", "sent"]);
    }

    [Fact]
    public async Task Should_Find_Every_Part_Of_A_Thread_Whose_Answer_Was_Lost()
    {
        var there = new Dictionary<string, Sent>();
        _workshop.Network.OnLookUp = (_, key, _) => there.TryGetValue(key.Value, out var sent) ? new Found { Sent = sent } : new NotThere();
        _workshop.Network.OnSend = (post, key, _) =>
        {
            var sent = (Sent)PublishAll(post);
            foreach (var (part, result) in post.Rest.Select(part => part.Key).Prepend(key).Zip(sent.Rest.Prepend(sent)))
                there.Add(part.Value, result);

            throw new HttpRequestException("cut");
        };
        var (plugin, host) = await _workshop.StartAsync();
        await PublishAsync(await Workshop.PublisherOfAsync(host));
        _workshop.States().ShouldBe(["unknown", "unknown", "unknown"]);

        await SettleAsync(plugin, host);

        _workshop.Network.Arrived.Count.ShouldBe(1);
        _workshop.States().ShouldBe(["sent", "sent", "sent"]);
        _workshop.Column("in_reply_to").ShouldBe([DBNull.Value, "1", "2"]);
    }

    [Fact]
    public async Task Should_Send_The_Whole_Thread_Again_Where_It_Never_Arrived()
    {
        _workshop.Network.OnLookUp = (_, _, _) => new NotThere();
        var isCut = true;
        _workshop.Network.OnSend = (post, _, _) => isCut ? throw new HttpRequestException("cut") : Task.FromResult(PublishAll(post));
        var (plugin, host) = await _workshop.StartAsync();
        await PublishAsync(await Workshop.PublisherOfAsync(host));

        isCut = false;
        await SettleAsync(plugin, host);

        _workshop.Network.Arrived.Select(sent => sent.Post.Rest.Count).ShouldBe([2, 2]);
        _workshop.States().ShouldBe(["sent", "sent", "sent"]);
    }

    [Fact]
    public async Task Should_Tell_The_Truth_Of_A_Thread_That_Was_Taken_Back_While_It_Was_Published()
    {
        var (_, host) = await _workshop.StartAsync();
        var publisher = await Workshop.PublisherOfAsync(host);
        _workshop.Network.OnSend = async (post, _, cancel) =>
        {
            await publisher.WithdrawAsync("1", cancel);
            return PublishAll(post);
        };

        await PublishAsync(publisher);

        _workshop.States().ShouldBe(["sent", "sent", "sent"]);
    }

    [Fact]
    public async Task Should_Ask_For_The_Parts_That_The_Network_Does_Not_Name()
    {
        _workshop.Network.OnSend = (post, _, _) => Task.FromResult(_workshop.Network.Publish(post));
        var publisher = await _workshop.StartPublisherAsync();

        await PublishAsync(publisher);

        _workshop.States().ShouldBe(["sent", "unknown", "unknown"]);
        _workshop.Reasons()[1].ShouldBe("the network has the thread, and did not say that it has this part");
    }

    private async Task SettleAsync(PostingPlugin plugin, Plugins.Testing.FakeHost host)
    {
        for (var round = 0; round < 4; round++)
        {
            _workshop.Clock.Advance(TimeSpan.FromMinutes(5));
            await plugin.SendAsync(host, CancellationToken.None);
        }
    }

    private static async Task<Post> PublishAsync(IPublisher publisher) =>
        (await publisher.PublishAsync(ThreadTests.Thread("@telco", "one", "two", "three"), CancellationToken.None)).ShouldBeOfType<Published>().Post;

    private SendResult PublishAll(Outgoing post) =>
        (Sent)_workshop.Network.Publish(post) with { Rest = [.. post.Rest.Select(part => (Sent)_workshop.Network.Publish(part.Post))] };
}
