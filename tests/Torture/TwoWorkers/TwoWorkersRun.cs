using System.Globalization;
using PluginHost.Torture.Counting;
using PluginHost.Torture.Places;
using PluginHost.Torture.Processes;
using PluginHost.Torture.Sending;
using PluginHost.Torture.Stores;

namespace PluginHost.Torture.TwoWorkers;

/// <summary>
/// Two at work on one store, and nothing goes wrong: on PostgreSQL two workers; on SQLite a worker beside a <c>run</c>, which publishes half of the
/// posts itself. Each post is sent once. The network makes no trouble, and it counts for itself; what is unknown then is a wait that the client gave up on a
/// busy machine, by its own note at the time.
/// </summary>
internal sealed class TwoWorkersRun(StoreChoice choice, int posts)
{
    public async Task<bool> RunAsync(CancellationToken cancel)
    {
        using var folder = new TemporaryFolder { Keep = true };
        await using var network = await NetworkProcess.StartAsync(folder, seed: 1);
        using var store = choice.Make(folder);
        var place = Place.Make(folder, network.Address, [], store);
        await using var planner = Planner.Open(place);
        var byRun = choice == StoreChoice.Sqlite ? posts / 2 : 0;
        var due = DateTimeOffset.UtcNow;
        while (planner.Planned.Count < posts - byRun)
            await planner.PlanAsync(due, cancel);

        Console.WriteLine($"{planner.Planned.Count} posts are due{(byRun > 0 ? $", {byRun} are published by a run beside the worker" : "")}.");
        var begun = TimeProvider.System.GetTimestamp();
        var published = PublishedByRun(byRun);
        var timedOut = new TimedOutSends(store);
        await using (var other = byRun > 0 ? StartRun(place, byRun) : place.StartWorker())
        {
            await new Finish(place, planner, timedOut).RunAsync(cancel);
            if (byRun > 0)
            {
                while (await Task.WhenAny(other.Ended, Task.Delay(TimeSpan.FromSeconds(1), cancel)) != other.Ended)
                    await timedOut.NoteAsync();

                if (other.ExitCode != 0)
                    Console.WriteLine(other.Said);
            }
        }

        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"{posts} posts in {TimeProvider.System.GetElapsedTime(begun).TotalSeconds:0.0} s."));
        var tally = Tally.Of([.. planner.Planned, .. published], await planner.ReadOutboxAsync(cancel), NetworkLogReading.Of(network.Log), [], timedOut.All);
        folder.Keep = !tally.Holds;
        foreach (var line in TallyText.Of(0, tally))
            Console.WriteLine(line);

        return tally.Holds && tally.Unknown <= tally.TimedOut;
    }

    private static List<PlannedPost> PublishedByRun(int count) =>
    [
        .. Enumerable.Range(0, count).Select(number =>
        {
            var (name, kind) = Profiles.All[number % Profiles.All.Count];
            return new PlannedPost { Profile = name, Kind = kind, Text = string.Create(CultureInfo.InvariantCulture, $"From the run, number {number}.") };
        }),
    ];

    private static ProgramProcess StartRun(Place place, int count)
    {
        File.WriteAllText(Path.Combine(place.Root, "scripts", "beside.csx"), $$"""
            var profiles = new[] { {{string.Join(", ", Profiles.All.Select(profile => $"\"{profile.Name}\""))}} };
            for (var number = 0; number < {{count.ToString(CultureInfo.InvariantCulture)}}; number++)
            {
                try
                {
                    await Publish.Now(profiles[number % profiles.Length], $"From the run, number {number}.");
                }
                catch (NotSentException unsure)
                {
                    // What became of it is counted at the end; the others are to go out all the same.
                    Say(unsure.Message);
                }
            }
            """);
        return place.Start(_ => true, "run", "scripts/beside.csx");
    }
}
