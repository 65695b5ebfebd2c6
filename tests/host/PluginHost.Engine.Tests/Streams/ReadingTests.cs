using PluginHost.Engine.Streams;
using PluginHost.Sdk;

namespace PluginHost.Engine.Tests.Streams;

/// <summary>What comes from a source to the log.</summary>
public abstract class ReadingTests(StoreDialect dialect)
{
    private const string Stream = StreamBench.Stream;

    [Fact]
    public async Task Should_Keep_What_A_Source_Tells_In_Its_Order()
    {
        await using var bench = new StreamBench(dialect);
        var process = bench.Start();

        process.Read(Stream, new TestSource { Count = 250 });
        await StreamBench.UntilAsync(async () => (await process.LogAsync(Stream)).Count == 250);

        var log = await process.LogAsync(Stream);
        log.Select(item => item.Id).ShouldBe(Enumerable.Range(1, 250).Select(number => $"e{number}"));
        log.Select(item => item.Position).ShouldBe(Enumerable.Range(1, 250).Select(number => (long)number));
        log[0].Data["text"].ToString().ShouldBe("said e1");
        log[0].At.ShouldBe(new DateTimeOffset(2026, 3, 2, 8, 0, 0, TimeSpan.Zero));
        log[0].Gap.ShouldBe("");
    }

    [Fact]
    public async Task Should_Keep_Once_What_A_Source_Repeats()
    {
        // Given a source that repeats within a page, from page to page, and jumps back to its beginning
        await using var bench = new StreamBench(dialect);
        var process = bench.Start();
        HeardPage[] pages =
        [
            TestSource.Page("1", "a", "b", "a"),
            TestSource.Page("2", "b", "c"),
            TestSource.Page(null, "a", "b", "c"),
            TestSource.Page("1", "a", "d", "b"),
        ];
        var source = new TestSource { Instead = (time, cursor) => time <= pages.Length ? pages[time - 1] : TestSource.Page(cursor, "c") };

        // When
        process.Read(Stream, source);
        await StreamBench.UntilAsync(() => source.Asked == 5);
        await StreamBench.PauseAsync();

        // Then
        (await process.LogAsync(Stream)).Select(item => item.Id).ShouldBe(["a", "b", "c", "d"]);
        source.Cursors.ShouldBe([null, "1", "2", null, "1"]);
    }

    [Fact]
    public async Task Should_Keep_Streams_Apart()
    {
        await using var bench = new StreamBench(dialect);
        var process = bench.Start();

        process.Read("one", new TestSource { Count = 3 });
        process.Read("two", new TestSource { Count = 2 });

        await StreamBench.UntilAsync(async () => (await process.LogAsync("one")).Count == 3 && (await process.LogAsync("two")).Count == 2);
    }

    [Fact]
    public async Task Should_Tell_Of_A_Gap_Where_It_Is()
    {
        // Given
        await using var bench = new StreamBench(dialect);
        var process = bench.Start();
        var source = new TestSource
        {
            Instead = (time, cursor) => time switch
            {
                1 => TestSource.Page("1", "a"),
                2 => TestSource.Page("2", "b") with { Gap = "an hour is lost" },
                _ => TestSource.Page(cursor),
            },
        };

        // When
        process.Read(Stream, source);
        await StreamBench.UntilAsync(() => source.Asked == 3);

        // Then
        var log = await process.LogAsync(Stream);
        log.Select(item => item.Id).ShouldBe(["a", "", "b"]);
        log[1].Gap.ShouldBe("an hour is lost");
        log[1].Data.Fields.ShouldBeEmpty();
        log[1].At.ShouldBe(bench.Clock.GetUtcNow());
    }

    [Fact]
    public async Task Should_Tell_Once_Of_A_Gap_That_A_Source_Stands_Before()
    {
        await using var bench = new StreamBench(dialect);
        var process = bench.Start();
        var source = new TestSource { Instead = (_, cursor) => TestSource.Page(cursor) with { Gap = "an hour is lost" } };

        process.Read(Stream, source);
        await bench.AdvanceUntilAsync(TimeSpan.FromSeconds(2), () => source.Asked >= 4);

        (await process.LogAsync(Stream)).Count.ShouldBe(1);
    }

    [Fact]
    public async Task Should_Wait_The_Sources_Pause_Where_Nothing_Is_New()
    {
        // Given
        await using var bench = new StreamBench(dialect);
        var process = bench.Start();
        var source = new TestSource { Count = 1, Pause = TimeSpan.FromSeconds(30) };
        process.Read(Stream, source);
        await StreamBench.UntilAsync(() => source.Asked == 2);

        // When
        await bench.PassAsync(TimeSpan.FromSeconds(29), TimeSpan.FromSeconds(1));

        // Then
        source.Asked.ShouldBe(2);
        await bench.AdvanceUntilAsync(TimeSpan.FromSeconds(1), () => source.Asked == 3);
    }

    [Fact]
    public async Task Should_Not_Ask_Without_End_A_Source_That_Tells_The_Same_Page_Again_And_Again()
    {
        await using var bench = new StreamBench(dialect);
        var process = bench.Start();
        var source = new TestSource { Instead = (_, _) => TestSource.Page("here", "a") };

        process.Read(Stream, source);
        await StreamBench.UntilAsync(() => source.Asked == 2);
        await StreamBench.PauseAsync();

        source.Asked.ShouldBe(2);
    }

    [Fact]
    public async Task Should_Ask_Again_From_The_Same_Cursor_After_A_Pause_That_Grows()
    {
        // Given
        await using var bench = new StreamBench(dialect);
        var process = bench.Start();
        var times = new List<DateTimeOffset>();
        var source = new TestSource
        {
            Instead = (time, cursor) =>
            {
                lock (times)
                    times.Add(bench.Clock.GetUtcNow());

                return time switch
                {
                    1 => TestSource.Page("1", "a"),
                    <= 5 => HeardPage.Failed,
                    6 => TestSource.Page("2", "b"),
                    _ => TestSource.Page(cursor),
                };
            },
        };

        // When
        process.Read(Stream, source);
        await bench.AdvanceUntilAsync(TimeSpan.FromSeconds(0.1), () => source.Asked >= 6);

        // Then
        source.Cursors.Take(6).ShouldBe([null, "1", "1", "1", "1", "1"]);
        var pauses = times.Skip(1).Zip(times.Skip(2), (before, after) => after - before).Take(4).ToList();
        pauses[0].ShouldBeGreaterThanOrEqualTo(TimeSpan.FromSeconds(1));
        pauses[1].ShouldBeGreaterThanOrEqualTo(TimeSpan.FromSeconds(2));
        pauses[2].ShouldBeGreaterThanOrEqualTo(TimeSpan.FromSeconds(4));
        pauses[3].ShouldBeGreaterThanOrEqualTo(TimeSpan.FromSeconds(8));
    }

    [Fact]
    public async Task Should_Leave_A_Silent_Source_To_Others_Who_May_Reach_It()
    {
        // Given a process for which the source is silent, and one that waits
        await using var bench = new StreamBench(dialect);
        var deaf = bench.Start();
        var silent = new TestSource { Instead = (_, _) => HeardPage.Failed };
        deaf.Read(Stream, silent);
        await StreamBench.UntilAsync(() => silent.Asked == 1);
        var other = bench.Start();
        other.Read(Stream, new TestSource { Count = 3 });

        // When, Then
        await bench.AdvanceUntilAsync(TimeSpan.FromSeconds(1), async () => (await other.LogAsync(Stream)).Count == 3);
    }

    [Fact]
    public async Task Should_Move_On_Over_Pages_Of_Which_Nobody_Wants_Anything()
    {
        // Given a source whose pages are filtered out whole
        await using var bench = new StreamBench(dialect);
        var first = bench.Start();
        var source = new TestSource { Instead = (time, _) => TestSource.Page($"{Math.Min(time, 40)}") };
        first.Read(Stream, source);
        await StreamBench.UntilAsync(() => source.Asked == 41);

        // When
        await first.EndAsync();
        var second = bench.Start();
        var next = new TestSource { Instead = (_, cursor) => TestSource.Page(cursor) };
        second.Read(Stream, next);
        await bench.AdvanceUntilAsync(TimeSpan.FromSeconds(1), () => next.Asked > 0);

        // Then
        next.Cursors[0].ShouldBe("40");
        (await second.LogAsync(Stream)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Should_Go_On_After_The_Store_Was_Not_To_Be_Had_And_Say_So_Once()
    {
        // Given a process whose store answers no more
        await using var bench = new StreamBench(dialect);
        var process = bench.Start();
        var source = new TestSource { Count = 1 };
        process.Read(Stream, source);
        await StreamBench.UntilAsync(async () => (await process.LogAsync(Stream)).Count == 1);
        process.KillAfter(1);
        source.Count = 3;
        await bench.PassAsync(TimeSpan.FromSeconds(20), TimeSpan.FromSeconds(1));

        // When
        process.KillAfter(int.MaxValue);

        // Then
        await bench.AdvanceUntilAsync(TimeSpan.FromSeconds(1), async () => (await process.LogAsync(Stream)).Count == 3);
        process.Output.Lines.Count(line => line.Text.Contains("is not read for now", StringComparison.Ordinal)).ShouldBe(1);
    }
}
