using PluginHost.Campaigns;
using PluginHost.Plugins.Testing;
using PluginHost.Sdk;

namespace PluginHost.Inbox.Tests;

/// <summary>Answers that were begun and left lying: said once, as long as they are wanted, and never as a surprise.</summary>
public sealed class BegunTests : IDisposable
{
    private static readonly EffectKey Effect = new() { Campaign = "grocery-chain", Occurrence = "1", Step = "answer:5" };

    private readonly Bench _bench = new();

    [Fact]
    public async Task Should_Not_Say_It_Again_When_A_Script_Has_Said_The_Same_Meanwhile()
    {
        // Given
        var process = await LeaveBegunAsync("At eight.");
        await process.Publisher.PublishAsync(PlanOf("At eight.", null), CancellationToken.None);

        // When
        await GoOnAsync(process);

        // Then
        _bench.Network.Said.ShouldHaveSingleItem();
        _bench.Database.Query("select state from inbox_answer").ShouldBe(["dropped"]);
    }

    [Fact]
    public async Task Should_Know_Its_Answer_Again_When_The_Publisher_Has_Added_To_A_Link()
    {
        // Given: it is out, and whoever asked did not live to hear so.
        _bench.PostingSettings["links"] = "utm_source=square";
        var process = await LeaveBegunAsync("See https://grocer.example.com/hours");
        await process.Publisher.PublishAsync(PlanOf("See https://grocer.example.com/hours", Effect), CancellationToken.None);

        // When
        await GoOnAsync(process);

        // Then
        _bench.Network.Said.ShouldHaveSingleItem().Text.ShouldBe("See https://grocer.example.com/hours?utm_source=square");
        _bench.Database.Query("select state from inbox_answer").ShouldBe(["sent"]);
    }

    [Fact]
    public async Task Should_Drop_What_Was_Cancelled_Before_The_Publisher_Had_It()
    {
        // Given
        await _bench.SayAsync("ann", "When do you open?");
        var process = await _bench.StartAsync();
        using var stop = new CancellationTokenSource();
        var publisher = new BentPublisher(process.Publisher);
        publisher.BeforePublish = async () =>
        {
            await stop.CancelAsync();
            stop.Token.ThrowIfCancellationRequested();
        };
        process.Host.Services.Provide<IPublisher>(publisher);

        // When
        await Should.ThrowAsync<OperationCanceledException>(() => process.Inbox.AnswerAsync(
            new ConversationAnswer { Conversation = 1, Text = "At eight.", By = "kari" }, stop.Token));
        publisher.BeforePublish = null;
        await GoOnAsync(process);

        // Then
        _bench.Network.Said.ShouldBeEmpty();
        _bench.Database.Query("select state from inbox_answer").ShouldBe(["dropped"]);
        (await _bench.WaitingAsync()).ShouldBe(["ann"]);
    }

    [Fact]
    public async Task Should_Say_What_Becomes_Of_An_Answer_That_Cannot_Leave_Now_And_Try_It_Again()
    {
        // Given
        await _bench.SayAsync("ann", "When do you open?");
        var process = await _bench.StartAsync();
        var publisher = new BentPublisher(process.Publisher) { BeforePublish = () => throw new PluginHostException("The database is busy.") };
        process.Host.Services.Provide<IPublisher>(publisher);

        // When
        var result = await process.AnswerAsync(1, "At eight.");
        await GoOnAsync(process);
        await GoOnAsync(process);
        publisher.BeforePublish = null;
        await GoOnAsync(process);

        // Then: it is told once that it is tried.
        result.ShouldBeOfType<AnswerUnderWay>().Reason.ShouldBe(
            "The database is busy. The answer is kept, and tried again for an hour; inbox.close conversation=1 takes it back.");
        process.Host.Screen.Lines.ShouldHaveSingleItem().ShouldContain("The answer to conversation 1 is not out yet: The database is busy.");
        _bench.Network.Said.ShouldHaveSingleItem();
        (await _bench.WaitingAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task Should_Not_Say_Days_Later_What_Could_Not_Leave_Within_An_Hour()
    {
        // Given
        var process = await LeaveBegunAsync("At eight.");

        // When
        _bench.Clock.Advance(TimeSpan.FromHours(1));
        await Bench.LookAsync(process);

        // Then
        _bench.Network.Said.ShouldBeEmpty();
        _bench.Database.Query("select state from inbox_answer").ShouldBe(["dropped"]);
        process.Host.Screen.Lines.ShouldHaveSingleItem().ShouldContain("The answer to conversation 1 was not sent: it could not leave within an hour (\"At eight.\")");
        (await _bench.WaitingAsync()).ShouldBe(["ann"]);
    }

    [Fact(Timeout = 60_000)]
    public async Task Should_Take_Back_A_Held_Answer_When_What_It_Answers_Was_Closed()
    {
        // Given
        _bench.PostingSettings["approval"] = "required";
        _bench.PostingSettings["patience"] = "0s";
        await _bench.SayAsync("ann", "When do you open?");
        var process = await _bench.StartAsync();
        (await process.AnswerAsync(1, "At eight.")).ShouldBeOfType<AnswerUnderWay>();

        // When
        await process.Inbox.CloseAsync(1, 0, "answered on the phone", "ola", CancellationToken.None);
        await GoOnAsync(process);

        // Then
        _bench.Database.Query("select state from inbox_answer").ShouldBe(["dropped"]);
        _bench.Database.Query("select state from posting_target").ShouldBe(["refused"]);
    }

    [Fact]
    public async Task Should_Not_Answer_When_A_Script_Does_So_While_The_Answer_Begins()
    {
        // Given: it answers after the inbox has looked whether anybody does.
        await _bench.SayAsync("ann", "When do you open?");
        var process = await _bench.StartAsync();
        process.Host.Services.Provide<IPublisher>(new BentPublisher(process.Publisher)
        {
            AfterFirstLook = () => process.Publisher.PublishAsync(PlanOf("From eight on.", null), CancellationToken.None),
        });

        // When
        var result = await process.AnswerAsync(1, "At eight.");

        // Then
        result.ShouldBeOfType<NotAnswered>().Reason.ShouldContain("it was answered, closed or taken back meanwhile");
        _bench.Network.Said.ShouldHaveSingleItem().Text.ShouldBe("From eight on.");
        _bench.Database.Query("select state from inbox_answer").ShouldBe(["dropped"]);
    }

    // A process commits the answer and dies before the publisher has it.
    private async Task<InboxProcess> LeaveBegunAsync(string text)
    {
        await _bench.SayAsync("ann", "When do you open?");
        var dying = await _bench.StartAsync(postingLife: 2);
        await Should.ThrowAsync<DeadProcessException>(() => dying.Inbox.AnswerAsync(
            new ConversationAnswer { Conversation = 1, Text = text, By = "kari", Effect = Effect }, CancellationToken.None));
        _bench.Database.Query("select state from inbox_answer").ShouldBe(["begun"]);
        return await _bench.StartAsync();
    }

    private Task GoOnAsync(InboxProcess process)
    {
        _bench.Clock.Advance(TimeSpan.FromMinutes(1));
        return Bench.LookAsync(process);
    }

    private static PostPlan PlanOf(string text, EffectKey? effect) => new()
    {
        Variants = [new Variant { Profile = "@grocer", Text = text, InReplyTo = "w1" }],
        AskedBy = "grocery-chain",
        Effect = effect,
    };

    public void Dispose() => _bench.Dispose();
}
