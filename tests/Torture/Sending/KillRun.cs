using System.Globalization;
using PluginHost.Torture.Counting;
using PluginHost.Torture.Places;
using PluginHost.Torture.Processes;

namespace PluginHost.Torture.Sending;

/// <summary>
/// Kills workers while posts fall due on profiles of all kinds, on a network that makes trouble; lets the last one finish; counts.
/// </summary>
internal sealed class KillRun(KillRunOptions options)
{
    private static readonly string[] Troubles =
        ["slow: 0.05", "late: 0.05", "lost: 0.05", "limited: 0.02", "broken: 0.05", "expired: 0.02"];

    public async Task<Tally> RunAsync(CancellationToken cancel)
    {
        using var folder = new TemporaryFolder { Keep = true };
        await using var network = await NetworkProcess.StartAsync(folder, options.Seed);
        using var store = options.Store.Make(folder);
        var place = Place.Make(folder, network.Address, Troubles, store);
        await using var planner = Planner.Open(place);
        var killed = new KilledSends(store);
        var random = new Random(options.Seed);
        var killing = new KillLoop(place, killed, options.Kills, random);

        await planner.PlanAsync(Soon(random), cancel);
        var planning = PlanAsync(planner, killing, random, cancel);
        await Task.WhenAll([planning, .. Enumerable.Range(0, options.Workers).Select(_ => killing.RunAsync(cancel))]);
        Say($"{killing.Kills} kills, {planner.Planned.Count} posts planned; one worker finishes.");
        var timedOut = new TimedOutSends(store);
        await new Finish(place, planner, timedOut).RunAsync(cancel);

        var tally = Tally.Of(planner.Planned, await planner.ReadOutboxAsync(cancel), NetworkLogReading.Of(network.Log), killed.All, timedOut.All);
        folder.Keep = !tally.Holds;
        foreach (var line in TallyText.Of(killing.Kills, tally))
            Say(line);

        if (folder.Keep)
            Say($"Workspace, store and log are kept in {folder.Path}.");

        return tally;
    }

    // As many as the kills have come, so that posts are due over the whole time.
    private async Task PlanAsync(Planner planner, KillLoop killing, Random random, CancellationToken cancel)
    {
        var told = 0;
        while (planner.Planned.Count < options.Posts)
        {
            var ahead = Math.Min(options.Posts, (int)((killing.Kills + 2L) * options.Posts / Math.Max(1, options.Kills)));
            while (planner.Planned.Count < ahead)
                await planner.PlanAsync(Soon(random), cancel);

            if (killing.Kills >= told + 50)
            {
                told = killing.Kills;
                Say(string.Create(CultureInfo.InvariantCulture, $"{told} of {options.Kills} kills, {planner.Planned.Count} of {options.Posts} posts."));
            }

            await Task.Delay(TimeSpan.FromMilliseconds(100), cancel);
        }
    }

    private static DateTimeOffset Soon(Random random)
    {
        lock (random)
            return DateTimeOffset.UtcNow + (TimeSpan.FromSeconds(1.5) * random.NextDouble());
    }

    private void Say(string line)
    {
        if (!options.IsQuiet)
            Console.WriteLine(line);
    }
}
