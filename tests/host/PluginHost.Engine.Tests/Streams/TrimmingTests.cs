using PluginHost.Engine.Streams;
using PluginHost.Sdk;

namespace PluginHost.Engine.Tests.Streams;

/// <summary>What goes from a log, and when.</summary>
public abstract class TrimmingTests(StoreDialect dialect)
{
    private const string Stream = StreamBench.Stream;

    // Trimmed every ten seconds, in pieces that are smaller than the logs here; days are minutes.
    private static readonly StreamKeeping Keeping = new()
    {
        Events = TimeSpan.FromMinutes(1),
        Ids = TimeSpan.FromMinutes(12),
        Takers = TimeSpan.FromMinutes(10),
        Interval = TimeSpan.FromSeconds(10),
        Piece = 2,
    };

    // Less than a lease lasts, and less than after what it is renewed.
    private static readonly TimeSpan Step = TimeSpan.FromSeconds(4);

    [Fact]
    public void Should_Keep_A_Day_Of_Events_A_Month_Of_Ids_And_Wait_A_Week_For_Takers()
    {
        var keeping = new StreamKeeping();

        keeping.Events.ShouldBe(TimeSpan.FromDays(1));
        keeping.Ids.ShouldBe(TimeSpan.FromDays(30));
        keeping.Takers.ShouldBe(TimeSpan.FromDays(7));
    }

    [Fact]
    public async Task Should_Trim_What_All_Takers_Have_Once_It_Is_Old_Enough()
    {
        // Given
        await using var bench = new StreamBench(dialect) { Keeping = Keeping };
        var process = await bench.StartWithTableAsync();
        process.Read(Stream, new TestSource { Count = 9 });
        process.Take(Stream, "inbox");
        await StreamBench.UntilAsync(async () => (await process.TakenAsync("inbox")).Count == 9);

        // When
        await bench.PassAsync(TimeSpan.FromSeconds(56), Step);
        (await process.LogAsync(Stream)).Count.ShouldBe(9);

        // Then
        await bench.AdvanceUntilAsync(Step, async () => (await process.LogAsync(Stream)).Count == 0);
    }

    [Fact]
    public async Task Should_Trim_A_Log_Without_Takers()
    {
        await using var bench = new StreamBench(dialect) { Keeping = Keeping };
        var process = bench.Start();
        process.Read(Stream, new TestSource { Count = 3 });

        await bench.AdvanceUntilAsync(Step, async () => await process.Service.Log.LastAsync(Stream, CancellationToken.None) == 3);
        await bench.AdvanceUntilAsync(Step, async () => (await process.LogAsync(Stream)).Count == 0);
    }

    [Fact]
    public async Task Should_Not_Trim_What_A_Taker_Has_Not_Taken()
    {
        // Given a taker that stumbles over the fifth event
        await using var bench = new StreamBench(dialect) { Keeping = Keeping };
        var process = await bench.StartWithTableAsync();
        var source = new TestSource { Count = 9 };
        process.Read(Stream, source);
        process.Take(Stream, "quick");
        process.Take(Stream, "slow", (events, _) => events.Any(item => item.Id == "e5") ? throw new InvalidOperationException() : Task.CompletedTask);
        await bench.AdvanceUntilAsync(Step, async () => (await process.LogAsync(Stream)).Count == 5);

        // When
        await bench.PassAsync(TimeSpan.FromMinutes(3), Step);

        // Then
        (await process.LogAsync(Stream)).Select(item => item.Id).ShouldBe(["e5", "e6", "e7", "e8", "e9"]);
    }

    [Fact]
    public async Task Should_Pass_Over_A_Taker_That_Has_Not_Moved_For_Long_And_Tell_It()
    {
        // Given a taker that took three and died
        await using var bench = new StreamBench(dialect) { Keeping = Keeping };
        var process = await bench.StartWithTableAsync();
        var source = new TestSource { Count = 3 };
        process.Read(Stream, source);
        process.Take(Stream, "dead");
        await StreamBench.UntilAsync(async () => (await process.TakenAsync("dead")).Count == 3);
        await process.EndAsync();
        source.Count = 9;
        var other = bench.Start();
        other.Read(Stream, source);
        await bench.AdvanceUntilAsync(Step, async () => await other.Service.Log.LastAsync(Stream, CancellationToken.None) == 9);
        await bench.AdvanceUntilAsync(Step, async () => (await other.LogAsync(Stream)).Count == 0);
        (bench.Clock.GetUtcNow() - new FakeClock().GetUtcNow()).ShouldBeGreaterThan(Keeping.Takers);

        // When it comes back
        source.Count = 10;
        other.Take(Stream, "dead");
        await bench.AdvanceUntilAsync(TimeSpan.FromSeconds(1), async () => (await other.TakenAsync("dead")).Count == 5);

        // Then
        (await other.TakenAsync("dead")).ShouldBe(["e1", "e2", "e3", "6 events were let go before they were taken", "e10"]);
    }

    [Fact]
    public async Task Should_Tell_A_Taker_That_Joined_At_The_Beginning_And_Never_Moved()
    {
        // Given
        await using var bench = new StreamBench(dialect) { Keeping = Keeping };
        var process = await bench.StartWithTableAsync();
        var source = new TestSource { Count = 9 };
        process.Take(Stream, "stuck", (_, _) => throw new InvalidOperationException());
        await StreamBench.PauseAsync();
        process.Read(Stream, source);
        await StreamBench.UntilAsync(() => process.Blamed.Count > 0);
        await process.EndAsync();
        var other = bench.Start();
        other.Read(Stream, source);
        await bench.AdvanceUntilAsync(Step, async () => (await other.LogAsync(Stream)).Count == 0);

        // When
        source.Count = 10;
        other.Take(Stream, "stuck");
        await bench.AdvanceUntilAsync(TimeSpan.FromSeconds(1), async () => (await other.TakenAsync("stuck")).Count == 2);

        // Then
        (await other.TakenAsync("stuck")).ShouldBe(["9 events were let go before they were taken", "e10"]);
    }

    [Fact]
    public async Task Should_Not_Tell_A_New_Taker_Of_What_Went_Before_It_Came()
    {
        // Given
        await using var bench = new StreamBench(dialect) { Keeping = Keeping };
        var process = await bench.StartWithTableAsync();
        var source = new TestSource { Count = 3 };
        process.Read(Stream, source);
        await bench.AdvanceUntilAsync(Step, async () => await process.Service.Log.LastAsync(Stream, CancellationToken.None) == 3);
        await bench.AdvanceUntilAsync(Step, async () => (await process.LogAsync(Stream)).Count == 0);

        // When
        source.Count = 4;
        process.Take(Stream, "new");
        await bench.AdvanceUntilAsync(TimeSpan.FromSeconds(1), async () => (await process.TakenAsync("new")).Count == 1);

        // Then
        (await process.TakenAsync("new")).ShouldBe(["e4"]);
    }

    [Fact]
    public async Task Should_Be_Trimmed_By_Processes_That_Never_Hold_The_Source_For_Long()
    {
        // Given: one that takes all and ends.
        await using var bench = new StreamBench(dialect) { Keeping = Keeping };
        var source = new TestSource { Count = 9 };
        var first = await bench.StartWithTableAsync();
        first.Read(Stream, source);
        first.Take(Stream, "inbox");
        await StreamBench.UntilAsync(async () => (await first.TakenAsync("inbox")).Count == 9);
        await first.EndAsync();
        (await first.LogAsync(Stream)).Count.ShouldBe(9);

        // When: another one comes when it is old enough, and ends at once.
        bench.Clock.Advance(Keeping.Events);
        source.Count = 10;
        var second = bench.Start();
        second.Read(Stream, source);
        await StreamBench.UntilAsync(async () => await second.Service.Log.LastAsync(Stream, CancellationToken.None) == 10);
        await second.EndAsync();

        // Then: all that was taken, and nothing else.
        (await second.LogAsync(Stream)).Select(item => item.Id).ShouldBe(["e10"]);
    }

    [Fact]
    public async Task Should_Pass_Over_Nobody_When_A_Process_Only_Came_By()
    {
        // Given: a taker that took three, and has not come back for long.
        await using var bench = new StreamBench(dialect) { Keeping = Keeping };
        var source = new TestSource { Count = 3 };
        var first = await bench.StartWithTableAsync();
        first.Read(Stream, source);
        first.Take(Stream, "away");
        await StreamBench.UntilAsync(async () => (await first.TakenAsync("away")).Count == 3);
        await first.EndAsync();

        // When
        for (source.Count = 6; source.Count <= 9; source.Count += 3)
        {
            bench.Clock.Advance(2 * Keeping.Takers);
            var passing = bench.Start();
            passing.Read(Stream, source);
            await StreamBench.UntilAsync(async () => await passing.Service.Log.LastAsync(Stream, CancellationToken.None) == source.Count);
            await passing.EndAsync();
        }

        // Then
        (await bench.Start().LogAsync(Stream)).Select(item => item.Id).ShouldBe(["e4", "e5", "e6", "e7", "e8", "e9"]);
    }

    [Fact]
    public async Task Should_Tell_A_Reader_Of_What_Went_Since_It_Read()
    {
        // Given
        await using var bench = new StreamBench(dialect) { Keeping = Keeping };
        var process = bench.Start();
        var source = new TestSource { Count = 5 };
        process.Read(Stream, source);
        await bench.AdvanceUntilAsync(Step, async () => await process.Service.Log.LastAsync(Stream, CancellationToken.None) == 5);
        await bench.AdvanceUntilAsync(Step, async () => (await process.LogAsync(Stream)).Count == 0);
        source.Count = 6;
        await bench.AdvanceUntilAsync(TimeSpan.FromSeconds(2), async () => (await process.LogAsync(Stream)).Count == 1);

        // When
        var since = await process.Service.Log.ReadAsync(Stream, 2, 10, bench.Clock.GetUtcNow(), CancellationToken.None);
        var one = await process.Service.Log.ReadAsync(Stream, 2, 1, bench.Clock.GetUtcNow(), CancellationToken.None);
        var next = await process.Service.Log.ReadAsync(Stream, one[0].Position, 1, bench.Clock.GetUtcNow(), CancellationToken.None);

        // Then
        since.Select(item => item.Id).ShouldBe(["", "e6"]);
        since[0].Gap.ShouldBe("3 events were let go before they were taken");
        one.ShouldHaveSingleItem().Gap.ShouldNotBeEmpty();
        next.ShouldHaveSingleItem().Id.ShouldBe("e6");
    }

    [Fact]
    public async Task Should_Know_Ids_Of_Events_That_Are_Gone_And_Forget_Them_Later()
    {
        // Given a source that begins again and again, and a log that was trimmed
        await using var bench = new StreamBench(dialect) { Keeping = Keeping };
        var process = await bench.StartWithTableAsync();
        var source = new TestSource { Instead = (_, _) => TestSource.Page("here", "a", "b", "c") };
        process.Read(Stream, source);
        process.Take(Stream, "inbox");
        await StreamBench.UntilAsync(async () => (await process.TakenAsync("inbox")).Count == 3);
        await bench.AdvanceUntilAsync(Step, async () => (await process.LogAsync(Stream)).Count == 0);

        // When it tells the same after the trim
        var asked = source.Asked;
        await bench.AdvanceUntilAsync(Step, () => source.Asked > asked + 3);

        // Then it is known, until ids are forgotten
        (await process.TakenAsync("inbox")).ShouldBe(["a", "b", "c"]);
        await bench.AdvanceUntilAsync(Step, async () => (await process.TakenAsync("inbox")).Count > 3);
        (bench.Clock.GetUtcNow() - new FakeClock().GetUtcNow()).ShouldBeGreaterThan(Keeping.Ids);
    }

    [Fact]
    public async Task Should_Let_Takers_Come_First_After_A_Long_Time_Off()
    {
        // Given a taker that took nothing of nine, and nobody for a day
        await using var bench = new StreamBench(dialect) { Keeping = Keeping };
        var before = await bench.StartWithTableAsync();
        var source = new TestSource { Count = 9 };
        before.Read(Stream, source);
        before.Take(Stream, "inbox", (_, _) => throw new InvalidOperationException());
        await StreamBench.UntilAsync(() => before.Blamed.Count > 0);
        await bench.PassAsync(TimeSpan.FromSeconds(40), Step);
        await before.EndAsync();
        bench.Clock.Advance(TimeSpan.FromDays(1));

        // When
        var after = bench.Start();
        after.Read(Stream, source);
        after.Take(Stream, "inbox");

        // Then
        await bench.AdvanceUntilAsync(TimeSpan.FromSeconds(1), async () => (await after.TakenAsync("inbox")).Count >= 9);
        (await after.TakenAsync("inbox")).ShouldBe(Enumerable.Range(1, 9).Select(number => $"e{number}"));
    }

    [Fact]
    public async Task Should_Trim_Nothing_With_A_Lease_That_Is_Anothers()
    {
        // Given
        await using var bench = new StreamBench(dialect);
        var process = bench.Start();
        process.Read(Stream, new TestSource { Count = 3 });
        await StreamBench.UntilAsync(async () => (await process.LogAsync(Stream)).Count == 3);
        var atOnce = new StreamKeeping { Events = TimeSpan.Zero, Ids = TimeSpan.Zero };

        // When
        var more = await process.Service.Log.TrimAsync(Stream, "somebody else", atOnce, bench.Clock.GetUtcNow(), CancellationToken.None);

        // Then
        more.ShouldBeFalse();
        (await process.LogAsync(Stream)).Count.ShouldBe(3);
    }
}
