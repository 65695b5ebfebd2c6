using System.Globalization;
using PluginHost.Torture.Places;
using PluginHost.Torture.Processes;
using PluginHost.Torture.Stores;

namespace PluginHost.Torture.Streams;

/// <summary>Kills workers while events pass to three takers. Each taker must have seen each event, once, in its order.</summary>
internal sealed class StreamsRun(StoreChoice choice, int kills, int events, int seed)
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    public async Task<bool> RunAsync(CancellationToken cancel)
    {
        using var folder = new TemporaryFolder { Keep = true };
        using var store = choice.Make(folder);
        NumbersPlugin.Write(folder.Under(NumbersPlugin.Id), events);
        var place = Place.Make(folder, "", [], store, $"{NumbersPlugin.Id}: {{ path: ../{NumbersPlugin.Id} }}");
        var random = new Random(seed);
        var met = 0;
        var early = 0;

        // Between two kills as many events as the rest allows, so that all kills fall into the passing.
        while (met < kills)
        {
            await using var one = StartCounting(place);
            await using var two = StartCounting(place);
            var goal = (long)events * 3 * (met + 1) / (kills + 1);
            await SeenAsync(store, goal, cancel);
            await Task.Delay(TimeSpan.FromMilliseconds(300) * random.NextDouble(), cancel);
            var all = await CountAsync(store) >= events * 3L;
            early += all ? 1 : 0;
            if ((random.Next(2) == 0 ? one : two).Kill())
                met++;
        }

        await using var last = StartCounting(place);
        await SeenAsync(store, events * 3L, cancel);
        return await JudgeAsync(folder, store, met, early);
    }

    private static ProgramProcess StartCounting(Place place) =>
        place.Start(line => line.StartsWith("numbers.count started", StringComparison.Ordinal), "serve");

    private static async Task SeenAsync(TortureStore store, long goal, CancellationToken cancel)
    {
        var (seen, moved) = (-1L, TimeProvider.System.GetTimestamp());
        while (TimeProvider.System.GetElapsedTime(moved) < Patience)
        {
            var now = await CountAsync(store);
            if (now >= goal)
                return;

            if (now != seen)
                (seen, moved) = (now, TimeProvider.System.GetTimestamp());

            await Task.Delay(TimeSpan.FromMilliseconds(50), cancel);
        }
    }

    private static async Task<long> CountAsync(TortureStore store)
    {
        try
        {
            return (await store.ReadAsync("select count(*) from numbers_seen", row => row.GetInt64(0)))[0];
        }
        catch (System.Data.Common.DbException)
        {
            // The table is not there before a worker has made it.
            return 0;
        }
    }

    private async Task<bool> JudgeAsync(TemporaryFolder folder, TortureStore store, int met, int early)
    {
        var complaints = new List<string>();
        foreach (var taker in NumbersPlugin.Takers)
        {
            var seen = await store.ReadAsync($"select number from numbers_seen where taker = '{taker}' order by id", row => row.GetInt64(0));
            var missing = events - seen.Distinct().Count();
            var twice = seen.Count - seen.Distinct().Count();
            var disordered = seen.Zip(seen.Skip(1)).Count(pair => pair.First > pair.Second);
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture, $"{taker,-8} events {seen.Count}  missing {missing}  twice {twice}  out of order {disordered}"));
            if (missing != 0 || twice != 0 || disordered != 0)
                complaints.Add(taker);
        }

        if (early > 0)
            Console.WriteLine($"{early} of the kills came when all had passed already.");

        folder.Keep = complaints.Count > 0 || early > 0;
        Console.WriteLine($"kills {met}  events {events}  takers {NumbersPlugin.Takers.Count}");
        Console.WriteLine(folder.Keep ? $"It does NOT hold. Everything is kept in {folder.Path}." : "It holds: each taker saw each event, and none took effect twice.");
        return !folder.Keep;
    }
}
