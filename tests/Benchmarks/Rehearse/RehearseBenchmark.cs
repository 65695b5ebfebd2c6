using System.Globalization;
using PluginHost.Benchmarks.Measuring;
using PluginHost.Benchmarks.Reporting;

namespace PluginHost.Benchmarks.Rehearse;

/// <summary>
/// What a rehearsed reply costs, from the network's deciding it to the script's hearing it, against inserting the very rows that the rehearsal wrote: in one commit
/// for each reply, as they come one by one, and, to compare, all in one.
/// </summary>
internal sealed class RehearseBenchmark : Benchmark
{
    private const int Days = 30;
    private const int FewDays = 2;
    private const double Target = 5;

    public override string Name => "rehearse";

    public override string Description => "Rehearses 30 days of four profiles with 1,000 replies a day, against bare inserts of the same rows.";

    public override int Rounds => 5;

    public override int FewestRounds => 1;

    public override async Task<int> RunAsync(int rounds, FileInfo? json, CancellationToken cancel)
    {
        using var temporary = new TemporaryFolder();
        var place = RehearsePlace.Make(temporary);
        await place.RunAsync(FewDays, null, cancel);
        var machine = Machine.Here();
        var samples = new List<RehearseSample>();
        for (var round = 1; round <= rounds; round++)
        {
            var sample = await MeasureAsync(place, temporary, cancel);
            samples.Add(sample);
            await Console.Error.WriteLineAsync(string.Create(
                CultureInfo.InvariantCulture, $"Round {round} of {rounds}: {sample.Rehearsed:0} ms, {sample.RehearsedCpu:0} of the processor, bare {sample.Bare:0} ms, {sample.BareCpu:0} of the processor, load average {Machine.LoadText()}."));
        }

        machine = machine.AtEnd();
        Report.Print(machine, string.Create(CultureInfo.InvariantCulture, $"{rounds} after one of {FewDays} days to warm up, of {Days} days each"));
        var ratio = Middle.Of(samples.Select(sample => sample.Rehearsed)) / Middle.Of(samples.Select(sample => sample.Bare));
        var byRound = Middle.Of(samples.Select(sample => sample.Rehearsed / sample.Bare));
        var processor = Middle.Of(samples.Select(sample => sample.RehearsedCpu)) / Middle.Of(samples.Select(sample => sample.BareCpu));
        Report.Print(
            ["case", "replies", "rows", "ms", "µs/reply", "ratio", "by round", "CPU", "target", "verdict"],
            [
                Row(samples, "rehearsed", sample => sample.Rehearsed, [Figure.Times(ratio), Figure.Times(byRound), Figure.Times(processor), "≤ 5.0 ×", Figure.Met(ratio <= Target)]),
                Row(samples, "bare, a commit a reply", sample => sample.Bare, ["", "", "", "", ""]),
                Row(samples, "bare, one commit", sample => sample.BareAtOnce, ["", "", "", "", ""]),
            ]);
        Report.Write(json, new { Benchmark = Name, Machine = machine, Days, Target, Ratio = ratio, RatioByRound = byRound, RatioOfProcessor = processor, Samples = samples });
        return 0;
    }

    private static async Task<RehearseSample> MeasureAsync(RehearsePlace place, TemporaryFolder temporary, CancellationToken cancel)
    {
        BareInsert? bare = null;
        var (heard, rehearsed, processor) = await place.RunAsync(Days, folder => bare = BareInsert.Of(Path.Combine(folder, "store.db")), cancel);
        var (plain, plainProcessor) = bare!.Run(temporary.Under("bare.db"), heard);
        return new RehearseSample
        {
            Replies = heard,
            Rows = bare.Rows,
            Rehearsed = rehearsed,
            Bare = plain,
            RehearsedCpu = processor,
            BareCpu = plainProcessor,
            BareAtOnce = bare.Run(temporary.Under("bare.db"), 1).Milliseconds,
        };
    }

    private static IReadOnlyList<string> Row(List<RehearseSample> samples, string name, Func<RehearseSample, double> time, IReadOnlyList<string> rest)
    {
        var middle = Middle.Of(samples.Select(time));
        var replies = samples[0].Replies;
        return
        [
            name,
            replies.ToString(CultureInfo.InvariantCulture),
            samples[0].Rows.ToString(CultureInfo.InvariantCulture),
            Figure.Milliseconds(middle),
            (middle * 1000 / replies).ToString("0.0", CultureInfo.InvariantCulture),
            .. rest,
        ];
    }
}
