using PluginHost.Engine.Streams;
using PluginHost.Sdk;

namespace PluginHost.Engine.Tests.Streams;

/// <summary>What takers do with a log.</summary>
public abstract class TakingTests(StoreDialect dialect)
{
    private const string Stream = StreamBench.Stream;

    [Fact]
    public async Task Should_Take_What_Comes_In_Its_Order_And_At_Most_Five_Hundred_At_Once()
    {
        // Given
        await using var bench = new StreamBench(dialect);
        var process = await bench.StartWithTableAsync();
        process.Read(Stream, new TestSource { Count = 1_200, PageSize = 1_200 });
        await StreamBench.UntilAsync(async () => (await process.LogAsync(Stream)).Count == 1_200);
        var sizes = new List<int>();

        // When
        process.Take(Stream, "inbox", (events, transaction) =>
        {
            sizes.Add(events.Count);
            return StreamProcess.WriteAsync("inbox", events, transaction);
        });

        // Then
        await StreamBench.UntilAsync(async () => (await process.TakenAsync("inbox")).Count == 1_200);
        (await process.TakenAsync("inbox")).ShouldBe(Enumerable.Range(1, 1_200).Select(number => $"e{number}"));
        sizes.ShouldBe([500, 500, 200]);
    }

    [Fact]
    public async Task Should_Wake_A_Taker_Of_This_Process_At_Once()
    {
        // Given a taker that waits
        await using var bench = new StreamBench(dialect);
        var process = await bench.StartWithTableAsync();
        process.Take(Stream, "inbox");
        await StreamBench.PauseAsync();

        // When
        process.Read(Stream, new TestSource { Count = 1 });

        // Then: no time passes
        await StreamBench.UntilAsync(async () => (await process.TakenAsync("inbox")).Count == 1);
    }

    [Fact]
    public async Task Should_Find_Within_A_Second_What_Another_Process_Has_Heard()
    {
        // Given
        await using var bench = new StreamBench(dialect);
        var process = await bench.StartWithTableAsync();
        process.Take(Stream, "inbox");
        await StreamBench.PauseAsync();
        var other = bench.Start();
        other.Read(Stream, new TestSource { Count = 1 });
        await StreamBench.UntilAsync(async () => (await other.LogAsync(Stream)).Count == 1);
        await StreamBench.PauseAsync();
        (await process.TakenAsync("inbox")).ShouldBeEmpty();

        // When
        bench.Clock.Advance(TimeSpan.FromSeconds(1));

        // Then
        await StreamBench.UntilAsync(async () => (await process.TakenAsync("inbox")).Count == 1);
    }

    [Fact]
    public async Task Should_Go_On_Where_The_Taker_Stopped()
    {
        // Given
        await using var bench = new StreamBench(dialect);
        var first = await bench.StartWithTableAsync();
        var source = new TestSource { Count = 3 };
        first.Read(Stream, source);
        first.Take(Stream, "inbox");
        await StreamBench.UntilAsync(async () => (await first.TakenAsync("inbox")).Count == 3);
        await first.EndAsync();

        // When
        source.Count = 5;
        var second = bench.Start();
        second.Read(Stream, source);
        second.Take(Stream, "inbox");

        // Then
        await StreamBench.UntilAsync(async () => (await second.TakenAsync("inbox")).Count >= 5);
        (await second.TakenAsync("inbox")).ShouldBe(["e1", "e2", "e3", "e4", "e5"]);
    }

    [Fact]
    public async Task Should_Share_The_Work_Of_One_Taker_Among_Processes()
    {
        // Given
        await using var bench = new StreamBench(dialect);
        var one = await bench.StartWithTableAsync();
        var two = bench.Start();
        one.Read(Stream, new TestSource { Count = 2_000, PageSize = 20 });

        // When
        one.Take(Stream, "inbox");
        two.Take(Stream, "inbox");

        // Then
        await bench.AdvanceUntilAsync(TimeSpan.FromSeconds(0.1), async () => (await one.TakenAsync("inbox")).Count >= 2_000);
        (await one.TakenAsync("inbox")).ShouldBe(Enumerable.Range(1, 2_000).Select(number => $"e{number}"));
    }

    [Fact]
    public async Task Should_Undo_Work_That_Throws_And_Try_Again_And_Say_So_Once()
    {
        // Given
        await using var bench = new StreamBench(dialect);
        var process = await bench.StartWithTableAsync();
        process.Read(Stream, new TestSource { Count = 3 });
        var attempts = 0;

        // When
        process.Take(Stream, "inbox", async (events, transaction) =>
        {
            await StreamProcess.WriteAsync("inbox", events, transaction);
            if (++attempts <= 3)
                throw new InvalidOperationException($"attempt {attempts}");
        });
        process.Take(Stream, "other");
        await StreamBench.UntilAsync(async () => (await process.TakenAsync("other")).Count == 3);
        (await process.TakenAsync("inbox")).ShouldBeEmpty();
        await bench.AdvanceUntilAsync(TimeSpan.FromSeconds(0.5), async () => (await process.TakenAsync("inbox")).Count >= 3);

        // Then
        (await process.TakenAsync("inbox")).ShouldBe(["e1", "e2", "e3"]);
        process.Blamed.ShouldBe(["attempt 1"]);
        process.Output.Lines.ShouldContain(line => line.Text.Contains("goes on", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Should_Wait_Longer_And_Longer_Before_It_Tries_Again()
    {
        // Given
        await using var bench = new StreamBench(dialect);
        var process = await bench.StartWithTableAsync();
        process.Read(Stream, new TestSource { Count = 1 });
        var times = new List<DateTimeOffset>();
        process.Take(Stream, "inbox", (_, _) =>
        {
            lock (times)
                times.Add(bench.Clock.GetUtcNow());

            throw new InvalidOperationException("no");
        });

        // When
        await bench.AdvanceUntilAsync(TimeSpan.FromSeconds(0.1), () => times.Count >= 4);

        // Then
        (times[1] - times[0]).ShouldBeGreaterThanOrEqualTo(TimeSpan.FromSeconds(1));
        (times[2] - times[1]).ShouldBeGreaterThanOrEqualTo(TimeSpan.FromSeconds(2));
        (times[3] - times[2]).ShouldBeGreaterThanOrEqualTo(TimeSpan.FromSeconds(4));
    }

    [Fact]
    public async Task Should_Let_Through_What_Comes_Before_The_Event_That_A_Taker_Stumbles_Over()
    {
        // Given
        await using var bench = new StreamBench(dialect);
        var process = await bench.StartWithTableAsync();
        process.Read(Stream, new TestSource { Count = 20 });
        process.Take(Stream, "inbox", async (events, transaction) =>
        {
            await StreamProcess.WriteAsync("inbox", events, transaction);
            if (events.Any(item => item.Id == "e14"))
                throw new InvalidOperationException("not that one");
        });

        // When, Then
        await bench.AdvanceUntilAsync(TimeSpan.FromSeconds(1), async () => (await process.TakenAsync("inbox")).Count == 13);
        await bench.PassAsync(TimeSpan.FromMinutes(2), TimeSpan.FromSeconds(5));
        (await process.TakenAsync("inbox"))[^1].ShouldBe("e13");
    }

    [Fact]
    public async Task Should_Give_Up_Work_That_Keeps_Others_From_Writing()
    {
        // Given a taker that does not come back
        await using var bench = new StreamBench(dialect);
        var process = await bench.StartWithTableAsync();
        process.Read(Stream, new TestSource { Count = 3 });
        var never = new TaskCompletionSource();
        var calls = 0;
        process.Take(Stream, "stuck", async (events, transaction) =>
        {
            calls++;
            await StreamProcess.WriteAsync("stuck", events, transaction);
            await never.Task;
        });
        await StreamBench.UntilAsync(() => calls == 1);
        process.Take(Stream, "other");

        // When
        await bench.AdvanceUntilAsync(TimeSpan.FromSeconds(1), async () => (await process.TakenAsync("other")).Count == 3);

        // Then it is not called again while it has not come back
        await bench.PassAsync(TimeSpan.FromSeconds(20), TimeSpan.FromSeconds(1));
        calls.ShouldBe(1);
        (await process.TakenAsync("stuck")).ShouldBeEmpty();
        process.Blamed.Distinct().ShouldHaveSingleItem().ShouldContain("not taken within 5 seconds");

        // And it is called again once it has
        never.SetResult();
        await bench.AdvanceUntilAsync(TimeSpan.FromSeconds(1), async () => (await process.TakenAsync("stuck")).Count == 3);
    }

    [Fact]
    public async Task Should_Begin_With_The_Oldest_Event_That_Is_Kept_Where_A_Taker_Is_New()
    {
        await using var bench = new StreamBench(dialect);
        var process = await bench.StartWithTableAsync();
        process.Read(Stream, new TestSource { Count = 3 });
        await StreamBench.UntilAsync(async () => (await process.LogAsync(Stream)).Count == 3);

        process.Take(Stream, "late");

        await StreamBench.UntilAsync(async () => (await process.TakenAsync("late")).Count == 3);
    }

    [Fact]
    public async Task Should_Hold_A_Taker_To_The_Tables_Of_Its_Plugin()
    {
        // Given
        await using var bench = new StreamBench(dialect);
        var process = await bench.StartWithTableAsync();
        process.Read(Stream, new TestSource { Count = 1 });

        // When
        process.Take(Stream, "thief", (_, transaction) => transaction.WriteAsync($"update pluginhost_stream_taker set position = 0"));

        // Then
        await StreamBench.UntilAsync(() => process.Blamed.Count > 0);
        process.Blamed[0].ShouldContain("pluginhost_stream_taker");
    }
}
