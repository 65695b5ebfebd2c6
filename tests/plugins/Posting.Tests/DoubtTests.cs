using PluginHost.Campaigns;
using PluginHost.Sdk;

namespace PluginHost.Posting.Tests;

/// <summary>What becomes of a target of which nobody knows.</summary>
public sealed class DoubtTests : IDisposable
{
    private readonly Workshop _workshop = new();

    [Fact]
    public async Task Should_Not_Look_Before_The_Request_Can_No_Longer_Land()
    {
        // Given
        var looks = 0;
        _workshop.Network.OnLookUp = (_, _, _) =>
        {
            looks++;
            return new NotThere();
        };
        await SendAsync();
        _workshop.Leave(("@telco", "sending"));

        // When
        _workshop.Clock.Advance(TimeSpan.FromSeconds(150) - TimeSpan.FromMilliseconds(1));
        await SendAsync();
        var early = looks;
        _workshop.Clock.Advance(TimeSpan.FromMilliseconds(1));
        await SendAsync();

        // Then
        early.ShouldBe(0);
        looks.ShouldBe(1);
    }

    [Fact]
    public async Task Should_Wait_As_Long_As_The_Network_Says_That_Requests_May_Land()
    {
        // Given: the network has come to need more time than the quarantine since the post was sent.
        await SendAsync();
        _workshop.Leave(("@telco", "unknown"));
        _workshop.Network.Rules = _workshop.Network.Rules with { LandsWithin = TimeSpan.FromMinutes(10), Repeats = Repeats.ByIdentity };

        // When
        _workshop.Clock.Advance(TimeSpan.FromMinutes(10));
        await SendAsync();

        // Then
        _workshop.States().ShouldBe(["unknown"]);
        _workshop.Network.Arrived.ShouldBeEmpty();
    }

    [Fact]
    public async Task Should_Take_What_The_Look_Up_Finds_And_Not_Send_Again()
    {
        // Given
        await SendAsync();
        _workshop.Leave(("@telco", "unknown"));
        var sent = _workshop.Clock.GetUtcNow();
        (Outgoing Post, SendKey Key, DateTimeOffset Since)? asked = null;
        _workshop.Network.OnLookUp = (post, key, since) =>
        {
            asked = (post, key, since);
            return new Found { Sent = new Sent { RemoteId = "77", Link = "test://77", At = sent } };
        };

        // When
        _workshop.Clock.Advance(TimeSpan.FromMinutes(3));
        await SendAsync();

        // Then
        _workshop.States().ShouldBe(["sent"]);
        _workshop.Column("remote_id").ShouldBe(["77"]);
        _workshop.Column("link").ShouldBe(["test://77"]);
        _workshop.Reasons().ShouldBe([""]);
        _workshop.Network.Arrived.ShouldBeEmpty();
        asked!.Value.Post.Text.ShouldBe("left over");
        asked.Value.Key.Value.ShouldBe("key-1-0");
        asked.Value.Since.ShouldBe(sent - TimeSpan.FromSeconds(5));
    }

    [Fact]
    public async Task Should_Send_Again_With_The_Same_Key_What_Is_Not_There()
    {
        await SettleAsync(new NotThere());

        _workshop.States().ShouldBe(["sent"]);
        var key = _workshop.Network.Arrived.ShouldHaveSingleItem().Key;
        (key.Value, key.Attempt).ShouldBe(("key-1-0", 2));
    }

    [Fact]
    public async Task Should_Ask_Again_Later_And_Later_When_The_Look_Up_Throws()
    {
        // Given
        await SendAsync();
        _workshop.Leave(("@telco", "unknown"));
        var asked = new List<DateTimeOffset>();
        _workshop.Network.OnLookUp = (_, _, _) =>
        {
            asked.Add(_workshop.Clock.GetUtcNow());
            throw new HttpRequestException("no line");
        };
        _workshop.Clock.Advance(TimeSpan.FromMinutes(3));
        var begin = _workshop.Clock.GetUtcNow();

        // When
        for (var second = 0; second < 70; second++)
        {
            await SendAsync();
            _workshop.Clock.Advance(TimeSpan.FromSeconds(1));
        }

        // Then
        asked.Select(at => (at - begin).TotalSeconds).ShouldBe([0, 2, 6, 14, 30, 62]);
        _workshop.States().ShouldBe(["unknown"]);
        _workshop.Reasons().ShouldBe(["the network could not be asked whether it has it; it is asked again"]);
        _workshop.Network.Arrived.ShouldBeEmpty();
    }

    public static TheoryData<Repeats, int, bool> Repeating => new()
    {
        { Repeats.NotRecognised, 0, false },
        { Repeats.ByIdentity, 0, true },
        { Repeats.ByKey, 60, true },

        // The key must be known three minutes from now, and for another deadline and quarantine after that.
        { Repeats.ByKey, 6, true },
        { Repeats.ByKey, 5, false },
    };

    [Theory]
    [MemberData(nameof(Repeating))]
    public async Task Should_Repeat_Only_Where_The_Network_Will_Recognise_It(Repeats repeats, int minutes, bool isRepeated)
    {
        // Given
        _workshop.Network.Rules = _workshop.Network.Rules with { Repeats = repeats, KeyLife = TimeSpan.FromMinutes(minutes) };

        // When
        await SettleAsync(new CannotTell { Reason = "it has been too long" });

        // Then
        _workshop.States().ShouldBe([isRepeated ? "sent" : "unknown"]);
        _workshop.Network.Arrived.Select(arrived => arrived.Key.Attempt).ShouldBe(isRepeated ? [2] : []);
        if (!isRepeated)
        {
            _workshop.Reasons().ShouldBe(["it has been too long. Look there; posting.settle says how it ended"]);
            _workshop.Column("due_at").ShouldBe([DBNull.Value]);
        }
    }

    [Fact]
    public async Task Should_Not_Take_For_Its_Own_What_Is_Another_Post_Of_The_Profile()
    {
        // Given: the same text was sent before, and that is what the network shows.
        var publisher = await _workshop.StartPublisherAsync();
        await publisher.PublishAsync(Workshop.Plan([("@telco", "left over")]), CancellationToken.None);
        _workshop.Network.Arrived.Clear();

        // When
        await SettleAsync(new Found { Sent = new Sent { RemoteId = "1", At = _workshop.Clock.GetUtcNow() } });

        // Then: it is neither adopted nor sent again, for it may stand there beside the other.
        _workshop.States().ShouldBe(["sent", "unknown"]);
        _workshop.Reasons()[1].ShouldStartWith("the network shows another post that says the same.");
        _workshop.Network.Arrived.ShouldBeEmpty();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Should_Not_Call_Refused_What_Was_Only_Refused_When_It_Was_Repeated(bool canBeAskedThen)
    {
        // Given
        _workshop.Network.Rules = _workshop.Network.Rules with { Repeats = Repeats.ByIdentity };
        _workshop.Network.OnSend = (_, _, _) => Task.FromResult<SendResult>(new RefusedByNetwork { Reason = "the account is locked" });
        await SettleAsync(new CannotTell { Reason = "not now" });
        var between = _workshop.Column("refusal")[0];
        if (canBeAskedThen)
            _workshop.Network.OnLookUp = (_, _, _) => new NotThere();

        // When
        _workshop.Clock.Advance(TimeSpan.FromMinutes(3));
        await SendAsync();

        // Then
        between.ShouldBe("the account is locked");
        _workshop.States().ShouldBe([canBeAskedThen ? "refused" : "unknown"]);
        _workshop.Reasons()[0].ShouldContain("the account is locked");
        _workshop.Network.Arrived.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Should_Stay_In_Doubt_When_The_Repeat_Is_Put_Off_Until_The_Key_Is_Forgotten()
    {
        // Given
        _workshop.Network.Rules = _workshop.Network.Rules with { Repeats = Repeats.ByKey, KeyLife = TimeSpan.FromMinutes(60) };
        _workshop.Network.OnSend = (_, _, _) => Task.FromResult<SendResult>(
            new TryLater { Reason = "too many", NotBefore = _workshop.Clock.GetUtcNow().AddMinutes(90) });
        await SettleAsync(null);

        // When
        _workshop.Clock.Advance(TimeSpan.FromMinutes(91));
        await SendAsync();

        // Then
        _workshop.States().ShouldBe(["unknown"]);
        _workshop.Network.Arrived.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Should_Let_One_Of_Several_Processes_Settle_A_Doubt()
    {
        // Given
        await SendAsync();
        for (var post = 0; post < 10; post++)
            _workshop.Leave(("@telco", "unknown"), ("@telco_nb", "unknown"));

        _workshop.Network.OnLookUp = (_, _, _) => new NotThere();
        _workshop.Clock.Advance(TimeSpan.FromMinutes(3));
        var processes = new[] { await _workshop.StartAsync(), await _workshop.StartAsync(), await _workshop.StartAsync() };

        // When
        await Task.WhenAll(processes.Select(process => Task.Run(() => process.Plugin.SendAsync(process.Host, CancellationToken.None))));

        // Then
        _workshop.Network.Arrived.Select(arrived => arrived.Key.Value).Distinct().Count().ShouldBe(20);
        _workshop.Network.Arrived.Count.ShouldBe(20);
    }

    [Fact]
    public async Task Should_Look_For_What_It_Has_Sent_However_The_Rest_Of_The_Post_Is_Planned_Since()
    {
        // Given: on one profile nobody knows, on the other it waits.
        _workshop.Settings["patience"] = "0s";
        _workshop.Network.Rules = _workshop.Network.Rules with { Repeats = Repeats.ByIdentity };
        _workshop.Network.OnSend = (post, _, _) =>
            post.Profile.Name == "@telco" ? throw new HttpRequestException("cut") : Task.FromResult<SendResult>(new TryLater { Reason = "log in" });
        var (plugin, host) = await _workshop.StartAsync();
        await (await Workshop.PublisherOfAsync(host)).PublishAsync(Workshop.Plan("@telco", "@telco_nb"), CancellationToken.None);
        var sentFor = _workshop.Network.Arrived.First(arrived => arrived.Post.Profile.Name == "@telco").Post.PlannedAt;
        var asked = new List<DateTimeOffset>();
        _workshop.Network.OnLookUp = (post, _, _) =>
        {
            asked.Add(post.PlannedAt);
            return new CannotTell { Reason = "a test" };
        };

        // When
        await plugin.ScheduleAsync(host, 1, DueTime.At(_workshop.Clock.GetUtcNow().AddMinutes(1)), CancellationToken.None);
        _workshop.Clock.Advance(TimeSpan.FromMinutes(5));
        await plugin.SendAsync(host, CancellationToken.None);

        // Then: it is looked for, and repeated, as it was sent; the other one has the new time.
        asked.ShouldBe([sentFor]);
        _workshop.Network.Arrived.Where(arrived => arrived.Post.Profile.Name == "@telco").ShouldAllBe(arrived => arrived.Post.PlannedAt == sentFor);
        _workshop.Network.Arrived.Count(arrived => arrived.Post.Profile.Name == "@telco").ShouldBe(2);
        _workshop.Network.Arrived[^1].Post.PlannedAt.ShouldNotBe(default);
        _workshop.Network.Arrived.Last(arrived => arrived.Post.Profile.Name == "@telco_nb").Post.PlannedAt.ShouldBe(sentFor.AddMinutes(1));
    }

    public void Dispose() => _workshop.Dispose();

    private async Task SettleAsync(LookUpResult? answer)
    {
        await SendAsync();
        _workshop.Leave(("@telco", "unknown"));
        if (answer is not null)
            _workshop.Network.OnLookUp = (_, _, _) => answer;

        _workshop.Clock.Advance(TimeSpan.FromMinutes(3));
        await SendAsync();
        _workshop.Network.OnLookUp = null;
    }

    // A process of its own each time, as posting.send on the command line is.
    private async Task SendAsync()
    {
        var (plugin, host) = await _workshop.StartAsync();
        await plugin.SendAsync(host, CancellationToken.None);
    }
}
