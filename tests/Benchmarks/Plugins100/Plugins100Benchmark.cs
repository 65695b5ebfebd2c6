using System.Text.Json;
using PluginHost.Benchmarks.Measuring;
using PluginHost.Benchmarks.Reporting;
using PluginHost.Benchmarks.Start;

namespace PluginHost.Benchmarks.Plugins100;

/// <summary>What a hundred further plugins add to a start that uses none of them.</summary>
internal sealed class Plugins100Benchmark : Benchmark
{
    private const int Count = 100;
    private const double Target = 1.3;

    public override string Name => "plugins-100";

    public override string Description => "What 100 further installed plugins add to a start.";

    public override Task<int> RunAsync(int rounds, FileInfo? json, CancellationToken cancel)
    {
        using var temporary = new TemporaryFolder();
        var program = PublishedProgram.Publish();
        var ids = SamplePlugins.Ids(Count);
        var few = new Bench(program, temporary.Under("few"));
        var many = new Bench(program, temporary.Under("many"), ids);
        SamplePlugins.Install(ids, Path.Combine(many.Home, "plugins"));
        RefuseUnlessReady(few, 2);
        RefuseUnlessReady(many, 2 + Count);

        var fewOverview = StartCases.Overview("overview, bundled plugins alone", few, null, target: null);
        var fewCached = StartCases.Cached("script that speaks, bundled plugins alone", few, null, target: null);
        Case[] cases =
        [
            StartCases.Overview($"overview, {Count} more", many, fewOverview, Target),
            StartCases.Cached($"script that speaks, {Count} more", many, fewCached, Target),
        ];

        var machine = Machine.Here();
        var figures = Interleaved.Measure(cases, rounds);
        machine = machine.AtEnd();
        Report.Print(machine, $"{rounds} after one warm-up; the baseline runs before every case");
        CaseTable.Print(figures, Figure.Adds);
        Report.Write(json, new { Benchmark = Name, Machine = machine, Rounds = rounds, Cases = CaseTable.ToJson(figures) });
        return Task.FromResult(0);
    }

    // A plugin that is refused is not read into the index with all it contributes: it would flatter the figures.
    private static void RefuseUnlessReady(Bench bench, int count)
    {
        using var plugins = JsonDocument.Parse(bench.Run("plugins", "--json").Output);
        var states = plugins.RootElement.EnumerateArray().Select(plugin => plugin.GetProperty("state").GetString()).ToList();
        var ready = states.Count(state => state == "ready");
        if (ready != count)
        {
            throw new BenchmarkException(
                $"{ready} plugins of {count} are ready, so the figures would mean nothing: {string.Join(", ", states.Distinct())}.");
        }
    }
}
