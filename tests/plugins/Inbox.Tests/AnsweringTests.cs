using PluginHost.Campaigns;
using PluginHost.Sdk;

namespace PluginHost.Inbox.Tests;

/// <summary>Answering: once, by whoever is first, and never past a person's back.</summary>
public sealed class AnsweringTests : IDisposable
{
    private readonly Bench _bench = new();

    [Fact]
    public async Task Should_Answer_The_Word_On_The_Profile_That_Was_Spoken_To()
    {
        // Given
        await _bench.SayAsync("ann", "Who writes your news?", "@grocer_news");
        var process = await _bench.StartAsync();

        // When
        var result = await process.AnswerAsync(1, "Ola does.");

        // Then
        var said = _bench.Network.Said.ShouldHaveSingleItem();
        (said.Profile.Name, said.Text, said.InReplyTo).ShouldBe(("@grocer_news", "Ola does.", "w1"));
        result.ShouldBeOfType<Answered>().Link.ShouldBe("square://1");
        _bench.Database.Query("select state from inbox_answer").ShouldBe(["sent"]);
        (await process.Inbox.ReadWordsAsync(1, CancellationToken.None))[1].ShouldSatisfyAllConditions(
            word => word.IsOurs.ShouldBeTrue(),
            word => word.AskedBy.ShouldBe("kari"),
            word => word.Answers.ShouldBe(1));
    }

    [Fact]
    public async Task Should_Tell_The_Second_Of_Two_Who_Answer_At_Once()
    {
        // Given: the network is slow, so that both are at it.
        await _bench.SayAsync("ann", "When do you open?");
        var (first, second) = (await _bench.StartAsync(), await _bench.StartAsync());
        var (reached, released) = (new TaskCompletionSource(), new TaskCompletionSource());
        _bench.Network.OnSend = async _ =>
        {
            reached.TrySetResult();
            await released.Task;
            return null;
        };

        // When
        var kari = first.AnswerAsync(1, "At eight.");
        await reached.Task;
        var meanwhile = await second.AnswerAsync(1, "At 8 o'clock.", "ola");
        released.SetResult();
        var done = await kari;
        var late = await second.AnswerAsync(1, "At 8 o'clock.", "ola");

        // Then
        done.ShouldBeOfType<Answered>();
        meanwhile.ShouldBeOfType<NotAnswered>().Reason.ShouldContain("kari has been answering it since");
        late.ShouldBeOfType<NotAnswered>().Reason.ShouldContain("kari has answered it at 09:00:00Z: \"At eight.\"");
        _bench.Network.Said.ShouldHaveSingleItem();
    }

    [Fact]
    public async Task Should_Say_A_Further_Word_Only_When_That_Is_Meant()
    {
        await _bench.SayAsync("ann", "When do you open?");
        var process = await _bench.StartAsync();
        await process.AnswerAsync(1, "At eight.");

        var further = await process.Inbox.AnswerAsync(
            new ConversationAnswer { Conversation = 1, Text = "And at ten on Sundays.", By = "kari", IsFurther = true }, CancellationToken.None);

        further.ShouldBeOfType<Answered>();
        _bench.Network.Said.Count.ShouldBe(2);
    }

    [Fact]
    public async Task Should_Say_By_Whom_It_Was_Closed_While_Somebody_Wrote_An_Answer()
    {
        await _bench.SayAsync("ann", "When do you open?");
        var process = await _bench.StartAsync();
        await process.Inbox.CloseAsync(1, 0, "answered on the phone", "ola", CancellationToken.None);

        var result = await process.AnswerAsync(1, "At eight.");

        result.ShouldBeOfType<NotAnswered>().Reason.ShouldContain("it was closed meanwhile");
        _bench.Network.Said.ShouldBeEmpty();
    }

    [Fact]
    public async Task Should_Say_So_And_Send_Nothing_More_When_It_Is_Deleted_While_It_Is_Answered()
    {
        // Given: it is gone before the network has the answer, and the network tells only then.
        var word = await _bench.SayAsync("ann", "When do you open?");
        var process = await _bench.StartAsync();
        _bench.Network.OnSend = async post =>
        {
            await _bench.TakeBackAsync("ann", word);
            return new RefusedByNetwork { Reason = $"there is no post {post.InReplyTo} to answer." };
        };

        // When
        var result = await process.AnswerAsync(1, "At eight.");
        var again = await process.AnswerAsync(1, "At eight.");
        await Bench.LookAsync(process);

        // Then
        result.ShouldBeOfType<NotAnswered>().Reason.ShouldContain("there is no post w1 to answer");
        again.ShouldBeOfType<NotAnswered>().Reason.ShouldContain("ann has taken back what they said");
        _bench.Network.Said.ShouldBeEmpty();
        (await _bench.WithAsync("ann")).State.ShouldBe(ConversationState.Gone);
        _bench.Database.Query("select state from inbox_answer").ShouldBe(["refused"]);
    }

    [Fact]
    public async Task Should_Wait_On_When_The_Network_Has_Refused_The_Answer()
    {
        await _bench.SayAsync("ann", "When do you open?");
        var process = await _bench.StartAsync();
        _bench.Network.OnSend = _ => Task.FromResult<SendResult?>(new RefusedByNetwork { Reason = "the account is locked." });

        var refused = await process.AnswerAsync(1, "At eight.");
        _bench.Network.OnSend = null;
        var waiting = await _bench.WaitingAsync();
        var answered = await process.AnswerAsync(1, "At eight.");

        refused.ShouldBeOfType<NotAnswered>().Reason.ShouldContain("the account is locked. Nothing was sent");
        waiting.ShouldBe(["ann"]);
        answered.ShouldBeOfType<Answered>();
    }

    [Fact]
    public async Task Should_Wait_On_When_A_Check_Stands_Against_The_Answer()
    {
        await _bench.SayAsync("ann", "When do you open?");
        var process = await _bench.StartAsync();

        _bench.Linters.Objection = "Nobody opens that early.";

        var result = await process.AnswerAsync(1, "At four.");

        result.ShouldBeOfType<NotAnswered>().Reason.ShouldContain("Nobody opens that early.");
        (await _bench.WaitingAsync()).ShouldBe(["ann"]);
    }

    [Fact(Timeout = 60_000)]
    public async Task Should_Keep_An_Answer_That_Is_Held_Under_Way_Until_It_Is_Approved()
    {
        // Given
        _bench.PostingSettings["approval"] = "required";
        _bench.PostingSettings["patience"] = "0s";
        await _bench.SayAsync("ann", "When do you open?");
        var process = await _bench.StartAsync();

        // When
        var held = await process.AnswerAsync(1, "At eight.");
        var second = await process.AnswerAsync(1, "At 8.", "ola");
        var waiting = await process.Inbox.ReadWaitingAsync(CancellationToken.None);
        await process.Posting.ApproveAsync(process.PostingHost, 1, "", "", CancellationToken.None);
        await process.Posting.SendAsync(process.PostingHost, CancellationToken.None);
        await Bench.LookAsync(process);

        // Then
        held.ShouldBeOfType<AnswerUnderWay>().Reason.ShouldContain("posting.show post=1");
        second.ShouldBeOfType<NotAnswered>().Reason.ShouldContain("kari has been answering it");
        waiting.ShouldHaveSingleItem().AnsweredBy.ShouldBe("kari");
        (await _bench.WaitingAsync()).ShouldBeEmpty();
        _bench.Network.Said.ShouldHaveSingleItem();
    }

    [Fact]
    public async Task Should_Give_The_Same_Effect_Once_And_Refuse_It_With_Another_Text()
    {
        // Given
        await _bench.SayAsync("ann", "When do you open?");
        var process = await _bench.StartAsync();
        var answer = new ConversationAnswer
        {
            Conversation = 1,
            Text = "At eight.",
            By = "grocery-chain",
            Effect = new EffectKey { Campaign = "grocery-chain", Occurrence = "1", Step = "answer:5" },
        };

        // When
        var first = await process.Inbox.AnswerAsync(answer, CancellationToken.None);
        var again = await process.Inbox.AnswerAsync(answer, CancellationToken.None);

        // Then
        again.ShouldBe(first);
        _bench.Network.Said.ShouldHaveSingleItem();
        await Should.ThrowAsync<ChangedEffectException>(() => process.Inbox.AnswerAsync(answer with { Text = "At nine." }, CancellationToken.None));
    }

    [Fact]
    public async Task Should_Throw_What_The_Command_Is_Told_And_Give_What_Became_Of_It()
    {
        await _bench.SayAsync("ann", "When do you open?");
        var process = await _bench.StartAsync();

        var done = await process.Plugin.AnswerAsync(process.Host, 1, "At eight.", 0, false, CancellationToken.None);
        var thrown = await Should.ThrowAsync<NotAnsweredException>(() => process.Plugin.AnswerAsync(process.Host, 1, "At 8.", 0, false, CancellationToken.None));
        await Should.ThrowAsync<WrongUseException>(() => process.Plugin.AnswerAsync(process.Host, 1, " ", 0, false, CancellationToken.None));

        done["link"].ToString().ShouldBe("square://1");
        thrown.Message.ShouldStartWith("Conversation 1 was not answered: kari has answered it");
    }

    public void Dispose() => _bench.Dispose();
}
