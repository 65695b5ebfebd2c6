using PluginHost.Campaigns;
using PluginHost.Sdk;

namespace PluginHost.Posting.Tests;

/// <summary>What was asked to be said in answer to others, whatever became of it.</summary>
public sealed class AnswerTests : IDisposable
{
    private readonly Workshop _workshop = new();

    [Fact]
    public async Task Should_Tell_What_Answers_A_Post_On_A_Profile_And_Nothing_Else()
    {
        // Given
        var publisher = await _workshop.StartPublisherAsync();
        await publisher.PublishAsync(Answer("@telco", "r1", "one"), CancellationToken.None);
        await publisher.PlanAsync(Answer("@telco", "r2", "later") with { At = _workshop.Clock.GetUtcNow().AddHours(1) }, CancellationToken.None);
        await publisher.PublishAsync(Answer("@telco_help", "r1", "another profile"), CancellationToken.None);
        await publisher.PublishAsync(Answer("@telco", "r3", "not asked for"), CancellationToken.None);
        await publisher.PublishAsync(Workshop.Plan("@telco"), CancellationToken.None);

        // When
        var answers = await publisher.ReadAnswersAsync("@telco", ["r2", "r1", "nobody"], CancellationToken.None);

        // Then
        answers.Select(answer => (answer.InReplyTo, answer.Post, answer.AskedBy, answer.Target.Text, answer.Target.State)).ShouldBe(
            [("r1", "1", "a test", "one", TargetState.Sent), ("r2", "2", "a test", "later", TargetState.Scheduled)]);
        answers[0].Target.RemoteId.ShouldBe("1");
        (await publisher.ReadAnswersAsync("@telco", [], CancellationToken.None)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Should_Tell_A_Thread_By_Its_First_Part_Alone()
    {
        var publisher = await _workshop.StartPublisherAsync();
        var plan = Answer("@telco", "r1", "one");
        await publisher.PublishAsync(plan with { Variants = [plan.Variants[0] with { More = ["two"] }] }, CancellationToken.None);

        (await publisher.ReadAnswersAsync("@telco", ["r1", "1"], CancellationToken.None)).ShouldHaveSingleItem().Target.Text.ShouldBe("one");
    }

    [Fact]
    public async Task Should_Refuse_More_Than_Can_Be_Asked_For_At_Once()
    {
        var publisher = await _workshop.StartPublisherAsync();

        (await Should.ThrowAsync<WrongUseException>(() => publisher.ReadAnswersAsync("@telco", [.. Enumerable.Repeat("r1", 501)], CancellationToken.None)))
            .Message.ShouldContain("Ask for 500 at a time");
    }

    private static PostPlan Answer(string profile, string answered, string text) => new()
    {
        Variants = [new Variant { Profile = profile, Text = text, InReplyTo = answered }],
        AskedBy = "a test",
    };

    public void Dispose() => _workshop.Dispose();
}
