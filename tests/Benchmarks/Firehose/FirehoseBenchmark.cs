using System.Globalization;
using PluginHost.Benchmarks.Lint;
using PluginHost.Benchmarks.Measuring;
using PluginHost.Benchmarks.Reporting;

namespace PluginHost.Benchmarks.Firehose;

/// <summary>What it takes to listen to all that is said on Bluesky, from a recorded stream through reading, looking and telling once, against reading the same bytes from the file.</summary>
internal sealed class FirehoseBenchmark : Benchmark
{
    public override string Name => "firehose";

    public override string Description => "Reads 200,000 recorded events of Jetstream, against reading their bytes.";

    public override Task<int> RunAsync(int rounds, FileInfo? json, CancellationToken cancel)
    {
        using var temporary = new TemporaryFolder();
        var path = temporary.Under("recorded.jsonl");
        var wanted = Recording.Write(path);
        var many = Enumerable.Range(0, 999).Select(number => string.Create(CultureInfo.InvariantCulture, $"word{number}nobodysays")).Append(Recording.Word).ToArray();
        var machine = Machine.Here();
        var bytes = new Case { Name = "reading the bytes", Run = _ => Stopwatch.Time(() => Listener.ReadBytes(path)) };
        var figures = Interleaved.Measure(
            [
                new Case { Name = "parting them into lines", Run = _ => Told(() => Listener.ReadLines(path), Recording.Events), Baseline = bytes },
                new Case { Name = "nothing wanted", Run = _ => Told(() => Listener.Listen(path, "nobodysaysthis"), 0), Baseline = bytes },
                new Case { Name = "one post of a thousand wanted", Run = _ => Told(() => Listener.Listen(path, Recording.Word), wanted), Baseline = bytes },
                new Case { Name = "the same, by one of a thousand words", Run = _ => Told(() => Listener.Listen(path, many), wanted), Baseline = bytes },
            ],
            rounds);
        machine = machine.AtEnd();
        Report.Print(machine, string.Create(CultureInfo.InvariantCulture, $"{rounds}, of {Recording.Events:N0} events in {Figure.Megabytes(new FileInfo(path).Length)} MiB"));
        CaseTable.Print(figures, Figure.Times);
        foreach (var figure in figures)
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{figure.Case.Name}: {Recording.Events / MedianOf(figure):N0} events a second"));

        Report.Write(json, new { Benchmark = Name, Machine = machine, Figures = CaseTable.ToJson(figures) });
        return Task.FromResult(0);
    }

    private static double MedianOf(CaseFigures figures) => figures.Samples.Select(sample => sample.Wall).Order().ElementAt(figures.Samples.Count / 2) / 1000;

    // What was not told would be fast.
    private static Sample Told(Func<int> work, int expected)
    {
        var told = -1;
        var sample = Stopwatch.Time(() => told = work());
        return told == expected ? sample : throw new BenchmarkException($"{told} were told, and not {expected}.");
    }
}
