using PluginHost.Campaigns;
using PluginHost.Plugins.Testing;

namespace PluginHost.Inbox.Tests;

/// <summary>Processes die at each of their steps, in the inbox and in the publisher: an answer is said once, and nobody who waits is lost.</summary>
public sealed class DeathTests
{
    [Fact(Timeout = 300_000)]
    public async Task Should_Answer_Once_Wherever_Two_Processes_Die_In_The_Inbox()
    {
        var states = new HashSet<string>();
        for (var first = 0; first <= 9; first++)
        {
            for (var second = 0; second <= 12; second += first % 3 == 0 ? 1 : 4)
                states.Add(await DieAsync((first, int.MaxValue), (second, int.MaxValue)));
        }

        // Otherwise the deaths came too late to matter.
        states.ShouldBe(["never begun", "answered"], ignoreOrder: true);
    }

    [Fact(Timeout = 300_000)]
    public async Task Should_Answer_Once_Wherever_Two_Processes_Die_In_The_Publisher()
    {
        for (var first = 0; first <= 18; first++)
        {
            for (var second = 0; second <= 18; second += first % 4 == 0 ? 2 : 8)
                await DieAsync((int.MaxValue, first), (int.MaxValue, second));
        }
    }

    [Fact]
    public async Task Should_Not_Send_What_Was_Closed_Before_Anybody_Came_Back_To_It()
    {
        // Given: the process died right after it had committed the answer.
        using var bench = new Bench();
        await bench.SayAsync("ann", "When do you open?");
        var dying = await bench.StartAsync(postingLife: 2);
        await Should.ThrowAsync<DeadProcessException>(() => dying.AnswerAsync(1, "At eight."));
        bench.Database.Query("select state from inbox_answer").ShouldBe(["begun"]);
        bench.Network.Said.ShouldBeEmpty();

        // When
        var process = await bench.StartAsync();
        await process.Inbox.CloseAsync(1, 0, "answered on the phone", "ola", CancellationToken.None);
        bench.Clock.Advance(TimeSpan.FromMinutes(1));
        await Bench.LookAsync(process);

        // Then
        bench.Network.Said.ShouldBeEmpty();
        bench.Database.Query("select state from inbox_answer").ShouldBe(["dropped"]);
    }

    private static async Task<string> DieAsync((int Inbox, int Posting) first, (int Inbox, int Posting) second)
    {
        // Given
        using var bench = new Bench();
        bench.PostingSettings["patience"] = "0s";
        await bench.SayAsync("ann", "When do you open?");

        // When
        await LiveAsync(bench, first, process => process.AnswerAsync(1, "At eight."));
        bench.Clock.Advance(TimeSpan.FromMinutes(3));
        await LiveAsync(bench, second, Bench.LookAsync);
        for (var round = 0; round < 4; round++)
        {
            bench.Clock.Advance(TimeSpan.FromMinutes(3));
            await LiveAsync(bench, (int.MaxValue, int.MaxValue), async process =>
            {
                await process.Posting.SendAsync(process.PostingHost, CancellationToken.None);
                await Bench.LookAsync(process);
            });
        }

        // Then
        var place = $"died at {first} and {second}";
        var answers = bench.Database.Query("select state from inbox_answer");
        var conversation = await bench.WithAsync("ann");
        if (answers.Count == 0)
        {
            bench.Network.Said.ShouldBeEmpty(place);
            conversation.State.ShouldBe(ConversationState.Waiting, place);
            return "never begun";
        }

        answers.ShouldBe(["sent"], place);
        bench.Network.Said.Count.ShouldBe(1, place);
        conversation.State.ShouldBe(ConversationState.Answered, place);
        bench.Database.Query("select count(*) from inbox_word where ours = 1").ShouldBe([1L], place);
        return "answered";
    }

    private static async Task LiveAsync(Bench bench, (int Inbox, int Posting) lives, Func<InboxProcess, Task> work)
    {
        var process = await bench.StartAsync(lives.Inbox, lives.Posting);
        try
        {
            await work(process);
        }
        catch (DeadProcessException)
        {
        }
    }
}
