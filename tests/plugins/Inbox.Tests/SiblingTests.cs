using PluginHost.Campaigns;
using PluginHost.Plugins.Testing;

namespace PluginHost.Inbox.Tests;

/// <summary>Who was asked need not be who answers: an answer of any of our profiles is our last word.</summary>
public sealed class SiblingTests : IDisposable
{
    private readonly Bench _bench = new();

    [Fact]
    public async Task Should_Not_Wait_Where_A_Script_Has_Answered_By_Another_Profile()
    {
        // Given
        var word = await _bench.SayAsync("ann", "When do you open?");
        var process = await _bench.StartAsync();

        // When
        await process.Publisher.PublishAsync(ReplyTo(word, "@grocer_news"), CancellationToken.None);
        await Bench.LookAsync(process);

        // Then
        (await _bench.WaitingAsync()).ShouldBeEmpty();
        (await process.Inbox.ReadWordsAsync(1, CancellationToken.None))[1].ShouldSatisfyAllConditions(
            answer => answer.Who.ShouldBe("@grocer_news"), answer => answer.Text.ShouldBe("At eight."));
    }

    [Fact]
    public async Task Should_Not_Say_A_Second_Time_What_Another_Profile_Has_Said_Or_Is_About_To_Say()
    {
        // Given
        var (first, second) = (await _bench.SayAsync("ann", "When do you open?"), await _bench.SayAsync("bob", "When do you open?"));
        var process = await _bench.StartAsync();
        await process.Publisher.PublishAsync(ReplyTo(first, "@grocer_news"), CancellationToken.None);
        await process.Publisher.PlanAsync(ReplyTo(second, "@grocer_news") with { At = _bench.Clock.GetUtcNow().AddHours(1) }, CancellationToken.None);

        // Then
        (await process.AnswerAsync(1, "At 8.")).ShouldBeOfType<NotAnswered>().Reason.ShouldContain("daily-flavours has answered it");
        (await process.AnswerAsync(2, "At 8.")).ShouldBeOfType<NotAnswered>().Reason.ShouldContain("daily-flavours is about to answer it");
        _bench.Network.Said.ShouldHaveSingleItem();
    }

    [Fact]
    public async Task Should_Know_Of_It_At_Once_Where_One_Conversation_Is_Read()
    {
        var word = await _bench.SayAsync("ann", "When do you open?");
        var process = await _bench.StartAsync();
        await process.Publisher.PublishAsync(ReplyTo(word, "@grocer_news"), CancellationToken.None);

        (await process.Inbox.ReadAsync(1, CancellationToken.None)).State.ShouldBe(ConversationState.Answered);
    }

    [Fact(Timeout = 60_000)]
    public async Task Should_Not_Wait_Where_Somebody_Has_Answered_By_Hand_On_The_Page_Of_The_Network()
    {
        // Given: the network tells one of ours what the other has said; ann says more after that.
        Happen("ann", "m1", "When do you open?", null);
        Happen("bob", "m2", "Do you have oat milk?", null);
        Happen("Grocer_News", "m3", "At eight.", "m1");
        Happen("grocer_news", "m4", "Look what bob says", "somebody else's");
        var process = await _bench.StartAsync();

        // When
        await process.Inbox.ReadWaitingAsync(CancellationToken.None);
        await _bench.UntilAsync(() => _bench.Database.Query("select id from inbox_word where ours = 1").Count == 1);
        var waiting = await _bench.WaitingAsync();
        _bench.Clock.Advance(TimeSpan.FromMinutes(1));
        Happen("ann", "m5", "And on Sundays?", "m3");
        await _bench.UntilAsync(() => _bench.Database.Query("select id from inbox_word").Count == 4);
        process.Host.Jobs.Stop();

        // Then
        waiting.ShouldBe(["bob"]);
        (await _bench.WaitingAsync()).ShouldBe(["bob", "ann"]);
        (await process.Inbox.ReadWordsAsync(1, CancellationToken.None)).Select(word => word.Text).ShouldBe(["When do you open?", "At eight.", "And on Sundays?"]);
        process.Host.Jobs.Resumed.ShouldBe(["Listening to what people say to us"]);
    }

    public void Dispose() => _bench.Dispose();

    private static PostPlan ReplyTo(string word, string profile) => new()
    {
        Variants = [new Variant { Profile = profile, Text = "At eight.", InReplyTo = word }],
        AskedBy = "daily-flavours",
    };

    private void Happen(string handle, string remoteId, string text, string? answered) => _bench.Network.Told.Add("@grocer", new NetworkEvent
    {
        Id = $"event {remoteId}",
        Kind = NetworkEventKind.Mention,
        Handle = handle,
        At = _bench.Clock.GetUtcNow(),
        Post = answered,
        Text = text,
        RemoteId = remoteId,
    });
}
