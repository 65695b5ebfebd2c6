using PluginHost.Campaigns.Tests.Fixtures;

namespace PluginHost.Campaigns.Tests.Inbox;

/// <summary>Who waits and is answered by a script, in a run that is interrupted and resumed.</summary>
public sealed class ScriptInboxTests : IDisposable
{
    private readonly FakeInbox _inbox = new();
    private readonly CancellationTokenSource _stop = new();
    private readonly FakeScript _script;

    public ScriptInboxTests() => _script = new FakeScript(_stop.Token);

    private ScriptInbox Inbox => new(_inbox, _script);

    private DateTimeOffset Now => _script.Time.GetUtcNow();

    [Fact]
    public async Task Should_Say_Who_Waits_Longer_And_Say_So_Again_When_It_Is_Resumed()
    {
        // Given
        _inbox.Say(1, 1, "When?", Now.AddMinutes(-31));
        _inbox.Say(2, 2, "Where?", Now.AddMinutes(-29));

        // When
        var first = await AskAsync();
        _inbox.Waiting.Clear();
        _script.Kept.Resume();
        var again = await AskAsync();

        // Then
        first.ShouldBe((true, 2, "p1", false, 0));
        again.ShouldBe(first);

        async Task<(bool Any, int Count, string First, bool Hours, int Elsewhere)> AskAsync() => (
            await Inbox.Waiting.LongerThan(TimeSpan.FromMinutes(30)).Any(),
            await Inbox.Waiting.Count(),
            (await Inbox.Waiting)[0].Handle,
            await Inbox.Waiting.LongerThan(TimeSpan.FromHours(1)).Any(),
            await Inbox.Waiting.On("@other").Count());
    }

    [Fact(Timeout = 60_000)]
    public async Task Should_Tell_Each_Newest_Word_Once_Until_The_End()
    {
        // Given
        _inbox.Say(1, 1, "When?", Now.AddMinutes(-5));
        var told = new List<string>();

        // When: one says more while the script listens, and another one comes.
        await foreach (var conversation in Inbox.Conversations.Until(Now.AddMinutes(10)))
        {
            told.Add(conversation.Text);
            if (told.Count == 1)
                _inbox.Say(2, 2, "Where?", Now);
            else if (told.Count == 2)
                _inbox.Say(1, 3, "When then?", Now);
            else
                _script.Time.Advance(TimeSpan.FromMinutes(10));
        }

        // Then
        told.ShouldBe(["When?", "Where?", "When then?"]);
    }

    [Fact(Timeout = 60_000)]
    public async Task Should_Read_All_Who_Wait_Not_Once_For_Each_Of_Them()
    {
        // Given
        for (var person = 1; person <= 200; person++)
            _inbox.Say(person, person, "When?", Now.AddMinutes(-person));

        // When
        var told = new List<string>();
        await foreach (var conversation in Inbox.Conversations.Until(Now))
            told.Add(conversation.Handle);

        // Then: who waits longest comes first.
        told.ShouldBe([.. Enumerable.Range(1, 200).Reverse().Select(person => $"p{person}")]);
        _inbox.Reads.ShouldBe(2);
    }

    [Fact(Timeout = 60_000)]
    public async Task Should_Not_Tell_Who_Was_Answered_Meanwhile_And_Tell_What_Is_Said_By_Then()
    {
        // Given
        for (var person = 1; person <= 3; person++)
            _inbox.Say(person, person, "When?", Now.AddMinutes(-10 + person));

        // When: while the first is told, the second is answered by somebody else, and the third says more.
        var told = new List<string>();
        await foreach (var conversation in Inbox.Conversations.Until(Now))
        {
            told.Add($"{conversation.Handle}: {conversation.Text}");
            if (told.Count > 1)
                continue;

            _inbox.Waiting.RemoveAll(each => each.Id == 2);
            _inbox.Say(3, 4, "When then?", Now);
        }

        // Then
        told.ShouldBe(["p1: When?", "p3: When then?"]);
    }

    [Fact(Timeout = 60_000)]
    public async Task Should_End_Though_People_Never_Stop_Talking()
    {
        // Given: with each look somebody new comes, the first says more, and a minute passes.
        var person = 1L;
        _inbox.Say(1, 1, "When?", Now);
        _inbox.OnRead = () =>
        {
            _inbox.Reads.ShouldBeLessThan(100);
            _script.Time.Advance(TimeSpan.FromMinutes(1));
            _inbox.Say(++person, person, "Where?", Now);
            _inbox.Say(1, person + 1000, "When then?", Now);
        };

        // When
        var end = Now.AddMinutes(5);
        var told = new List<DateTimeOffset>();
        await foreach (var conversation in Inbox.Conversations.Until(end))
            told.Add(conversation.At);

        // Then
        told.ShouldAllBe(at => at <= end);
        told.Count.ShouldBeInRange(5, 15);
    }

    [Fact(Timeout = 60_000)]
    public async Task Should_Answer_Once_However_Often_It_Is_Resumed()
    {
        // Given
        _inbox.Say(1, 1, "When?", Now);
        _inbox.Say(2, 2, "Where?", Now);

        // When: the first run ends after one answer.
        await RunAsync(1);
        _script.Kept.Resume();
        await RunAsync(int.MaxValue);

        // Then
        _inbox.Answers.Select(answer => (answer.Conversation, answer.Word, answer.Text, answer.By)).ShouldBe(
            [(1, 1, "Hello p1.", "daily"), (2, 2, "Hello p2.", "daily")]);
        _inbox.Answers.Select(answer => answer.Effect!.Step).ShouldBeUnique();

        async Task RunAsync(int most)
        {
            await foreach (var conversation in Inbox.Conversations.Until(Now))
            {
                (await conversation.Answer($"Hello {conversation.Handle}.", 5, "grocery-chain.csx")).ShouldBeOfType<Answered>();
                if (--most == 0)
                    return;
            }
        }
    }

    [Fact]
    public async Task Should_Give_What_Was_Not_Answered_As_A_Value()
    {
        _inbox.Say(1, 1, "When?", Now);
        _inbox.Answer = _ => new NotAnswered { Reason = "kari has answered it." };

        var result = await (await Inbox.Waiting)[0].Answer("At eight.");

        result.ShouldBe(new NotAnswered { Reason = "kari has answered it." });
        _script.Kept.Done.Single().Effect.IsRefusal.ShouldBeTrue();
    }

    [Fact]
    public async Task Should_Not_Answer_With_An_Empty_Placeholder()
    {
        _inbox.Say(1, 1, "When?", Now);
        var conversation = (await Inbox.Waiting)[0];
        var nothing = "";

        await Should.ThrowAsync<EmptyPlaceholderException>(() => conversation.Answer($"At {nothing}."));

        _inbox.Answers.ShouldBeEmpty();
    }

    [Fact]
    public async Task Should_Do_What_Else_Can_Be_Done_In_The_Name_Of_The_Script()
    {
        // Given
        _inbox.Say(1, 4, "When?", Now);
        var conversation = (await Inbox.Waiting)[0];

        // When
        await conversation.Close("thanks");
        await conversation.Assign("kari");
        await conversation.Note("a regular");
        await conversation.Label("hours");
        await conversation.Snooze(Now.AddHours(1));

        // Then
        _inbox.Deeds.ShouldBe(
            ["daily closes 1 up to 4: thanks", "daily gives 1 to kari", "daily notes on 1: a regular", "daily labels 1 hours", "daily puts 1 off until 10:00"]);
        (conversation.Name, conversation.Labels.Single()).ShouldBe(("p1", "hours"));
    }

    [Fact]
    public void Should_Give_The_Answer_Of_The_First_Run_Whatever_Has_Become_Of_The_Faq()
    {
        var before = new ScriptFaq(FaqPage.Parse("## When do you open?\nAt eight.", "faq.md"), _script).Answer("When do you open?");
        _script.Kept.Resume();
        var after = new ScriptFaq(FaqPage.Parse("## When do you open?\nAt nine.", "faq.md"), _script).Answer("When do you open?");

        before.ShouldBe("At eight.");
        after.ShouldBe("At eight.");
        new ScriptFaq(FaqPage.Parse("", "faq.md"), _script).Answer("When do you open?").ShouldBeNull();
    }

    public void Dispose() => _stop.Dispose();
}
