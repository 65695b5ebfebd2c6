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

    // A process commits the answer and dies before the publisher has it.
    private async Task<InboxProcess> LeaveBegunAsync(string text)
    {
        await _bench.SayAsync("ann", "When do you open?");
        var dying = await _bench.StartAsync(postingLife: 1);
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
