using PluginHost.Benchmarks.Measuring;
using PluginHost.Benchmarks.Reporting;

namespace PluginHost.Benchmarks.Start;

/// <summary>How long the program takes from spawn to exit, in hello worlds.</summary>
internal sealed class StartBenchmark : Benchmark
{
    private static readonly (int Width, int Height) ScreenSize = (120, 36);

    public override string Name => "start";

    public override string Description => "From spawn to exit, against a hello world: overview, scripts cached and edited, a campaign that posts, the first frame of the workbench.";

    public override Task<int> RunAsync(int rounds, FileInfo? json, CancellationToken cancel)
    {
        using var temporary = new TemporaryFolder();
        var program = PublishedProgram.Publish();
        var hello = HelloWorld.Build(temporary.Under("hello"));
        var splits = new List<StartSplit>();
        Case[] cases =
        [
            StartCases.Overview("overview", new Bench(program, temporary.Under("overview")), hello, target: null),
            StartCases.Cached("script that speaks, cached", new Bench(program, temporary.Under("cached")), hello, target: 3),
            StartCases.Edited("script that speaks, edited", new Bench(program, temporary.Under("edited")), hello, target: 30),
            StartCases.DailyCommitted(
                "daily-flavours, until its post is committed", new Bench(program, temporary.Under("committed")), hello, target: 5, splits),
            StartCases.Daily("daily-flavours, to its end", new Bench(program, temporary.Under("daily")), hello),
        ];

        if (InTerminal.IsThere)
            cases = [.. cases, ScreenCase(program, temporary)];
        else
            Console.Error.WriteLine("The first frame is not measured: there is no \"script\" here to run programs in a terminal.");

        var machine = Machine.Here();
        var figures = Interleaved.Measure(cases, rounds);
        machine = machine.AtEnd();
        var counted = splits.Skip(1).ToList();
        Report.Print(machine, $"{rounds} after one warm-up; the baseline runs before every case");
        CaseTable.Print(figures, Figure.Times);
        Console.WriteLine("Where the time of daily-flavours goes (the median of each part, so that they need not add up):");
        Console.WriteLine();
        Report.Print(["part", "wall ms", "CPU ms"], Rows(counted));
        Report.Write(json, new { Benchmark = Name, Machine = machine, Rounds = rounds, Cases = CaseTable.ToJson(figures), Splits = counted });
        return Task.FromResult(0);
    }

    // Its unit is a hello world in a terminal of the same size: that of a terminal is a little more than that of a pipe.
    private static Case ScreenCase(string program, TemporaryFolder temporary) => StartCases.Screen(
        "first frame of the workbench, 120x36",
        ScreenSize,
        new Bench(program, temporary.Under("screen")),
        HelloWorld.BuildForTerminal(temporary.Under("hello-terminal"), ScreenSize),
        target: 6);

    private static IEnumerable<IReadOnlyList<string>> Rows(IReadOnlyList<StartSplit> splits)
    {
        (string Name, Func<StartSplit, Sample> Part)[] parts =
        [
            ("runtime, until Main", split => split.Runtime),
            ("engine: opening the workspace", split => split.Opening),
            ("engine: the script", split => split.Engine),
            ("plugins, behind the fence", split => split.Plugins),
            ("store", split => split.Store),
            ("until the commit", split => split.UntilCommit),
            ("after it, to the exit", split => split.After),
        ];
        foreach (var (name, part) in parts)
        {
            var median = CaseFigures.MedianOf(splits.Select(part));
            yield return [name, Figure.Milliseconds(median.Wall), Figure.Milliseconds(median.Processor)];
        }
    }
}
