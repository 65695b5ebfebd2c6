using PluginHost.Benchmarks.Measuring;
using PluginHost.Benchmarks.Reporting;
using PluginHost.Engine.Scripting;

namespace PluginHost.Benchmarks.Scripts;

/// <summary>
/// What the checks cost by which a script can be stopped: the same scripts with and without them, in one process, unloadable both. What is measured is a
/// whole run from the cache; finding and loading it is a millisecond or two of it.
/// </summary>
internal sealed class GuardBenchmark : Benchmark
{
    private const double Loop = 1.05;
    private const double Recursion = 3;

    private static readonly (string Name, double Target, string Code)[] Kernels =
    [
        ("int loop", Loop, "static int Work() { var sum = 0; for (var n = 0; n < 200_000_000; n++) sum += n; return sum; }"),
        ("array sum", Loop, "static long Work() { var all = new int[1_000_000]; var sum = 0L; for (var round = 0; round < 100; round++) for (var n = 0; n < all.Length; n++) sum += all[n]; return sum; }"),
        ("dictionary", Loop, "static int Work() { var counts = new Dictionary<string, int>(); for (var n = 0; n < 2_000_000; n++) { var key = \"key \" + n % 1000; counts[key] = counts.GetValueOrDefault(key) + 1; } return counts.Count; }"),
        ("recursion", Recursion, "static int Work() => Fib(33); static int Fib(int n) => n < 2 ? n : Fib(n - 1) + Fib(n - 2);"),
        ("LINQ", Loop, "static long Work() => Enumerable.Range(0, 10_000_000).Where(n => n % 3 == 0).Select(n => n * 2L).Sum();"),
    ];

    public override string Name => "guard";

    public override string Description => "Runs scripts with and without the checks by which they can be stopped.";

    public override int Rounds => 20;

    public override int FewestRounds => 3;

    public override Task<int> RunAsync(int rounds, FileInfo? json, CancellationToken cancel)
    {
        using var temporary = new TemporaryFolder();
        Directory.CreateDirectory(temporary.Under("with"));
        var with = BareScripts.Open(temporary.Under("with"), isGuarded: true);
        var without = BareScripts.Open(temporary.Under("without"), isGuarded: false);
        var cases = Kernels.Select(kernel => CaseOf(kernel, temporary, with, without)).ToList();

        var machine = Machine.Here();
        var figures = Interleaved.Measure(cases, rounds);
        machine = machine.AtEnd();
        Report.Print(machine, $"{rounds} after one to warm up, the order moving on");
        CaseTable.Print(figures, Figure.Factor);
        Report.Write(json, new { Benchmark = Name, Machine = machine, Cases = CaseTable.ToJson(figures) });
        return Task.FromResult(0);
    }

    private static Case CaseOf((string Name, double Target, string Code) kernel, TemporaryFolder temporary, ScriptEngine with, ScriptEngine without)
    {
        var path = temporary.Under(kernel.Name.Replace(' ', '-') + ".csx");
        File.WriteAllText(path, $"{kernel.Code}\nWork()");
        return new Case
        {
            Name = kernel.Name,
            Run = _ => Measure(with, path),
            Baseline = new Case { Name = $"{kernel.Name}, no checks", Run = _ => Measure(without, path) },
            Target = kernel.Target,
        };
    }

    private static Sample Measure(ScriptEngine engine, string path)
    {
        var usage = BareScripts.Run(engine, path).Usage!;
        return new Sample(usage.Elapsed.TotalMilliseconds, usage.Processor?.TotalMilliseconds ?? 0);
    }
}
