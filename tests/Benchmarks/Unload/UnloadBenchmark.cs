using System.Globalization;
using PluginHost.Benchmarks.Measuring;
using PluginHost.Benchmarks.Reporting;

namespace PluginHost.Benchmarks.Unload;

/// <summary>
/// Loads posting, publishes with it, reads back, and unloads it, over and over in one process. Every round must end with the plugin gone from
/// memory. The network's plugin goes too, in every tenth round: posting reaches it through the engine, which may hold it by mistake.
/// </summary>
internal sealed class UnloadBenchmark : Benchmark
{
    private const int NetworkEvery = 10;
    private const int WarmUp = 20;

    public override string Name => "unload";

    public override string Description =>
        "Loads, uses and unloads a plugin 1,000 times in one process; it fails where anything stays in memory.";

    public override int Rounds => 1_000;

    public override async Task<int> RunAsync(int rounds, FileInfo? json, CancellationToken cancel)
    {
        using var temporary = new TemporaryFolder();
        await using var subject = UnloadSubject.Open(temporary);
        await subject.ControlAsync(cancel);
        var machine = Machine.Here();
        for (var i = 1; i <= WarmUp; i++)
            await subject.RunAsync(i, withNetwork: i % NetworkEvery == 0, cancel);

        var memory = new List<MemoryMark> { MemoryMark.After(0) };
        var taken = new List<UnloadRound>();
        for (var i = 1; i <= rounds; i++)
        {
            var isMark = i == rounds || i % Math.Max(1, rounds / 4) == 0;
            taken.Add(await subject.RunAsync(WarmUp + i, withNetwork: isMark || i % NetworkEvery == 0, cancel));
            if (isMark)
            {
                memory.Add(MemoryMark.After(i));
                Console.Error.WriteLine($"Round {i} of {rounds}, load average {Machine.LoadText()}.");
            }
        }

        machine = machine.AtEnd();
        var alive = memory[^1].Alive;
        Report.Print(machine, $"{rounds} after {WarmUp} to warm up; posting in each, rehearsal in every {NetworkEvery}th");
        Print(taken);
        Print(memory);
        Console.WriteLine("Control: a plugin that was held on purpose was seen to stay.");
        Console.WriteLine(alive == 0
            ? $"None of the {rounds} loaded copies is alive."
            : $"{alive} copies are ALIVE, and should not be.");
        Report.Write(json, new { Benchmark = Name, Machine = machine, Rounds = taken, Memory = memory });
        return alive == 0 ? 0 : 1;
    }

    private static void Print(IReadOnlyList<UnloadRound> rounds)
    {
        var tenth = Math.Max(1, rounds.Count / 10);
        Report.Print(
            ["per round, medians", "load ms", "use ms", "unload ms", "whole ms", "CPU ms"],
            [Row("all", rounds), Row("the first tenth", [.. rounds.Take(tenth)]), Row("the last tenth", [.. rounds.TakeLast(tenth)])]);
    }

    private static string[] Row(string name, IReadOnlyList<UnloadRound> rounds) =>
    [
        name,
        Median(rounds, round => round.Load),
        Median(rounds, round => round.Use),
        Median(rounds, round => round.Unload),
        Median(rounds, round => round.Load + round.Use + round.Unload),
        Median(rounds, round => round.Processor),
    ];

    private static string Median(IReadOnlyList<UnloadRound> rounds, Func<UnloadRound, double> part) =>
        Figure.Milliseconds(Middle.Of(rounds.Select(part)));

    private static void Print(IReadOnlyList<MemoryMark> memory) => Report.Print(
        ["after round", "managed MB", "working set MB", "copies alive"],
        memory.Select(mark => (IReadOnlyList<string>)
        [
            mark.Round.ToString(CultureInfo.InvariantCulture),
            Figure.Megabytes(mark.Managed),
            Figure.Megabytes(mark.WorkingSet),
            mark.Alive.ToString(CultureInfo.InvariantCulture),
        ]));
}
