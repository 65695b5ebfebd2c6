using PluginHost.Engine.Streams;
using PluginHost.Sdk;

namespace PluginHost.Engine.Tests.Streams;

public abstract class KillTests(StoreDialect dialect)
{
    private const string Stream = StreamBench.Stream;
    // The clock goes a little faster than the real one: time for leases to pass on, and for work to be done before its time is up.
    private static readonly TimeSpan Step = TimeSpan.FromMilliseconds(20);

    private static readonly string[] Takers = ["inbox", "listening", "script"];

    [Fact]
    public async Task Should_Take_Each_Event_Once_And_In_Order_Whatever_Is_Killed_Whenever()
    {
        // Given a source that repeats itself, and three takers
        const int Events = 10_000;
        const int Kills = 20;
        await using var bench = new StreamBench(dialect);
        var process = await bench.StartWithTableAsync();
        var source = new TestSource { Count = Events, Repeats = 7 };
        var places = new HashSet<string>();
        var seed = 1u;

        // When processes are killed, each at another place
        for (var kill = 0; kill < Kills; kill++)
        {
            seed = (seed * 1_664_525) + 1_013_904_223;
            process.KillAfter(5 + (int)(seed >> 16) % 60);
            Run(process, source);
            await bench.AdvanceUntilAsync(Step, () => process.IsDead);
            process.Kill();
            bench.Clock.Advance(StreamLease.Length);
            process = bench.Start();
            places.Add($"{await process.Service.Log.LastAsync(Stream, CancellationToken.None)}: {string.Join(' ', await CountsAsync(process))}");
        }

        Run(process, source);
        await bench.AdvanceUntilAsync(Step, async () => (await CountsAsync(process)).All(count => count >= Events));

        // Then
        var expected = Enumerable.Range(1, Events).Select(number => $"e{number}").ToList();
        foreach (var taker in Takers)
            (await process.TakenAsync(taker)).ShouldBe(expected);

        (await process.LogAsync(Stream)).Select(item => item.Id).ShouldBe(expected);
        places.Count.ShouldBeGreaterThan(Kills / 5, "The kills hit too few places to say much: " + string.Join(" | ", places) + ".");
    }

    [Fact]
    public async Task Should_Take_Each_Event_Once_With_Processes_That_Die_Beside_Each_Other()
    {
        // Given
        const int Events = 3_000;
        await using var bench = new StreamBench(dialect);
        var living = await bench.StartWithTableAsync();
        var source = new TestSource { Count = Events, PageSize = 30, Repeats = 3 };
        Run(living, source);

        // When
        for (var kill = 0; kill < 6; kill++)
        {
            var other = bench.Start();
            other.KillAfter(7 + (3 * kill));
            Run(other, source);
            await bench.AdvanceUntilAsync(TimeSpan.FromMilliseconds(200), () => other.IsDead);
            other.Kill();
            bench.Clock.Advance(StreamLease.Length);
        }

        await bench.AdvanceUntilAsync(Step, async () => (await CountsAsync(living)).All(count => count >= Events));

        // Then
        var expected = Enumerable.Range(1, Events).Select(number => $"e{number}").ToList();
        foreach (var taker in Takers)
            (await living.TakenAsync(taker)).ShouldBe(expected);
    }

    private static void Run(StreamProcess process, TestSource source)
    {
        process.Read(Stream, source);
        foreach (var taker in Takers)
            process.Take(Stream, taker);
    }

    private static async Task<IReadOnlyList<long>> CountsAsync(StreamProcess process)
    {
        var counts = new List<long>();
        foreach (var taker in Takers)
        {
            counts.AddRange(await process.Store.ReadAsync(
                $"select count(*) as n from guest_taken where taker = {taker}", row => row.Integer("n"), CancellationToken.None));
        }

        return counts;
    }
}
