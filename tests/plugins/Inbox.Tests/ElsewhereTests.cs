using PluginHost.Campaigns;
using PluginHost.Plugins.Testing;

namespace PluginHost.Inbox.Tests;

/// <summary>Answers that were not given in the inbox count all the same.</summary>
public sealed class ElsewhereTests : IDisposable
{
    private readonly Bench _bench = new();

    [Fact]
    public async Task Should_Not_Wait_For_What_A_Script_Has_Answered_By_Itself()
    {
        // Given
        var word = await _bench.SayAsync("ann", "When do you open?", to: "post1");
        await _bench.SayAsync("bob", "Do you have oat milk?", to: "post1");
        var process = await _bench.StartAsync();

        // When
        await process.Publisher.PublishAsync(ReplyTo(word, "At eight."), CancellationToken.None);
        await Bench.LookAsync(process);

        // Then
        (await _bench.WaitingAsync()).ShouldBe(["bob"]);
        (await process.Inbox.ReadWordsAsync(1, CancellationToken.None))[1].ShouldSatisfyAllConditions(
            answer => answer.Text.ShouldBe("At eight."), answer => answer.AskedBy.ShouldBe("daily-flavours"));
    }

    [Fact]
    public async Task Should_Tell_Who_Answers_After_Somebody_Has_Answered_Elsewhere_Before_Anybody_Has_Looked()
    {
        var word = await _bench.SayAsync("ann", "When do you open?");
        var process = await _bench.StartAsync();
        await process.Publisher.PublishAsync(ReplyTo(word, "At eight."), CancellationToken.None);

        var result = await process.AnswerAsync(1, "At 8.");

        result.ShouldBeOfType<NotAnswered>().Reason.ShouldContain("daily-flavours has answered it");
        _bench.Network.Said.ShouldHaveSingleItem();
    }

    [Fact]
    public async Task Should_Tell_That_An_Answer_Is_Planned_Elsewhere()
    {
        var word = await _bench.SayAsync("ann", "When do you open?");
        var process = await _bench.StartAsync();
        await process.Publisher.PlanAsync(ReplyTo(word, "At eight.") with { At = _bench.Clock.GetUtcNow().AddHours(1) }, CancellationToken.None);

        var result = await process.AnswerAsync(1, "At 8.");

        result.ShouldBeOfType<NotAnswered>().Reason.ShouldContain("daily-flavours is about to answer it with post 1");
        (await _bench.WaitingAsync()).ShouldBe(["ann"]);
    }

    [Fact]
    public async Task Should_Show_Who_Waits_Where_Nobody_Publishes_And_Say_So_Once()
    {
        // Given
        await _bench.SayAsync("ann", "When do you open?");
        var host = new FakeHost(_bench.Database, _bench.Clock, typeof(InboxPlugin));
        host.Services.Provide<IProfiles>(_bench.Profiles);
        var plugin = new InboxPlugin();
        await plugin.ActivateAsync(host, CancellationToken.None);

        // When
        await plugin.LookAsync(host, CancellationToken.None);
        var waiting = await plugin.WaitingAsync(host, CancellationToken.None);

        // Then
        waiting.Rows.ShouldHaveSingleItem()["who"].ToString().ShouldBe("ann");
        host.Screen.Lines.ShouldHaveSingleItem().ShouldContain("Nobody offers IPublisher");
    }

    [Fact]
    public async Task Should_Look_For_More_Than_Can_Be_Asked_For_At_Once()
    {
        for (var person = 0; person < 501; person++)
            await _bench.SayAsync($"p{person}", "Hello?");

        var process = await _bench.StartAsync();
        await process.Publisher.PublishAsync(ReplyTo("w501", "Hello."), CancellationToken.None);
        await Bench.LookAsync(process);

        (await _bench.WaitingAsync()).Count.ShouldBe(500);
    }

    private static PostPlan ReplyTo(string word, string text) => new()
    {
        Variants = [new Variant { Profile = "@grocer", Text = text, InReplyTo = word }],
        AskedBy = "daily-flavours",
    };

    public void Dispose() => _bench.Dispose();
}
