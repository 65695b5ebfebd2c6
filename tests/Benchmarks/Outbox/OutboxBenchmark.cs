using System.Globalization;
using PluginHost.Benchmarks.Measuring;
using PluginHost.Benchmarks.Reporting;

namespace PluginHost.Benchmarks.Outbox;

/// <summary>
/// How fast the outbox sends, one post at a time, held against the commits that it cannot do without: on SQLite against bare one-row commits, on
/// PostgreSQL against a bare loop that claims with <c>skip locked</c>, sends and marks. The network answers at once. What claiming several at once
/// adds is shown apart.
/// </summary>
internal sealed class OutboxBenchmark : Benchmark
{
    private const int Posts = 500;
    private const int WarmUp = 6;
    private const int Batch = 20;
    private const double Target = 0.7;

    public override string Name => "outbox";

    public override string Description => "Sends 500 posts a round through posting's worker, against bare commits on the same disk.";

    public override int Rounds => 10;

    public override int FewestRounds => 3;

    public override async Task<int> RunAsync(int rounds, FileInfo? json, CancellationToken cancel)
    {
        using var temporary = new TemporaryFolder();
        using var bare = new BareCommits(temporary.Under("bare.db"));
        var lanes = OutboxPlace.Profiles.Count;
        await using var single = Open(temporary, "single", batch: 1, lanes);
        await using var batched = Open(temporary, "batched", Batch, lanes);
        await using var alone = Open(temporary, "alone", batch: 1, profiles: 1);
        using var postgres = BenchPostgres.Start(temporary);
        await using var claims = postgres is null ? null : await BareClaims.OpenAsync(postgres.Connection, cancel);
        await using var shared = postgres is null ? null : Open(temporary, "shared", batch: 1, lanes, postgres.Address);
        List<OutboxCase> cases =
        [
            new()
            {
                Name = string.Create(CultureInfo.InvariantCulture, $"SQLite, one at a time, {lanes} profiles"),
                Baseline = "one-row commits",
                SendAsync = single.RunAsync,
                BareAsync = (count, _) => Task.FromResult(bare.Run(count)),
                IsByCommit = true,
                Target = Target,
            },
            new()
            {
                Name = string.Create(CultureInfo.InvariantCulture, $"SQLite, {Batch} claimed at once, {lanes} profiles"),
                Baseline = "one-row commits",
                SendAsync = batched.RunAsync,
                BareAsync = (count, _) => Task.FromResult(bare.Run(count)),
                IsByCommit = true,
            },
            new()
            {
                Name = "SQLite, one at a time, 1 profile",
                Baseline = "one-row commits",
                SendAsync = alone.RunAsync,
                BareAsync = (count, _) => Task.FromResult(bare.Run(count)),
                IsByCommit = true,
            },
        ];
        if (claims is not null && shared is not null)
        {
            cases.Add(new OutboxCase
            {
                Name = string.Create(CultureInfo.InvariantCulture, $"PostgreSQL, one at a time, {lanes} profiles"),
                Baseline = "bare skip-locked loop",
                SendAsync = shared.RunAsync,
                BareAsync = (count, _) => claims.RunAsync(count, lanes, cancel),
                IsByCommit = false,
            });
        }

        var machine = Machine.Here();
        var figures = await MeasureAsync(cases, rounds, cancel);
        machine = machine.AtEnd();
        Report.Print(machine, $"{rounds} after {WarmUp} to warm up, of {Posts} posts each; a network that answers at once");
        Report.Print(
            ["case", "sends/s", "CPU ms/send", "commits/send", "baseline", "baseline/s", "ratio", "by round", "target", "verdict"],
            figures.Select(Row));
        if (postgres is null)
            Console.WriteLine("PostgreSQL's initdb is not on this machine: it was not measured.");

        Report.Write(json, new { Benchmark = Name, Machine = machine, Posts, Cases = figures.Select(ToJson) });
        return 0;
    }

    private static OutboxSubject Open(TemporaryFolder temporary, string name, int batch, int profiles, string store = "") =>
        OutboxSubject.Open(OutboxPlace.Make(temporary, name, batch, store), temporary.Under("home"), profiles);

    // The bare work right before each case, and the order moves on by one. A worker runs for days: it is measured when its code is compiled as it will stay.
    private static async Task<IReadOnlyList<OutboxFigures>> MeasureAsync(List<OutboxCase> cases, int rounds, CancellationToken cancel)
    {
        var sendings = cases.ToDictionary(measured => measured, _ => new List<Sending>());
        var bare = cases.ToDictionary(measured => measured, _ => new List<double>());
        for (var round = 1 - WarmUp; round <= rounds; round++)
        {
            for (var i = 0; i < cases.Count; i++)
            {
                var next = cases[(round + WarmUp + i) % cases.Count];
                var baseline = await next.BareAsync(Posts, cancel);
                var sending = await next.SendAsync(Posts, cancel);
                if (round <= 0)
                    continue;

                bare[next].Add(baseline);
                sendings[next].Add(sending);
            }

            await Console.Error.WriteLineAsync(round <= 0 ? "Warming up." : $"Round {round} of {rounds}, load average {Machine.LoadText()}.");
        }

        return [.. cases.Select(measured => new OutboxFigures { Case = measured, Sendings = sendings[measured], Bare = bare[measured] })];
    }

    private static IReadOnlyList<string> Row(OutboxFigures figures) =>
    [
        figures.Case.Name,
        Text(figures.SendsPerSecond, "0"),
        Text(figures.Processor, "0.00"),
        Text(figures.CommitsPerSend, "0.0"),
        figures.Case.Baseline,
        Text(figures.BarePerSecond, "0"),
        Text(figures.Ratio, "0.00"),
        Text(figures.RatioByRound, "0.00"),
        figures.Case.Target is { } target ? $"≥ {Text(target, "0.0")}" : "",
        Figure.Met(figures.IsMet),
    ];

    private static object ToJson(OutboxFigures figures) => new
    {
        figures.Case.Name,
        figures.Case.Baseline,
        figures.Case.Target,
        figures.IsMet,
        figures.SendsPerSecond,
        figures.Processor,
        figures.CommitsPerSend,
        figures.BarePerSecond,
        figures.Ratio,
        figures.RatioByRound,
        figures.Sendings,
        figures.Bare,
    };

    private static string Text(double value, string format) => value.ToString(format, CultureInfo.InvariantCulture);
}
