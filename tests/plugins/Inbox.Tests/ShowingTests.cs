using PluginHost.Campaigns;
using PluginHost.Sdk;

namespace PluginHost.Inbox.Tests;

/// <summary>What is on screen and on the command line.</summary>
public sealed class ShowingTests : IDisposable
{
    private readonly Bench _bench = new();

    [Fact]
    public async Task Should_Warn_Of_Who_Waits_Too_Long_And_Show_What_Is_Put_Off_Last()
    {
        // Given
        _bench.Settings["answer-within"] = "30m";
        await _bench.SayAsync("ann", "When?");
        await _bench.SayAsync("bob", "Where?");
        _bench.Clock.Advance(TimeSpan.FromMinutes(31));
        await _bench.SayAsync("eve", "Why?");
        var process = await _bench.StartAsync();
        await process.Inbox.SnoozeAsync(1, _bench.Clock.GetUtcNow().AddHours(3), "kari", CancellationToken.None);
        await process.Inbox.AssignAsync(3, "ola", "kari", CancellationToken.None);

        // When
        var view = await process.Plugin.ShowWaitingAsync(process.Host, CancellationToken.None);

        // Then
        view.Table.Rows.Select(row => $"{row["waits"]} {row["who"]} {row["for"]}").ShouldBe(["! 31m bob ", "0s eve ola", "◷ until Mon 12:31 ann "]);
        view.Caption.ShouldBe("2 waiting, 1 put off");
        (view.OpenCommand, view.Key).ShouldBe(("inbox.show", "conversation"));

        // And: what a key on the row gives a command says how far it was read.
        view.Table.Columns.ShouldNotContain(column => column.Name == "seen");
        view.Table.Rows[0]["seen"].Number.ShouldBe(2);
    }

    [Fact]
    public async Task Should_Show_Both_Sides_What_Was_Done_And_What_Can_Be_Done()
    {
        // Given
        await _bench.SayAsync("ann", "When do you open?");
        var process = await _bench.StartAsync();
        await process.Inbox.NoteAsync(1, "a regular", "kari", CancellationToken.None);
        await process.AnswerAsync(1, "At eight.");
        _bench.Clock.Advance(TimeSpan.FromMinutes(1));
        await _bench.SayAsync("ann", "And on Sundays?", to: "ours1");

        // When
        var table = await process.Plugin.ShowAsync(process.Host, 1, CancellationToken.None);
        var tree = await process.Plugin.ShowConversationAsync(process.Host, CancellationToken.None);

        // Then
        table.Rows.Select(row => $"{row["who"]}|{row["text"]}").ShouldBe(["ann|When do you open?", "@grocer|At eight.", "|kari notes: a regular", "ann|And on Sundays?"], ignoreOrder: true);
        tree.Caption.ShouldBe("1: ann and @grocer, waits for 0s");
        tree.Nodes.Select(node => node.Text).ShouldContain("› @grocer: At eight.");
        tree.Nodes.Single(node => node.Id == "inbox.close").Open!.Arguments.Find("seen")!.Number.ShouldBe(3);
        process.Host.Screen.Opened.ShouldContain(InboxPlugin.ConversationView);
    }

    [Fact]
    public async Task Should_Stay_Where_Something_Was_Done_About_What_Is_Open_And_Lead_Nobody_There_Otherwise()
    {
        // Given
        await _bench.SayAsync("ann", "When?");
        await _bench.SayAsync("bob", "Where?");
        var process = await _bench.StartAsync();
        await process.Plugin.ShowAsync(process.Host, 1, CancellationToken.None);
        process.Host.Screen.Opened.Clear();

        // When
        await process.Plugin.AssignAsync(process.Host, 2, "ola", CancellationToken.None);
        var elsewhere = process.Host.Screen.Opened.Count;
        await process.Plugin.AnswerAsync(process.Host, 1, "Now.", 0, false, CancellationToken.None);

        // Then
        elsewhere.ShouldBe(0);
        process.Host.Screen.Opened.ShouldBe([InboxPlugin.ConversationView]);
    }

    [Fact]
    public async Task Should_Show_Nothing_Where_Nobody_Has_Said_Anything()
    {
        var process = await _bench.StartAsync();

        (await process.Plugin.ShowConversationAsync(process.Host, CancellationToken.None)).Nodes.ShouldBeEmpty();
        (await process.Plugin.ShowWaitingAsync(process.Host, CancellationToken.None)).Table.Rows.ShouldBeEmpty();
        (await process.Plugin.ShowContactsAsync(process.Host, CancellationToken.None)).Table.Rows.ShouldBeEmpty();
        (await process.Plugin.ShowTimesAsync(process.Host, CancellationToken.None)).Table.Rows.ShouldBeEmpty();
    }

    [Fact]
    public async Task Should_Tell_All_That_Somebody_And_We_Have_Said_With_The_Notes()
    {
        // Given: two conversations, and somebody else's.
        await _bench.SayAsync("ann", "When?", to: "post1");
        _bench.Clock.Advance(TimeSpan.FromMinutes(1));
        await _bench.SayAsync("ann", "Where?", "@grocer_news", "post2");
        await _bench.SayAsync("bob", "Why?");
        var process = await _bench.StartAsync();
        _bench.Clock.Advance(TimeSpan.FromMinutes(1));
        await process.Inbox.NoteAsync(1, "a regular", "kari", CancellationToken.None);

        // When
        var history = await process.Plugin.ContactAsync(process.Host, "ann", "", CancellationToken.None);
        var contacts = await process.Plugin.ContactsAsync(process.Host, 10, CancellationToken.None);

        // Then
        history.Rows.Select(row => row["text"].ToString()).ShouldBe(["When?", "Where?", "kari notes: a regular"]);
        contacts.Rows.Select(row => $"{row["handle"]} {row["conversations"]} {row["waiting"]}").ShouldBe(["ann 2 2", "bob 1 1"], ignoreOrder: true);
        (await Should.ThrowAsync<WrongUseException>(() => process.Plugin.ContactAsync(process.Host, "anne", "", CancellationToken.None))).Message.ShouldContain("Did you mean \"ann\"?");
        await Should.ThrowAsync<WrongUseException>(() => process.Plugin.ContactAsync(process.Host, "ann", "elsewhere", CancellationToken.None));
    }

    [Theory]
    [InlineData(0, "0s")]
    [InlineData(59, "59s")]
    [InlineData(60, "1m")]
    [InlineData(3600, "1h")]
    [InlineData(3660, "1h 1m")]
    [InlineData(90_000, "1d 1h")]
    [InlineData(-5, "0s")]
    public void Should_Say_A_Time_In_Its_Two_Greatest_Units(int seconds, string text) => Age.Text(TimeSpan.FromSeconds(seconds)).ShouldBe(text);

    [Fact]
    public void Should_Cut_A_Text_Between_What_People_See_As_Letters()
    {
        var text = Excerpt.Of(string.Concat(Enumerable.Repeat("👩‍👩‍👧", 100)) + "\nmore");

        text.ShouldBe(string.Concat(Enumerable.Repeat("👩‍👩‍👧", 79)) + "…");
    }

    public void Dispose() => _bench.Dispose();
}
