using PluginHost.Benchmarks.Measuring;
using PluginHost.Benchmarks.Reporting;

namespace PluginHost.Benchmarks.Reload;

/// <summary>What it costs a call into a plugin that it is marked in mapped memory who is inside, so that the next start knows who ended the process.</summary>
internal sealed class MarkBenchmark : Benchmark
{
    private const int Calls = 5_000;

    public override string Name => "mark";

    public override string Description => "Calls a command that does nothing, with and without the mark of who is inside.";

    public override Task<int> RunAsync(int rounds, FileInfo? json, CancellationToken cancel)
    {
        using var temporary = new TemporaryFolder();
        var subject = ReloadSubject.Open(temporary);
        try
        {
            var machine = Machine.Here();
            var bare = new Case { Name = "5,000 calls, nothing marked", Run = _ => subject.Call(Calls, isMarked: false) };
            var figures = Interleaved.Measure([new Case { Name = "5,000 calls, marked", Run = _ => subject.Call(Calls, isMarked: true), Baseline = bare, Target = 1.05 }], rounds);
            machine = machine.AtEnd();
            Report.Print(machine, $"{rounds}");
            CaseTable.Print(figures, Figure.Factor);
            Report.Write(json, new { Benchmark = Name, Machine = machine, Figures = CaseTable.ToJson(figures) });
            return Task.FromResult(0);
        }
        finally
        {
            subject.DisposeAsync().AsTask().GetAwaiter().GetResult();
        }
    }
}
