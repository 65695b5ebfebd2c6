using System.Globalization;
using PluginHost.Torture.Counting;
using PluginHost.Torture.Places;
using PluginHost.Torture.Processes;
using PluginHost.Torture.Sending;
using PluginHost.Torture.Stores;

namespace PluginHost.Torture.Campaigns;

/// <summary>
/// Kills what runs a campaign at random moments, <c>serve</c> or the child or both, and lets <c>serve</c> go on with it. Its posts stand on the network once each,
/// in the order of the script, and it comes to what an undisturbed run comes to. Nobody but <c>serve</c> does anything.
/// </summary>
internal sealed class CampaignRun(StoreChoice choice, int kills, int steps, int seed)
{
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(8);
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(3);

    /// <summary>Whether it is told how it gets on.</summary>
    public bool IsQuiet { get; init; }

    public async Task<bool> RunAsync(CancellationToken cancel)
    {
        using var folder = new TemporaryFolder { Keep = true };
        await using var network = await NetworkProcess.StartAsync(folder, seed);
        using var store = choice.Make(folder);
        var place = Place.Make(folder, network.Address, [], store);
        var configuration = MakeScript(place);

        await using (var serve = place.StartWorker())
        {
            await serve.Awaited;
            Plan(place, configuration, "undisturbed");
            await UntilOverAsync(store, "undisturbed", Longest, cancel);
        }

        var killed = await TortureAsync(place, configuration, store, cancel);
        var complaints = Compare(network, await OutcomeAsync(store, "undisturbed"), await OutcomeAsync(store, "disturbed"));
        Console.WriteLine($"kills {killed}  steps {steps}  runs {await AttemptsAsync(store)}");
        complaints.ForEach(Console.WriteLine);
        folder.Keep = complaints.Count > 0;
        Console.WriteLine(folder.Keep ? $"It does NOT hold. Everything is kept in {folder.Path}." : "It holds: each effect once, and the outcome of an undisturbed run.");
        return !folder.Keep;
    }

    private async Task<int> TortureAsync(Place place, string configuration, TortureStore store, CancellationToken cancel)
    {
        var random = new Random(seed);
        var serve = place.StartWorker();
        await serve.Awaited;
        Plan(place, configuration, "disturbed");
        await UntilAsync(async () => await TextAsync(store, "select state from pluginhost_occurrence where campaign = 'disturbed'") is not null, Longest, cancel);
        var killed = 0;
        while (killed < kills)
        {
            await UntilNextKillAsync(store, random, killed, cancel);
            if (await OverAsync(store, "disturbed"))
                break;

            var target = random.Next(3);
            if (target != 0)
                killed += ChildProcesses.KillOf(place.Root) > 0 ? 1 : 0;

            if (target == 1)
                continue;

            killed += serve.Kill() && target == 0 ? 1 : 0;
            await serve.DisposeAsync();
            serve = place.StartWorker();
            if (!IsQuiet && killed % 10 == 0)
                Console.WriteLine($"{killed} kills, {await StepsAsync(store)} steps");
        }

        await using (serve)
            await UntilOverAsync(store, "disturbed", Longest, cancel);

        return killed;
    }

    // Most kills come at a step, spread over all of them, and some while the program starts.
    private async Task UntilNextKillAsync(TortureStore store, Random random, int killed, CancellationToken cancel)
    {
        if (random.Next(5) > 0)
        {
            var wanted = Math.Min(steps - 1, (killed + 1) * steps / (kills + 1));
            await UntilAsync(async () => await StepsAsync(store) >= wanted || await OverAsync(store, "disturbed"), Longest, cancel);
        }

        await Task.Delay(TimeSpan.FromMilliseconds(random.Next(random.Next(5) > 0 ? 60 : 1_500)), cancel);
    }

    private List<string> Compare(NetworkProcess network, string undisturbed, string disturbed)
    {
        var published = NetworkLogReading.Of(network.Log).Published.Select(post => post.Text).ToList();
        var complaints = new List<string>();
        foreach (var run in new[] { "undisturbed", "disturbed" })
        {
            var wanted = Enumerable.Range(1, steps).Select(step => TextOf(run, step));
            if (!published.Where(text => text.StartsWith(run, StringComparison.Ordinal)).SequenceEqual(wanted))
                complaints.Add($"The effects of the {run} run are not each there once, in their order.");
        }

        if (disturbed.Replace("disturbed", "undisturbed", StringComparison.Ordinal) != undisturbed)
            complaints.Add($"It came to \"{disturbed}\", and undisturbed to \"{undisturbed}\".");

        return complaints;
    }

    // By time, in a moment, and under the eyes of who serves: what is past when it is first seen is not made up for.
    private static void Plan(Place place, string configuration, string name)
    {
        var at = (TimeProvider.System.GetUtcNow() + Soon).ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);
        File.WriteAllText(place.File, $$"""
            {{configuration}}
            campaigns:
              {{name}}: { script: scripts/steps.csx, args: [{{name}}], at: {{at}} UTC, missed: latest, grace: 1h }
            """);
    }

    private async Task UntilOverAsync(TortureStore store, string campaign, TimeSpan longest, CancellationToken cancel)
    {
        await UntilAsync(() => OverAsync(store, campaign), longest, cancel);
        if (await TextAsync(store, $"select halted from pluginhost_occurrence where campaign = '{campaign}'") is { Length: > 0 } halted)
            throw new TortureException($"The campaign {campaign} waits for a person: {halted}");
    }

    private static async Task UntilAsync(Func<Task<bool>> isSo, TimeSpan longest, CancellationToken cancel)
    {
        var begun = TimeProvider.System.GetTimestamp();
        while (!await isSo())
        {
            if (TimeProvider.System.GetElapsedTime(begun) > longest)
                throw new TortureException($"The campaign does not get on: nothing for {longest.TotalSeconds} s.");

            await Task.Delay(TimeSpan.FromMilliseconds(15), TimeProvider.System, cancel);
        }
    }

    private static async Task<bool> OverAsync(TortureStore store, string campaign) => await TextAsync(
        store,
        $"select 'over' from pluginhost_occurrence where campaign = '{campaign}' and (state in ('done', 'failed', 'abandoned', 'skipped') or halted is not null)") == "over";

    private static async Task<string> OutcomeAsync(TortureStore store, string campaign) =>
        await TextAsync(store, $"select outcome from pluginhost_occurrence where campaign = '{campaign}'") ?? "";

    private static async Task<string?> AttemptsAsync(TortureStore store) =>
        await TextAsync(store, "select cast(attempts as text) from pluginhost_occurrence where campaign = 'disturbed'");

    private static async Task<int> StepsAsync(TortureStore store) => int.Parse(
        await TextAsync(store, "select cast(count(*) as text) from pluginhost_journal where campaign = 'disturbed' and kind = 'effect'") ?? "0",
        CultureInfo.InvariantCulture);

    private static async Task<string?> TextAsync(TortureStore store, string query)
    {
        try
        {
            await using var connection = await store.OpenAsync();
            await using var command = connection.CreateCommand();
            command.CommandText = query;
            return await command.ExecuteScalarAsync() as string;
        }
        catch (System.Data.Common.DbException)
        {
            // Not there yet: the first program that runs makes it.
            return null;
        }
    }

    private static string TextOf(string run, int step) => string.Create(CultureInfo.InvariantCulture, $"{run} {step} of the campaign.");

    // Four profiles with a key or a look: elsewhere a kill inside a send ends in a question to a person.
    private string MakeScript(Place place)
    {
        File.WriteAllText(Path.Combine(place.Root, "scripts", "steps.csx"), $$"""
            var profiles = new[] { "@blue", "@masto", "@bare", "@ex" };
            var states = new List<string>();
            for (var step = 1; step <= {{steps.ToString(CultureInfo.InvariantCulture)}}; step++)
            {
                var post = await Publish.Now(profiles[step % profiles.Length], $"{Args[0]} {step} of the campaign.");
                states.Add($"{post.Targets[0].Text} {post.Targets[0].State}");
                await Wait(Seconds(0.1));
            }

            return string.Join("; ", states);
            """);
        return File.ReadAllText(place.File).Replace($"@ex={Kinds.X}", $"@ex={Kinds.Bluesky}", StringComparison.Ordinal);
    }
}
