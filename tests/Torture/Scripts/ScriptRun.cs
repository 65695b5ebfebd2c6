using System.Globalization;
using PluginHost.Torture.Places;
using PluginHost.Torture.Processes;
using PluginHost.Torture.Sending;
using PluginHost.Torture.Stores;

namespace PluginHost.Torture.Scripts;

/// <summary>
/// Kills a script of many effects at random moments and runs it again, until it comes to its end. Its posts stand on the network once each, in the
/// order of the script, and it says at its end what an undisturbed run says.
/// </summary>
internal sealed class ScriptRun(StoreChoice choice, int kills, int steps, int seed)
{
    private const string Script = "scripts/steps.csx";
    private static readonly TimeSpan Start = TimeSpan.FromMilliseconds(400);
    private static readonly TimeSpan Mean = TimeSpan.FromMilliseconds(350);

    public async Task<bool> RunAsync(CancellationToken cancel)
    {
        using var folder = new TemporaryFolder { Keep = true };
        await using var network = await NetworkProcess.StartAsync(folder, seed);
        using var store = choice.Make(folder);
        var place = Place.Make(folder, network.Address, [], store);
        File.WriteAllText(Path.Combine(place.Root, Script), Text());

        var undisturbed = await EndAsync(place, "undisturbed", cancel);
        var (met, disturbed) = await TortureAsync(place, cancel);
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

        Console.WriteLine($"kills {met}  steps {steps}  effects {published.Count(text => text.StartsWith("disturbed", StringComparison.Ordinal))}");
        complaints.ForEach(Console.WriteLine);
        folder.Keep = complaints.Count > 0;
        Console.WriteLine(folder.Keep ? $"It does NOT hold. Everything is kept in {folder.Path}." : "It holds: each effect once, and the outcome of an undisturbed run.");
        return !folder.Keep;
    }

    private async Task<(int Kills, string Outcome)> TortureAsync(Place place, CancellationToken cancel)
    {
        var random = new Random(seed);
        for (var met = 0; met < kills;)
        {
            await using var run = Run(place, "disturbed");

            // Sooner and sooner where it gets on too well: it must not come to its end before the last kill.
            await Task.WhenAny(run.Ended, Task.Delay(Start + (Mean * Math.Min(4, -Math.Log(1 - random.NextDouble()))), cancel));
            if (run.Kill())
                met++;
            else if (run.ExitCode == 0)
                return (met, Last(run.Said));

            await run.Ended;
        }

        return (kills, await EndAsync(place, "disturbed", cancel));
    }

    private static async Task<string> EndAsync(Place place, string name, CancellationToken cancel)
    {
        for (var attempt = 0; ; attempt++)
        {
            await using var run = Run(place, name);
            await run.Ended.WaitAsync(cancel);
            if (run.ExitCode == 0)
                return Last(run.Said);

            // A send that was met by a kill is waited out before it can be settled.
            if (attempt == 20)
                throw new TortureException($"The script does not come to its end:\n{run.Said}");

            await Task.Delay(TimeSpan.FromSeconds(1), cancel);
        }
    }

    private static ProgramProcess Run(Place place, string name) => place.Start(_ => false, "run", Script, name);

    private static string Last(string said) => said.TrimEnd().Split('\n')[^1].Trim();

    private static string TextOf(string run, int step) => string.Create(CultureInfo.InvariantCulture, $"{run} {step} of the script.");

    // Profiles with a key or a look alone: elsewhere a kill inside a send ends in a question to a person. They are drawn: whoever draws another one when it
    // is resumed would say the same text under the same key elsewhere, which is refused.
    private string Text() => $$"""
        var profiles = new[] { "@blue", "@masto", "@bare" };
        var states = new List<string>();
        for (var step = 1; step <= {{steps.ToString(CultureInfo.InvariantCulture)}}; step++)
        {
            var post = await Publish.Now(Random.Pick(profiles), $"{Args[0]} {step} of the script.");
            states.Add($"{post.Targets[0].Text} {post.Targets[0].State}");
            if (step % 5 == 0)
                await Csv.Write($"{Args[0]}.csv", states.Select(state => Record.Of(("state", state))));
        }

        return string.Join("; ", states);
        """;
}
