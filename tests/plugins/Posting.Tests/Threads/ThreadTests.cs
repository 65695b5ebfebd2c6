using PluginHost.Campaigns;
using PluginHost.Plugins.Testing;
using PluginHost.Sdk;

namespace PluginHost.Posting.Tests.Threads;

public sealed class ThreadTests : IDisposable
{
    private readonly Workshop _workshop = new();

    public ThreadTests() => _workshop.Settings["patience"] = "0s";

    public void Dispose() => _workshop.Dispose();

    internal static PostPlan Thread(string profile, params string[] parts) => new()
    {
        Variants = [new Variant { Profile = profile, Text = parts[0], More = parts[1..] }],
        AskedBy = "a test",
    };

    [Fact]
    public async Task Should_Send_Part_After_Part_Each_In_Reply_To_The_One_Before()
    {
        var publisher = await _workshop.StartPublisherAsync();

        var result = await publisher.PublishAsync(Thread("@telco", "one", "two", "three"), CancellationToken.None);

        _workshop.Network.Arrived.Select(sent => (sent.Post.Text, sent.Post.InReplyTo, sent.Post.ThreadRoot))
            .ShouldBe([("one", null, null), ("two", "1", "1"), ("three", "2", "1")]);
        _workshop.Network.Arrived.Select(sent => sent.Key.Value).Distinct().Count().ShouldBe(3);
        var target = result.ShouldBeOfType<Published>().Post.Targets.ShouldHaveSingleItem();
        target.State.ShouldBe(TargetState.Sent);
        target.Text.ShouldBe("one");
        target.RemoteId.ShouldBe("1");
        target.Parts.Select(part => (part.Text, part.State, part.RemoteId))
            .ShouldBe([("one", TargetState.Sent, "1"), ("two", TargetState.Sent, "2"), ("three", TargetState.Sent, "3")]);
    }

    [Fact]
    public async Task Should_Send_A_Thread_Beside_A_Single_Post()
    {
        var publisher = await _workshop.StartPublisherAsync();
        var plan = Thread("@telco", "one", "two") with { Variants = [new Variant { Profile = "@telco", Text = "one", More = ["two"] }, new Variant { Profile = "@telco_nb", Text = "en" }] };

        var result = await publisher.PublishAsync(plan, CancellationToken.None);

        result.ShouldBeOfType<Published>().Post.Targets.Select(target => (target.Profile, target.Parts.Count, target.State))
            .ShouldBe([("@telco", 2, TargetState.Sent), ("@telco_nb", 0, TargetState.Sent)]);
    }

    [Fact]
    public async Task Should_Send_Nothing_Where_A_Later_Part_Is_Too_Long()
    {
        var publisher = await _workshop.StartPublisherAsync();

        var result = await publisher.PublishAsync(Thread("@telco", "one", new string('x', 301)), CancellationToken.None);

        var problem = result.ShouldBeOfType<NotPublished>().Problems.ShouldHaveSingleItem();
        problem.Message.ShouldBe("part 2 has 301 of 300 characters; 1 too many");
        problem.Range.ShouldBe(new TextRange { Part = 1, Start = 300, Length = 1 });
        _workshop.Network.Arrived.ShouldBeEmpty();
    }

    [Fact]
    public async Task Should_Hold_The_Rest_Back_Where_A_Part_Is_Refused_And_Go_On_When_It_Is_Settled()
    {
        var isClosed = true;
        _workshop.Network.OnSend = (post, _, _) =>
            Task.FromResult(post.Text == "two" && isClosed ? new RefusedByNetwork { Reason = "not today" } : _workshop.Network.Publish(post));
        var (plugin, host) = await _workshop.StartAsync();
        var publisher = await Workshop.PublisherOfAsync(host);

        var stopped = (Published)await publisher.PublishAsync(Thread("@telco", "one", "two", "three"), CancellationToken.None);

        stopped.Post.Targets[0].State.ShouldBe(TargetState.Refused);
        stopped.Post.Targets[0].Reason.ShouldBe("part 2 of 3: not today");
        stopped.Post.Targets[0].Parts[2].Reason.ShouldBe("part 2 is refused, and it waits for it; posting.settle goes on from there");
        _workshop.States().ShouldBe(["sent", "refused", "scheduled"]);

        // However often what is due is sent, the third waits for the second.
        await plugin.SendAsync(host, CancellationToken.None);
        _workshop.States().ShouldBe(["sent", "refused", "scheduled"]);

        isClosed = false;
        await plugin.SettleAsync(host, 1, "", "again", "", CancellationToken.None);

        _workshop.States().ShouldBe(["sent", "sent", "sent"]);
        _workshop.Network.Arrived.Select(sent => sent.Post.Text).ShouldBe(["one", "two", "two", "three"]);
    }

    [Fact]
    public async Task Should_Ask_For_The_Id_Of_A_Part_That_A_Person_Saw_Because_The_Next_Answers_It()
    {
        _workshop.Network.OnSend = (post, _, _) => post.Text == "one" ? throw new HttpRequestException("reset") : Task.FromResult(_workshop.Network.Publish(post));
        var (plugin, host) = await _workshop.StartAsync();
        await (await Workshop.PublisherOfAsync(host)).PublishAsync(Thread("@telco", "one", "two"), CancellationToken.None);
        _workshop.States().ShouldBe(["unknown", "scheduled"]);

        (await Should.ThrowAsync<WrongUseException>(() => plugin.SettleAsync(host, 1, "", "sent", "", CancellationToken.None))).Message.ShouldContain("id=");
        await plugin.SettleAsync(host, 1, "", "sent", "4711", CancellationToken.None);

        _workshop.States().ShouldBe(["sent", "sent"]);
        _workshop.Network.Arrived[^1].Post.InReplyTo.ShouldBe("4711");
    }

    [Fact]
    public async Task Should_Take_Back_And_Put_Back_The_Whole_Thread()
    {
        var (plugin, host) = await _workshop.StartAsync();
        var at = _workshop.Clock.GetUtcNow().AddHours(1);
        await (await Workshop.PublisherOfAsync(host)).PlanAsync(Thread("@telco", "one", "two") with { At = at }, CancellationToken.None);

        await plugin.UndoAsync(host, 1, CancellationToken.None);
        _workshop.States().ShouldBe(["refused", "refused"]);
        await plugin.RestoreAsync(host, 1, CancellationToken.None);

        _workshop.States().ShouldBe(["scheduled", "scheduled"]);
    }

    [Fact]
    public async Task Should_Give_A_Drafted_Thread_A_Time_And_Send_It_Whole()
    {
        var (plugin, host) = await _workshop.StartAsync();
        await (await Workshop.PublisherOfAsync(host)).PlanAsync(Thread("@telco", "one", "two", "three"), CancellationToken.None);
        _workshop.States().ShouldBe(["draft", "draft", "draft"]);

        await plugin.SendNowAsync(host, 1, CancellationToken.None);

        _workshop.States().ShouldBe(["sent", "sent", "sent"]);
    }

    [Fact]
    public async Task Should_Let_The_Worker_Send_A_Planned_Thread()
    {
        var (plugin, host) = await _workshop.StartAsync();
        await (await Workshop.PublisherOfAsync(host)).PlanAsync(
            Thread("@telco", "one", "two", "three") with { At = _workshop.Clock.GetUtcNow().AddMinutes(1) }, CancellationToken.None);
        using var stop = new CancellationTokenSource();
        var working = plugin.WorkAsync(host, stop.Token);

        await _workshop.UntilAsync(() => _workshop.States().All(state => state == "sent"));

        await stop.CancelAsync();
        await working;
        _workshop.Network.Arrived.Select(sent => (sent.Post.Text, sent.Post.InReplyTo)).ShouldBe([("one", null), ("two", "1"), ("three", "2")]);
    }

    [Fact]
    public async Task Should_Show_A_Thread_As_One_Post_With_Its_Parts()
    {
        _workshop.Network.OnSend = (post, _, _) =>
            Task.FromResult(post.Text == "two" ? new RefusedByNetwork { Reason = "not today" } : _workshop.Network.Publish(post));
        var (plugin, host) = await _workshop.StartAsync();
        await (await Workshop.PublisherOfAsync(host)).PublishAsync(Thread("@telco", "one", "two", "three"), CancellationToken.None);

        (await plugin.ShowOutboxAsync(host, CancellationToken.None)).Table.Rows.ShouldHaveSingleItem()["text"].ToString().ShouldBe("one (1/3 parts)");
        (await plugin.ShowTimelineAsync(host, CancellationToken.None)).Table.Rows.ShouldHaveSingleItem()["text"].ToString().ShouldBe("one (1/3 parts)");
        (await plugin.ShowWeekAsync(host, CancellationToken.None)).Table.Rows.ShouldHaveSingleItem();
        var tree = await plugin.ShowPostAsync(host, CancellationToken.None);
        tree.Nodes[0].Children.Select(node => node.Text).Take(3).ShouldBe([$"{Sign.Good} 1/3 one", $"{Sign.Bad} 2/3 two", $"{Sign.Waiting} 3/3 three"]);
        (await plugin.OutboxAsync(host, 10, CancellationToken.None)).Rows.Select(row => row["part"].ToString()).ShouldBe(["1/3", "2/3", "3/3"]);
    }

    [Fact]
    public async Task Should_Split_What_Is_Too_Long_By_The_Networks_Rules()
    {
        var publisher = await _workshop.StartPublisherAsync();
        var text = string.Join(' ', Enumerable.Repeat("Come and see the offers.", 20));

        var variant = await publisher.SplitAsync(new Variant { Profile = "@telco", Text = text }, false, CancellationToken.None);

        variant.More.Count.ShouldBe(1);
        $"{variant.Text} {variant.More[0]}".ShouldBe(text);
        (await Should.ThrowAsync<NotPublishedException>(() => publisher.SplitAsync(
            new Variant { Profile = "@telco", Text = $"see @{new string('x', 400)} there" }, false, CancellationToken.None))).Message.ShouldContain("must not be cut");
    }
}
