using PluginHost.Engine.Streams;
using PluginHost.Sdk;

namespace PluginHost.Engine.Tests.Streams;

/// <summary>Who reads a source.</summary>
public abstract class LeaseTests(StoreDialect dialect)
{
    private const string Stream = StreamBench.Stream;

    [Fact]
    public async Task Should_Read_A_Source_In_One_Process_At_A_Time()
    {
        // Given
        await using var bench = new StreamBench(dialect);
        var (one, two) = (bench.Start(), bench.Start());
        var (first, second) = (new TestSource { Count = 5 }, new TestSource { Count = 5 });
        one.Read(Stream, first);
        await StreamBench.UntilAsync(() => first.Asked == 2);

        // When
        two.Read(Stream, second);
        await PassRenewingAsync(bench, one, TimeSpan.FromMinutes(1));

        // Then
        second.Asked.ShouldBe(0);
        first.Asked.ShouldBeGreaterThan(10);
    }

    [Fact]
    public async Task Should_Pass_On_With_Its_Cursor_When_The_Owner_Dies_And_Not_Before()
    {
        // Given
        await using var bench = new StreamBench(dialect);
        var (one, two) = (bench.Start(), bench.Start());
        var (first, second) = (new TestSource { Count = 5 }, new TestSource { Count = 8 });
        one.Read(Stream, first);
        await StreamBench.UntilAsync(() => first.Asked == 2);
        two.Read(Stream, second);

        // When
        one.Kill();
        await bench.PassAsync(StreamLease.Length - TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(1));
        var before = second.Asked;
        await bench.AdvanceUntilAsync(TimeSpan.FromSeconds(1), () => second.Asked > 0);

        // Then
        before.ShouldBe(0);
        second.Cursors[0].ShouldBe("5");
        await StreamBench.UntilAsync(async () => (await two.LogAsync(Stream)).Count == 8);
    }

    [Fact]
    public async Task Should_Be_Given_Back_By_A_Process_That_Ends()
    {
        // Given
        await using var bench = new StreamBench(dialect);
        var (one, two) = (bench.Start(), bench.Start());
        var (first, second) = (new TestSource { Count = 5 }, new TestSource { Count = 5 });
        one.Read(Stream, first);
        await StreamBench.UntilAsync(() => first.Asked == 2);

        // When
        await one.EndAsync();
        two.Read(Stream, second);

        // Then: no time passes
        await StreamBench.UntilAsync(() => second.Asked == 1);
        second.Cursors[0].ShouldBe("5");
    }

    [Fact]
    public async Task Should_Pass_On_Within_A_Process_At_Once()
    {
        // Given two plugins of one process
        await using var bench = new StreamBench(dialect);
        var process = bench.Start();
        var (first, second) = (new TestSource { Count = 1 }, new TestSource { Count = 1 });
        using var end = new CancellationTokenSource();
        var one = new SourceReader(Stream, first.HearAsync, process.Service).RunAsync(end.Token);
        await StreamBench.UntilAsync(() => first.Asked == 2);
        process.Read(Stream, second);
        await StreamBench.PauseAsync();

        // When
        await end.CancelAsync();
        await one;

        // Then
        await StreamBench.UntilAsync(() => second.Asked == 1);
    }

    [Fact]
    public async Task Should_Be_Kept_While_The_Source_Waits_For_Something_To_Come()
    {
        // Given a source that takes two minutes to answer
        await using var bench = new StreamBench(dialect);
        var (one, two) = (bench.Start(), bench.Start());
        var slow = new TestSource { Count = 1, Before = (_, cancel) => Task.Delay(TimeSpan.FromMinutes(2), bench.Clock, cancel) };
        var other = new TestSource { Count = 1 };
        one.Read(Stream, slow);
        await StreamBench.UntilAsync(() => slow.Asked == 1);
        two.Read(Stream, other);

        // When
        await PassRenewingAsync(bench, one, TimeSpan.FromMinutes(2));

        // Then
        await StreamBench.UntilAsync(async () => (await one.LogAsync(Stream)).Count == 1);
        other.Asked.ShouldBe(0);
    }

    [Fact]
    public async Task Should_Write_Nothing_Of_A_Page_That_Came_After_It_Was_Lost()
    {
        // Given a process that stood still with a page on its way, while another has taken the lease
        await using var bench = new StreamBench(dialect);
        var (one, two) = (bench.Start(new FakeClock()), bench.Start());
        var answer = new TaskCompletionSource();
        var late = new TestSource { Instead = (time, _) => TestSource.Page("late", $"late{time}"), Before = (_, _) => answer.Task };
        one.Read(Stream, late);
        await StreamBench.UntilAsync(() => late.Asked == 1);
        var prompt = new TestSource { Count = 3 };
        two.Read(Stream, prompt);
        await bench.AdvanceUntilAsync(TimeSpan.FromSeconds(1), async () => (await two.LogAsync(Stream)).Count == 3);

        // When
        answer.SetResult();
        await StreamBench.PauseAsync();

        // Then
        (await two.LogAsync(Stream)).Select(item => item.Id).ShouldBe(["e1", "e2", "e3"]);
        await two.EndAsync();
        var third = bench.Start();
        var next = new TestSource();
        third.Read(Stream, next);
        await bench.AdvanceUntilAsync(TimeSpan.FromSeconds(1), () => next.Asked > 0);
        next.Cursors[0].ShouldBe("3");
    }

    [Fact]
    public async Task Should_Be_Taken_Anew_After_The_Machine_Slept_Before_Anything_Is_Written()
    {
        // Given a page on its way when the machine falls asleep, for less time than the lease lasts
        await using var bench = new StreamBench(dialect);
        var clock = new SleepyClock(bench.Clock);
        var process = bench.Start(clock);
        var answer = new TaskCompletionSource();
        var source = new TestSource { Count = 2, Before = (time, _) => time == 1 ? answer.Task : Task.CompletedTask };
        process.Read(Stream, source);
        await StreamBench.UntilAsync(() => source.Asked == 1);

        // When
        clock.Sleep(TimeSpan.FromSeconds(4));
        answer.SetResult();

        // Then the page is asked for again
        await StreamBench.UntilAsync(() => source.Asked >= 2);
        source.Cursors[1].ShouldBeNull();
        await StreamBench.UntilAsync(async () => (await process.LogAsync(Stream)).Count == 2);
    }

    [Fact]
    public async Task Should_Be_Kept_Where_The_Clock_Only_Wavers()
    {
        await using var bench = new StreamBench(dialect);
        var clock = new SleepyClock(bench.Clock);
        var process = bench.Start(clock);
        var answer = new TaskCompletionSource();
        var source = new TestSource { Count = 2, Before = (time, _) => time == 1 ? answer.Task : Task.CompletedTask };
        process.Read(Stream, source);
        await StreamBench.UntilAsync(() => source.Asked == 1);

        clock.Sleep(TimeSpan.FromSeconds(1));
        answer.SetResult();

        await StreamBench.UntilAsync(() => source.Asked >= 2);
        source.Cursors[1].ShouldBe("2");
    }

    [Fact]
    public async Task Should_Not_Hold_For_Ever_When_It_Is_Of_A_Machine_Whose_Clock_Was_Wrong()
    {
        // Given
        await using var bench = new StreamBench(dialect);
        var ahead = bench.Start(new FakeClock(bench.Clock.GetUtcNow().AddYears(3)));
        var first = new TestSource { Count = 1 };
        ahead.Read(Stream, first);
        await StreamBench.UntilAsync(() => first.Asked == 2);
        ahead.Kill();

        // When
        var source = new TestSource { Count = 2 };
        bench.Start().Read(Stream, source);

        // Then
        await bench.AdvanceUntilAsync(TimeSpan.FromSeconds(1), () => source.Asked > 0);
    }

    // However busy the machine is: no second passes before the owner has renewed in time.
    private static async Task PassRenewingAsync(StreamBench bench, StreamProcess owner, TimeSpan time)
    {
        for (var passed = TimeSpan.Zero; passed < time; passed += TimeSpan.FromSeconds(1))
        {
            bench.Clock.Advance(TimeSpan.FromSeconds(1));
            var least = bench.Clock.GetUtcNow() + StreamLease.Length - StreamLease.Interval - TimeSpan.FromSeconds(3);
            await StreamBench.UntilAsync(async () => await owner.LeaseUntilAsync(Stream) >= least);
        }
    }
}
