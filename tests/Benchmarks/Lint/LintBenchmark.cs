using System.Globalization;
using PluginHost.Benchmarks.Measuring;
using PluginHost.Benchmarks.Reporting;

namespace PluginHost.Benchmarks.Lint;

/// <summary>
/// What it takes to check a text, by all linters, where the profile and four siblings have said 100,000 others, against one pass over the same texts that compares
/// each of them: what a guard without an index would do at every key.
/// </summary>
internal sealed class LintBenchmark : Benchmark
{
    private const double Target = 0.1;

    public override string Name => "lint";

    public override string Description => "Checks a text against 100,000 earlier ones of its siblings, against one pass over the same texts.";

    public override async Task<int> RunAsync(int rounds, FileInfo? json, CancellationToken cancel)
    {
        using var temporary = new TemporaryFolder();
        var texts = LintTexts.Make(100_000);
        var file = await LintPlace.MakeAsync(temporary, texts, cancel);
        await using var subject = await LintSubject.OpenAsync(file, temporary.Under("home"), cancel);
        var machine = Machine.Here();
        var taken = subject.CatchUp();
        var pass = new Case { Name = "one pass, comparing each", Run = round => BarePass.Compare(texts, LintTexts.New(round)) };
        var figures = Interleaved.Measure(
            [
                new Case { Name = "check of a new text", Run = round => subject.Check(LintTexts.New(round), isKnown: false), Baseline = pass, Target = Target },
                new Case { Name = "check of a text that a sibling has said", Run = round => subject.Check(LintTexts.Changed(texts, round), isKnown: true), Baseline = pass, Target = Target },
                new Case { Name = "one pass, only reading each", Run = round => BarePass.Read(texts, LintTexts.New(round)), Baseline = pass },
            ],
            rounds);
        machine = machine.AtEnd();
        Report.Print(machine, string.Create(CultureInfo.InvariantCulture, $"{rounds}, of 10 texts each"));
        CaseTable.Print(figures, Figure.Factor);
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"Taking in 100,000 texts that were never looked for, once: {taken.Wall / 1000:0.0} s, {taken.Processor / 1000:0.0} s of CPU."));
        Report.Write(json, new { Benchmark = Name, Machine = machine, TakenIn = taken, Figures = CaseTable.ToJson(figures) });
        return 0;
    }
}
