namespace PluginHost.Benchmarks.Measuring;

/// <summary>
/// Runs cases in rounds: in each, every case once, right after its baseline, and the order moves on by one. So whatever else the machine does meets
/// all of them alike.
/// </summary>
internal static class Interleaved
{
    public static IReadOnlyList<CaseFigures> Measure(IReadOnlyList<Case> cases, int rounds)
    {
        var samples = new Dictionary<Case, List<IReadOnlyList<Sample>>>();
        for (var round = 0; round <= rounds; round++)
        {
            var taken = new Dictionary<Case, List<Sample>>();
            for (var i = 0; i < cases.Count; i++)
            {
                var next = cases[(round + i) % cases.Count];
                if (next.Baseline is { } baseline)
                    Take(taken, baseline, round);

                Take(taken, next, round);
            }

            Progress(round, rounds);
            if (round > 0)
                Keep(samples, taken);
        }

        return [.. cases.Select(measured => new CaseFigures
        {
            Case = measured,
            Samples = [.. samples[measured].SelectMany(round => round)],
            Baseline = measured.Baseline is { } baseline ? samples[baseline] : [],
        })];
    }

    private static void Take(Dictionary<Case, List<Sample>> taken, Case next, int round)
    {
        if (!taken.TryGetValue(next, out var samples))
            taken[next] = samples = [];

        samples.Add(next.Run(round));
    }

    private static void Keep(Dictionary<Case, List<IReadOnlyList<Sample>>> samples, Dictionary<Case, List<Sample>> taken)
    {
        foreach (var (measured, round) in taken)
        {
            if (!samples.TryGetValue(measured, out var all))
                samples[measured] = all = [];

            all.Add(round);
        }
    }

    private static void Progress(int round, int rounds) =>
        Console.Error.WriteLine(round == 0 ? "Warmed up." : $"Round {round} of {rounds}, load average {Machine.LoadText()}.");
}
