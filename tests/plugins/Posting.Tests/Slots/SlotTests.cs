using PluginHost.Campaigns;
using PluginHost.Sdk;

namespace PluginHost.Posting.Tests;

public sealed class SlotTests : IDisposable
{
    private const string Times = "Mon-Fri 09:00,13:00 Europe/Oslo";

    // The clock of the workshop begins on Monday, 2 March 2026, at 09:00 UTC, which is 10:00 in Oslo.
    private readonly Workshop _workshop = new();

    [Fact]
    public async Task Should_Fill_One_Slot_After_The_Other()
    {
        var (plugin, host) = await _workshop.StartAsync();
        await plugin.SlotsAsync(host, "@telco", Times, CancellationToken.None);

        for (var post = 0; post < 3; post++)
            await plugin.QueueAsync(host, "@telco", $"post {post}", CancellationToken.None);

        Slots().ShouldBe(["2026-03-02T12:00:00Z", "2026-03-03T08:00:00Z", "2026-03-03T12:00:00Z"]);
        _workshop.Column("wall").ShouldBe(["2026-03-02T13:00:00", "2026-03-03T09:00:00", "2026-03-03T13:00:00"]);
        var list = await plugin.QueueListAsync(host, "@telco", CancellationToken.None);
        list.Rows.Select(row => row["state"].ToString()).ShouldBe(["scheduled", "scheduled", "scheduled", "free", "free", "free", "free", "free"]);
    }

    [Fact]
    public async Task Should_Never_Give_One_Slot_Twice_To_However_Many_Processes()
    {
        // Given
        var (first, host) = await _workshop.StartAsync();
        await first.SlotsAsync(host, "@telco", Times, CancellationToken.None);
        var processes = new List<(PostingPlugin Plugin, Plugins.Testing.FakeHost Host)> { (first, host) };
        for (var process = 0; process < 3; process++)
            processes.Add(await _workshop.StartAsync());

        // When
        await Task.WhenAll(processes.SelectMany((process, number) => Enumerable.Range(0, 5)
            .Select(post => process.Plugin.QueueAsync(process.Host, "@telco", $"{number} {post}", CancellationToken.None))));

        // Then: twenty working half days, without a hole.
        Slots().Distinct().Count().ShouldBe(20);
        Slots().Max().ShouldBe("2026-03-16T08:00:00Z");
    }

    [Fact]
    public async Task Should_Free_A_Slot_When_Its_Post_Is_Taken_Out_Or_Back()
    {
        // Given
        var (plugin, host) = await _workshop.StartAsync();
        await plugin.SlotsAsync(host, "@telco", Times, CancellationToken.None);
        await plugin.QueueAsync(host, "@telco", "one", CancellationToken.None);
        await plugin.QueueAsync(host, "@telco", "two", CancellationToken.None);

        // When: the one becomes a draft, the other is taken back, and two more take their places.
        await plugin.QueueOutAsync(host, 1, CancellationToken.None);
        await plugin.TakeBackQueuedAsync(host, "@telco", CancellationToken.None);
        await plugin.QueueAsync(host, "@telco", "three", CancellationToken.None);
        await plugin.QueueAsync(host, "@telco", "four", CancellationToken.None);
        await plugin.RestoreAsync(host, 2, CancellationToken.None);

        // Then: what is put back has lost its slot.
        _workshop.States().ShouldBe(["draft", "draft", "scheduled", "scheduled"]);
        Slots().ShouldBe(["2026-03-02T12:00:00Z", "2026-03-03T08:00:00Z"]);
        (await plugin.QueueMoveAsync(host, 1, "", CancellationToken.None)).Rows[0]["state"].ToString().ShouldBe("scheduled");
        Slots()[^1].ShouldBe("2026-03-03T12:00:00Z");
    }

    [Fact]
    public async Task Should_Move_A_Post_To_A_Slot_That_Is_Free_And_To_No_Other_Time()
    {
        // Given
        var (plugin, host) = await _workshop.StartAsync();
        await plugin.SlotsAsync(host, "@telco", Times, CancellationToken.None);
        await plugin.QueueAsync(host, "@telco", "one", CancellationToken.None);
        await plugin.QueueAsync(host, "@telco", "two", CancellationToken.None);

        // When
        await plugin.QueueMoveAsync(host, 1, "2026-03-06 13:00 Europe/Oslo", CancellationToken.None);
        var taken = await Should.ThrowAsync<WrongUseException>(() => plugin.QueueMoveAsync(host, 1, "2026-03-03 09:00 Europe/Oslo", CancellationToken.None));
        var none = await Should.ThrowAsync<WrongUseException>(() => plugin.QueueMoveAsync(host, 1, "2026-03-03 09:01 Europe/Oslo", CancellationToken.None));

        // Then
        Slots().ShouldBe(["2026-03-03T08:00:00Z", "2026-03-06T12:00:00Z"]);
        taken.Message.ShouldContain("is taken");
        none.Message.ShouldContain("is no slot of @telco");
        (await Should.ThrowAsync<WrongUseException>(() => plugin.QueueMoveAsync(host, 9, "", CancellationToken.None))).Message.ShouldContain("There is no post 9 here.");
    }

    [Fact]
    public async Task Should_Take_Slots_From_The_Settings_Where_No_Command_Gave_Any()
    {
        _workshop.Settings["slots"] = "@telco_nb daily 06:30 Europe/Oslo";
        var (plugin, host) = await _workshop.StartAsync();

        await plugin.QueueAsync(host, "@telco_nb", "god morgen", CancellationToken.None);
        var nobody = await Should.ThrowAsync<WrongUseException>(() => plugin.QueueAsync(host, "@telco", "hello", CancellationToken.None));
        var wrong = await Should.ThrowAsync<WrongUseException>(() => plugin.SlotsAsync(host, "@telco", "Mon-Fri 09:00 Europe/Olso", CancellationToken.None));

        Slots().ShouldBe(["2026-03-03T05:30:00Z"]);
        nobody.Message.ShouldStartWith("@telco has no slots. Give it some: posting.slots profile=@telco");
        wrong.Message.ShouldContain("Did you mean \"Europe/Oslo\"?");
    }

    [Fact]
    public async Task Should_Not_Queue_What_A_Check_Stands_Against()
    {
        var (plugin, host) = await _workshop.StartAsync();
        await plugin.SlotsAsync(host, "@telco", Times, CancellationToken.None);

        await Should.ThrowAsync<NotPublishedException>(() => plugin.QueueAsync(host, "@telco", " ", CancellationToken.None));

        Slots().ShouldBeEmpty();
        _workshop.States().ShouldBeEmpty();
    }

    [Fact]
    public async Task Should_Not_Move_A_Post_To_A_Slot_That_Has_Passed()
    {
        var (plugin, host) = await _workshop.StartAsync();
        await plugin.SlotsAsync(host, "@telco", Times, CancellationToken.None);
        await plugin.QueueAsync(host, "@telco", "one", CancellationToken.None);

        var passed = await Should.ThrowAsync<WrongUseException>(() => plugin.QueueMoveAsync(host, 1, "2026-03-02 09:00 Europe/Oslo", CancellationToken.None));

        passed.Message.ShouldContain("has passed");
        Slots().ShouldBe(["2026-03-02T12:00:00Z"]);
        await plugin.SendAsync(host, CancellationToken.None);
        _workshop.States().ShouldBe(["scheduled"]);
    }

    [Fact]
    public async Task Should_Leave_Time_To_Take_Back_What_Moves_To_A_Slot_That_Is_Near()
    {
        // Given: five minutes before the slot, in a workspace that waits ten.
        _workshop.Settings["undo"] = "10m";
        var (plugin, host) = await _workshop.StartAsync();
        await plugin.SlotsAsync(host, "@telco", Times, CancellationToken.None);
        await plugin.DraftAsync(host, "@telco", "one", CancellationToken.None);
        _workshop.Clock.Advance(new DateTimeOffset(2026, 3, 2, 11, 55, 0, TimeSpan.Zero) - _workshop.Clock.GetUtcNow());

        // When
        await plugin.QueueMoveAsync(host, 1, "", CancellationToken.None);
        await plugin.QueueAsync(host, "@telco", "two", CancellationToken.None);

        // Then
        Slots().ShouldBe(["2026-03-02T12:00:00Z", "2026-03-03T08:00:00Z"]);
        _workshop.Column("due_at").ShouldBe(
            [new DateTimeOffset(2026, 3, 2, 12, 5, 0, TimeSpan.Zero).ToUnixTimeMilliseconds(), new DateTimeOffset(2026, 3, 3, 8, 0, 0, TimeSpan.Zero).ToUnixTimeMilliseconds()]);
    }

    [Fact]
    public async Task Should_Give_Whoever_Names_It_The_Slot_Of_What_Was_Taken_Back()
    {
        var (plugin, host) = await _workshop.StartAsync();
        await plugin.SlotsAsync(host, "@telco", Times, CancellationToken.None);
        await plugin.QueueAsync(host, "@telco", "one", CancellationToken.None);
        await plugin.QueueAsync(host, "@telco", "two", CancellationToken.None);
        await plugin.UndoAsync(host, 1, CancellationToken.None);

        await plugin.QueueMoveAsync(host, 2, "2026-03-02 13:00 Europe/Oslo", CancellationToken.None);

        Slots().ShouldBe(["2026-03-02T12:00:00Z"]);
        await plugin.RestoreAsync(host, 1, CancellationToken.None);
        _workshop.States().ShouldBe(["draft", "scheduled"]);
    }

    [Fact]
    public async Task Should_Keep_Every_Slot_Given_When_The_Rules_Of_The_Zone_Have_Changed()
    {
        // Given: queued when Oslo was to have summer time no more, so that nine o'clock there was eight in UTC.
        var (plugin, host) = await _workshop.StartAsync();
        await plugin.SlotsAsync(host, "@telco", "daily 09:00,10:00 Europe/Oslo", CancellationToken.None);
        _workshop.Clock.Advance(new DateTimeOffset(2026, 6, 30, 12, 0, 0, TimeSpan.Zero) - _workshop.Clock.GetUtcNow());
        await plugin.QueueAsync(host, "@telco", "one", CancellationToken.None);
        await plugin.QueueAsync(host, "@telco", "two", CancellationToken.None);
        _workshop.Database.Query("update posting_target set due_at = due_at + 3600000");
        _workshop.Database.Query("update posting_post set planned_at = planned_at + 3600000");
        _workshop.Database.Query("update posting_queued set slot = slot + 3600000 where post = 2");
        _workshop.Database.Query("update posting_queued set slot = slot + 3600000 where post = 1");

        // When
        var (later, elsewhere) = await _workshop.StartAsync();
        using var stop = new CancellationTokenSource();
        var working = later.WorkAsync(elsewhere, stop.Token);
        await _workshop.UntilAsync(() => _workshop.Column("due_at")[0].Equals(new DateTimeOffset(2026, 7, 1, 7, 0, 0, TimeSpan.Zero).ToUnixTimeMilliseconds()));
        await stop.CancelAsync();
        await working;

        // Then
        Slots().ShouldBe(["2026-07-01T07:00:00Z", "2026-07-01T08:00:00Z"]);
        await later.QueueAsync(elsewhere, "@telco", "three", CancellationToken.None);
        Slots()[^1].ShouldBe("2026-07-02T07:00:00Z");
    }

    private List<string> Slots() => [.. _workshop.Database.Query("select slot from posting_queued order by slot")
        .Select(slot => DueTime.NameOf(DateTimeOffset.FromUnixTimeMilliseconds((long)slot)))];

    public void Dispose() => _workshop.Dispose();
}
