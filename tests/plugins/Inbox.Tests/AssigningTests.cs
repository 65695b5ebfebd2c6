using PluginHost.Campaigns;

namespace PluginHost.Inbox.Tests;

/// <summary>Who has a conversation, and that nobody keeps it who is away.</summary>
public sealed class AssigningTests : IDisposable
{
    private readonly Bench _bench = new();

    [Fact]
    public async Task Should_Come_Back_From_Somebody_Who_Is_Away()
    {
        // Given
        _bench.Settings["assign-return"] = "30m";
        await _bench.SayAsync("ann", "When do you open?");
        var process = await _bench.StartAsync();
        var id = (await _bench.WithAsync("ann")).Id;

        // When
        var given = await process.Inbox.AssignAsync(id, "ola", "kari", CancellationToken.None);
        _bench.Clock.Advance(TimeSpan.FromMinutes(29));
        await Bench.LookAsync(process);
        var soon = (await process.Inbox.ReadAsync(id, CancellationToken.None)).Assignee;
        _bench.Clock.Advance(TimeSpan.FromMinutes(1));
        var back = await process.Inbox.ReadAsync(id, CancellationToken.None);
        await Bench.LookAsync(process);
        await Bench.LookAsync(process);

        // Then
        (given.Assignee, soon, back.Assignee).ShouldBe(("ola", "ola", ""));
        back.State.ShouldBe(ConversationState.Waiting);
        _bench.Database.Query("select kind || ' ' || text from inbox_entry order by id").ShouldBe(["assigned ola", "returned ola"]);
    }

    [Fact]
    public async Task Should_Leave_A_New_Word_To_Whom_The_Conversation_Was_Given_To_Before()
    {
        // Given: ola has had it since yesterday and has answered.
        _bench.Settings["assign-return"] = "4h";
        await _bench.SayAsync("ann", "When do you open?");
        var process = await _bench.StartAsync();
        await process.Inbox.AssignAsync(1, "ola", "kari", CancellationToken.None);
        await process.AnswerAsync(1, "At eight.", "ola");
        _bench.Clock.Advance(TimeSpan.FromHours(20));

        // When
        await _bench.SayAsync("ann", "On Sundays too?", to: "ours1");
        await Bench.LookAsync(process);
        var at = (await process.Inbox.ReadAsync(1, CancellationToken.None)).Assignee;
        _bench.Clock.Advance(TimeSpan.FromHours(4));
        await Bench.LookAsync(process);
        var later = (await process.Inbox.ReadAsync(1, CancellationToken.None)).Assignee;

        // Then
        (at, later).ShouldBe(("ola", ""));
        _bench.Database.Query("select kind || ' ' || text from inbox_entry order by id").ShouldBe(["assigned ola", "returned ola"]);
    }

    public void Dispose() => _bench.Dispose();
}
