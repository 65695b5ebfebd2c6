using System.Globalization;
using PluginHost.Benchmarks.Measuring;
using PluginHost.Benchmarks.Reporting;

namespace PluginHost.Benchmarks.Reload;

/// <summary>
/// Reloads a plugin with a private library in another version than the host's, over and over in one process: whether all of it leaves, what each reload adds to the
/// memory once the process has warmed up, and what it takes beside an empty assembly that comes and goes.
/// </summary>
internal sealed class ReloadBenchmark : Benchmark
{
    private const double MostPerReload = 20;
    private const int Marks = 20;
    private const int Baselines = 100;

    public override string Name => "reload";

    public override string Description => "Reloads a plugin with a private YamlDotNet 13 1,000 times beside the host's 16; it fails where anything stays, or memory grows.";

    public override int Rounds => 1_000;

    public override int FewestRounds => 100;

    public override async Task<int> RunAsync(int rounds, FileInfo? json, CancellationToken cancel)
    {
        using var temporary = new TemporaryFolder();
        await using var subject = ReloadSubject.Open(temporary);
        var empty = new EmptyLoads(temporary);
        var machine = Machine.Here();
        var baseline = Enumerable.Range(0, Baselines).Select(_ => empty.Run()).ToList();
        var (taken, memory, alive) = (new List<Sample>(), new List<ReloadMark>(), 0);
        for (var round = 1; round <= rounds; round++)
        {
            taken.Add(await subject.ReloadAsync(round, cancel));
            if (round % (rounds / Marks) != 0)
                continue;

            alive = subject.CountAlive();
            memory.Add(new ReloadMark(round, GC.GetTotalMemory(forceFullCollection: false), Environment.WorkingSet));
            Console.Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"Round {round} of {rounds}, load average {Machine.LoadText()}."));
        }

        baseline.AddRange(Enumerable.Range(0, Baselines).Select(_ => empty.Run()));
        machine = machine.AtEnd();
        var later = memory.Where(mark => mark.Round >= rounds / 2).ToList();
        var (set, managed) = (ReloadMark.Slope(later, mark => mark.WorkingSet) / 1024, ReloadMark.Slope(later, mark => mark.Managed) / 1024);
        Print(machine, rounds, taken, baseline, memory);
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"From reload {rounds / 2} on, each adds {set:0.0} KB to the working set ({managed:0.0} KB of it managed); at most {MostPerReload:0} KB may be: {Figure.Met(set <= MostPerReload)}."));
        Console.WriteLine(alive == 0 ? $"None of the {rounds} copies is alive." : $"{alive} assemblies are ALIVE, and should not be.");
        Report.Write(json, new { Benchmark = Name, Machine = machine, Rounds = taken, Baseline = baseline, Memory = memory, WorkingSetSlope = set, ManagedSlope = managed, Alive = alive });
        return alive == 0 && set <= MostPerReload ? 0 : 1;
    }

    private static void Print(Machine machine, int rounds, List<Sample> taken, List<Sample> baseline, List<ReloadMark> memory)
    {
        Report.Print(machine, $"{rounds}; {baseline.Count} of the baseline, half of them before and half after");
        var (median, least) = (CaseFigures.MedianOf(taken), CaseFigures.MedianOf(baseline));
        Report.Print(
            ["medians", "wall ms", "CPU ms", "wall", "CPU"],
            [
                ["an empty assembly loaded and unloaded", Figure.Milliseconds(least.Wall), Figure.Milliseconds(least.Processor), "", ""],
                [
                    "a plugin reloaded, its library used",
                    Figure.Milliseconds(median.Wall), Figure.Milliseconds(median.Processor), Figure.Times(median.Wall / least.Wall), Figure.Times(median.Processor / least.Processor),
                ],
            ]);
        Report.Print(
            ["after round", "managed MB", "working set MB"],
            memory.Where((_, at) => at % 5 == 4).Select(mark => (IReadOnlyList<string>)
                [mark.Round.ToString(CultureInfo.InvariantCulture), Figure.Megabytes(mark.Managed), Figure.Megabytes(mark.WorkingSet)]));
    }
}
