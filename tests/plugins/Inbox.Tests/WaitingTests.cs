using PluginHost.Campaigns;
using PluginHost.Sdk;

namespace PluginHost.Inbox.Tests;

/// <summary>Who waits, and that nobody who waits can be hidden.</summary>
public sealed class WaitingTests : IDisposable
{
    private readonly Bench _bench = new();

    [Fact]
    public async Task Should_Wait_While_The_Last_Word_Is_Theirs()
    {
        // Given
        await _bench.SayAsync("ann", "When do you open?");
        _bench.Clock.Advance(TimeSpan.FromMinutes(5));
        await _bench.SayAsync("bob", "Do you have oat milk?");
        var process = await _bench.StartAsync();

        // When
        var before = await process.Inbox.ReadWaitingAsync(CancellationToken.None);
        await process.AnswerAsync(before[0].Id, "At eight.");

        // Then
        before.Select(each => (each.Handle, each.Profile, each.Text)).ShouldBe([("ann", "@grocer", "When do you open?"), ("bob", "@grocer", "Do you have oat milk?")]);
        (await _bench.WaitingAsync()).ShouldBe(["bob"]);
        (await _bench.WithAsync("ann")).State.ShouldBe(ConversationState.Answered);
    }

    [Fact]
    public async Task Should_Keep_What_Is_Heard_Twice_Once()
    {
        // Given: the network tells again, and a mention of two profiles is told to both.
        var told = new NetworkEvent { Id = "e1", Kind = NetworkEventKind.Mention, Handle = "ann", At = _bench.Clock.GetUtcNow(), Text = "Hello both", RemoteId = "m1" };

        // When
        await _bench.HearAsync("@grocer", told);
        await _bench.HearAsync("@grocer", told);
        await _bench.HearAsync("@grocer_news", told with { Id = "e9" });

        // Then
        (await _bench.WaitingAsync()).ShouldBe(["ann"]);
        _bench.Database.Query("select text from inbox_word").ShouldBe(["Hello both"]);
    }

    [Fact]
    public async Task Should_Wait_Again_When_They_Say_Something_New_After_An_Answer()
    {
        // Given
        await _bench.SayAsync("ann", "When do you open?");
        var process = await _bench.StartAsync();
        await process.AnswerAsync((await _bench.WithAsync("ann")).Id, "At eight.");
        _bench.Clock.Advance(TimeSpan.FromMinutes(1));

        // When
        await _bench.SayAsync("ann", "On Sundays too?", to: "ours1");

        // Then: it is the same conversation, and waits since the new word.
        var conversation = await _bench.WithAsync("ann");
        conversation.State.ShouldBe(ConversationState.Waiting);
        conversation.WaitsSince.ShouldBe(_bench.Clock.GetUtcNow());
        (await process.Inbox.ReadWordsAsync(conversation.Id, CancellationToken.None)).Select(word => word.Text).ShouldBe(["When do you open?", "At eight.", "On Sundays too?"]);
    }

    [Fact]
    public async Task Should_Not_Take_A_Word_That_Came_While_The_Answer_Was_On_Its_Way_For_Answered()
    {
        // Given
        await _bench.SayAsync("ann", "When do you open?");
        var process = await _bench.StartAsync();
        _bench.Network.OnSend = async _ =>
        {
            await _bench.SayAsync("ann", "And on Sundays?", to: "w1");
            return null;
        };

        // When
        (await process.AnswerAsync((await _bench.WithAsync("ann")).Id, "At eight.")).ShouldBeOfType<Answered>();

        // Then
        (await _bench.WithAsync("ann")).Text.ShouldBe("And on Sundays?");
        (await _bench.WaitingAsync()).ShouldBe(["ann"]);
    }

    [Fact]
    public async Task Should_Not_Hide_A_Question_Behind_The_Answer_To_Another()
    {
        // Given: two questions of one person, in two threads.
        await _bench.SayAsync("ann", "When do you open?", to: "post1");
        await _bench.SayAsync("ann", "Is the fish fresh?", to: "post2");
        var process = await _bench.StartAsync();
        var waiting = await process.Inbox.ReadWaitingAsync(CancellationToken.None);

        // When
        await process.AnswerAsync(waiting[1].Id, "Every morning.");

        // Then
        (await process.Inbox.ReadWaitingAsync(CancellationToken.None)).ShouldHaveSingleItem().Text.ShouldBe("When do you open?");
    }

    [Fact]
    public async Task Should_Come_Back_By_The_Clock_When_It_Was_Put_Off_And_Say_So()
    {
        // Given
        await _bench.SayAsync("ann", "When do you open?");
        var process = await _bench.StartAsync();
        var conversation = await _bench.WithAsync("ann");

        // When
        await process.Inbox.SnoozeAsync(conversation.Id, _bench.Clock.GetUtcNow().AddHours(2), "kari", CancellationToken.None);
        var meanwhile = await _bench.WaitingAsync();
        var shown = await process.Plugin.WaitingAsync(process.Host, CancellationToken.None);
        _bench.Clock.Advance(TimeSpan.FromHours(2));

        // Then: without anybody having looked, and before the inbox has noted it.
        meanwhile.ShouldBeEmpty();
        shown.Rows.ShouldHaveSingleItem()["state"].ToString().ShouldBe("put off");
        (await _bench.WaitingAsync()).ShouldBe(["ann"]);
        await Bench.LookAsync(process);
        _bench.Database.Query("select kind from inbox_entry order by id").ShouldBe(["snoozed", "back"]);
    }

    [Fact]
    public async Task Should_End_A_Snooze_When_They_Say_Something_New()
    {
        await _bench.SayAsync("ann", "When do you open?");
        var process = await _bench.StartAsync();
        await process.Inbox.SnoozeAsync((await _bench.WithAsync("ann")).Id, _bench.Clock.GetUtcNow().AddDays(2), "kari", CancellationToken.None);

        await _bench.SayAsync("ann", "Hello?", to: "w1");

        (await _bench.WaitingAsync()).ShouldBe(["ann"]);
    }

    [Fact]
    public async Task Should_Put_Off_Neither_What_Does_Not_Wait_Nor_To_The_Past()
    {
        await _bench.SayAsync("ann", "When do you open?");
        var process = await _bench.StartAsync();
        var id = (await _bench.WithAsync("ann")).Id;

        var past = await Should.ThrowAsync<WrongUseException>(() => process.Inbox.SnoozeAsync(id, _bench.Clock.GetUtcNow(), "kari", CancellationToken.None));
        await process.AnswerAsync(id, "At eight.");
        var idle = await Should.ThrowAsync<WrongUseException>(() => process.Inbox.SnoozeAsync(id, _bench.Clock.GetUtcNow().AddHours(1), "kari", CancellationToken.None));

        past.Message.ShouldContain("has passed");
        idle.Message.ShouldContain($"Nobody waits in conversation {id}");
    }

    [Fact]
    public async Task Should_Close_What_Waits_Only_With_A_Word_And_Reopen_It_With_A_New_One_Of_Theirs()
    {
        // Given
        await _bench.SayAsync("ann", "Buy my pills");
        var process = await _bench.StartAsync();
        var id = (await _bench.WithAsync("ann")).Id;

        // When
        var refused = await Should.ThrowAsync<WrongUseException>(() => process.Inbox.CloseAsync(id, 0, " ", "kari", CancellationToken.None));
        var closed = await process.Inbox.CloseAsync(id, 0, "spam", "kari", CancellationToken.None);
        await _bench.SayAsync("ann", "Sorry, when do you open?", to: "w1");

        // Then
        refused.Message.ShouldContain("ann waits for an answer");
        closed.State.ShouldBe(ConversationState.Closed);
        (await _bench.WaitingAsync()).ShouldBe(["ann"]);
        _bench.Database.Query("select kind from inbox_entry order by id").ShouldBe(["closed", "reopened"]);
    }

    [Fact]
    public async Task Should_Close_No_Further_Than_Was_Read()
    {
        // Given
        await _bench.SayAsync("ann", "Thanks!");
        var process = await _bench.StartAsync();
        var read = await _bench.WithAsync("ann");
        await _bench.SayAsync("ann", "But when do you open?", to: "w1");

        // When
        var closed = await process.Inbox.CloseAsync(read.Id, read.Word, "thanks need no answer", "kari", CancellationToken.None);

        // Then
        closed.State.ShouldBe(ConversationState.Waiting);
        closed.Text.ShouldBe("But when do you open?");
    }

    [Fact]
    public async Task Should_Have_Nothing_To_Answer_When_They_Have_Taken_It_Back()
    {
        // Given
        var word = await _bench.SayAsync("ann", "When do you open?");
        var process = await _bench.StartAsync();

        // When: somebody else's deletion is none.
        await _bench.TakeBackAsync("mallory", word);
        var still = await _bench.WaitingAsync();
        await _bench.TakeBackAsync("ann", word);

        // Then
        still.ShouldBe(["ann"]);
        (await _bench.WaitingAsync()).ShouldBeEmpty();
        (await _bench.WithAsync("ann")).State.ShouldBe(ConversationState.Gone);
        (await process.AnswerAsync(1, "At eight.")).ShouldBeOfType<NotAnswered>().Reason.ShouldContain("ann has taken back what they said");
        _bench.Network.Said.ShouldBeEmpty();
    }

    [Fact]
    public async Task Should_Refuse_To_Close_Up_To_A_Word_That_Nobody_Has_Said_There()
    {
        await _bench.SayAsync("ann", "When do you open?");
        await _bench.SayAsync("bob", "Do you have oat milk?");
        var process = await _bench.StartAsync();

        var unsaid = await Should.ThrowAsync<WrongUseException>(() => process.Inbox.CloseAsync(1, 100_000, "spam", "kari", CancellationToken.None));
        await Should.ThrowAsync<WrongUseException>(() => process.Inbox.CloseAsync(1, 2, "spam", "kari", CancellationToken.None));

        unsaid.Message.ShouldContain("There is no word 100000 of theirs in conversation 1.");
        (await _bench.WaitingAsync()).ShouldBe(["ann", "bob"]);
    }

    [Fact]
    public async Task Should_Keep_Notes_And_Labels_Once()
    {
        await _bench.SayAsync("ann", "When do you open?");
        var process = await _bench.StartAsync();
        var id = (await _bench.WithAsync("ann")).Id;

        for (var time = 0; time < 2; time++)
        {
            await process.Inbox.NoteAsync(id, "a regular", "kari", CancellationToken.None);
            await process.Inbox.LabelAsync(id, "hours", "kari", CancellationToken.None);
        }

        var labelled = await process.Inbox.LabelAsync(id, "vip", "kari", CancellationToken.None);
        var less = await process.Inbox.LabelAsync(id, "-hours", "kari", CancellationToken.None);

        labelled.Labels.ShouldBe(["hours", "vip"]);
        less.Labels.ShouldBe(["vip"]);
        _bench.Database.Query("select kind || ' ' || text from inbox_entry order by id").ShouldBe(
            ["note a regular", "label hours", "note a regular", "label vip", "label -hours"]);
    }

    [Fact]
    public async Task Should_Say_Which_Numbers_There_Are_When_There_Is_No_Such_Conversation()
    {
        var process = await _bench.StartAsync();

        (await Should.ThrowAsync<WrongUseException>(() => process.Inbox.ReadAsync(7, CancellationToken.None))).Message.ShouldContain("There is no conversation 7 here. inbox.waiting");
        await Should.ThrowAsync<WrongUseException>(() => process.AnswerAsync(7, "Hello"));
        await Should.ThrowAsync<WrongUseException>(() => process.Inbox.CloseAsync(7, 0, "spam", "kari", CancellationToken.None));
    }

    public void Dispose() => _bench.Dispose();
}
