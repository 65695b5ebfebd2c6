using System.Globalization;
using System.Text;
using PluginHost.Benchmarks.Measuring;
using PluginHost.Benchmarks.Reporting;
using PluginHost.Engine.Scripting;

namespace PluginHost.Benchmarks.Scripts;

/// <summary>
/// A thousand different scripts in one process, first compiled only, then compiled, run and unloaded. What memory grows by in the second half of each is
/// compared: the compiler grows by itself, and running must add nothing to it.
/// </summary>
internal sealed class Scripts1000Benchmark : Benchmark
{
    private const double Limit = 2_048;

    public override string Name => "scripts-1000";

    public override string Description => "Compiles, runs and unloads 1,000 different scripts; it fails where anything stays loaded.";

    public override int Rounds => 1_000;

    public override int FewestRounds => 100;

    public override Task<int> RunAsync(int rounds, FileInfo? json, CancellationToken cancel)
    {
        using var temporary = new TemporaryFolder();
        Directory.CreateDirectory(temporary.Under("scripts"));
        var path = temporary.Under("script.csx");
        var engine = BareScripts.Open(temporary.Under("scripts"), isGuarded: true);
        var compiler = new ScriptCompiler(BareScripts.World, new ScriptPackages(temporary.Under("packages")), isGuarded: true);

        var machine = Machine.Here();
        var compiled = Measure("compiled", rounds, number => Compile(compiler, path, number, cancel), cancel);
        var run = Measure("compiled and run", rounds, number => Run(engine, path, number), cancel);
        machine = machine.AtEnd();

        var managed = run.Managed - compiled.Managed;
        var resident = run.Resident - compiled.Resident;
        Report.Print(machine, $"{rounds} scripts compiled, and {rounds} compiled, run and unloaded; slopes over the second half of each");
        Report.Print(
            ["bytes a script", "managed", "working set", "copies alive"],
            [Row("compiled", compiled), Row("compiled, run, unloaded", run)]);
        Report.Print(
            ["target", "measured", "limit", "verdict"],
            [
                ["managed, above compiling alone", Bytes(managed), $"≤ {Bytes(Limit)}", Figure.Met(managed <= Limit)],
                ["working set, above compiling alone", Bytes(resident), $"≤ {Bytes(Limit)}", Figure.Met(resident <= Limit)],
                ["copies alive", run.Alive.ToString(CultureInfo.InvariantCulture), "0", Figure.Met(run.Alive == 0)],
            ]);
        Report.Write(json, new { Benchmark = Name, Machine = machine, Compiled = compiled, Run = run });
        return Task.FromResult(run.Alive == 0 ? 0 : 1);
    }

    private static MemorySlope Measure(string what, int rounds, Action<int> work, CancellationToken cancel)
    {
        var marks = new List<ScriptMark>();
        for (var number = 1; number <= rounds; number++)
        {
            cancel.ThrowIfCancellationRequested();
            work(number);
            if (number >= rounds / 2 && number % (rounds / 20) == 0)
                marks.Add(ScriptMark.After(number));

            if (number % (rounds / 4) == 0)
                Console.Error.WriteLine($"{number} of {rounds} {what}, load average {Machine.LoadText()}.");
        }

        return MemorySlope.Of(marks);
    }

    private static void Compile(ScriptCompiler compiler, string path, int number, CancellationToken cancel)
    {
        var script = new ScriptFile(path, Encoding.UTF8.GetBytes(TextOf(number)));
        if (compiler.Compile(script, ScriptScope.Of(BareScripts.World), null, cancel).Program is null)
            throw new BenchmarkException($"Script {number} does not compile.");
    }

    private static void Run(ScriptEngine engine, string path, int number)
    {
        File.WriteAllText(path, TextOf(number));
        if (BareScripts.Run(engine, path).Value.ToString() != Expected(number))
            throw new BenchmarkException($"Script {number} gave something else than {Expected(number)}.");
    }

    private static string TextOf(int number) => string.Create(
        CultureInfo.InvariantCulture,
        $$"""
        record Cone{{number}}(string Flavour, int Scoops);
        static int Price(Cone{{number}} cone) => cone.Scoops * {{number}};
        var cones = new List<Cone{{number}}> { new("vanilla", 1), new("lemon", 2) };
        var total = 0;
        foreach (var cone in cones)
            total += Price(cone);
        await Task.Yield();
        $"{{number}}: {cones.Sum(cone => cone.Scoops)} scoops for {total}"
        """);

    private static string Expected(int number) => string.Create(CultureInfo.InvariantCulture, $"{number}: 3 scoops for {3 * number}");

    private static string[] Row(string name, MemorySlope slope) =>
        [name, Bytes(slope.Managed), Bytes(slope.Resident), slope.Alive.ToString(CultureInfo.InvariantCulture)];

    private static string Bytes(double bytes) => bytes.ToString("0", CultureInfo.InvariantCulture);
}
