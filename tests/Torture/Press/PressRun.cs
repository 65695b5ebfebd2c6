using System.Globalization;
using System.Text.RegularExpressions;
using PluginHost.Torture.Places;
using PluginHost.Torture.Processes;
using PluginHost.Torture.Sending;
using PluginHost.Torture.Stores;

namespace PluginHost.Torture.Press;

/// <summary>
/// Kills what serves a workspace at random moments while releases come out one after the other. Each has one page, one entry in the feed and one teaser on each profile, and nothing of any
/// of them is in the newsroom before its instant.
/// </summary>
internal sealed partial class PressRun(StoreChoice choice, int kills, int releases, int seed)
{
    private static readonly string[] Speakers = ["@blue", "@masto", "@bare"];
    private static readonly TimeSpan Lead = TimeSpan.FromSeconds(12);
    private static readonly TimeSpan Apart = TimeSpan.FromSeconds(1.5);
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(3);

    /// <summary>Whether it is told how it gets on.</summary>
    public bool IsQuiet { get; init; }

    public async Task<bool> RunAsync(CancellationToken cancel)
    {
        using var folder = new TemporaryFolder { Keep = true };
        await using var network = await NetworkProcess.StartAsync(folder, seed);
        using var store = choice.Make(folder);
        var place = Place.Make(folder, network.Address, [], store, "press: { settings: { retry: 2s, address: \"https://press.example/\" } }");
        var names = Enumerable.Range(1, releases).Select(number => string.Create(CultureInfo.InvariantCulture, $"release-{number}")).ToList();
        var dues = Write(place, names, TimeProvider.System.GetUtcNow() + Lead);
        await ArmAsync(place, cancel);

        var (killed, complaints) = await TortureAsync(place, store, dues, cancel);
        Compare(place, network, names, complaints);
        Console.WriteLine($"kills {killed}  releases {releases}  pages {Pages(place).Count}  teasers {NetworkLogReading.Of(network.Log).Published.Count}");
        complaints.ForEach(Console.WriteLine);
        folder.Keep = complaints.Count > 0;
        Console.WriteLine(folder.Keep ? $"It does NOT hold. Everything is kept in {folder.Path}." : "It holds: each page, entry and teaser once, and nothing before its instant.");
        return !folder.Keep;
    }

    private async Task<(int Killed, List<string> Complaints)> TortureAsync(
        Place place, TortureStore store, IReadOnlyDictionary<string, DateTimeOffset> dues, CancellationToken cancel)
    {
        var random = new Random(seed);
        var complaints = new List<string>();
        var killed = 0;
        var begun = TimeProvider.System.GetTimestamp();
        while (killed < kills || !await AreDoneAsync(store))
        {
            if (TimeProvider.System.GetElapsedTime(begun) > Longest + (Apart * releases) + (TimeSpan.FromSeconds(3) * kills))
                throw new TortureException($"The releases do not get on: {killed} kills. Everything is kept in {place.Root}.");

            await using var serve = place.StartWorker();
            await serve.Awaited;

            // Most kills come soon after a start, when whatever was left is gone on with.
            var life = TimeSpan.FromMilliseconds(killed < kills ? random.Next(random.Next(3) > 0 ? 400 : 2_500) : 2_000);
            await LookForLeaksAsync(place, dues, life, complaints, cancel);
            if (killed < kills)
                killed += serve.Kill() ? 1 : 0;

            if (!IsQuiet && killed % 10 == 0)
                Console.WriteLine($"{killed} kills, {Pages(place).Count} pages");
        }

        return (killed, complaints);
    }

    // What is there although its instant has not come when the look is over.
    private static async Task LookForLeaksAsync(
        Place place, IReadOnlyDictionary<string, DateTimeOffset> dues, TimeSpan life, List<string> complaints, CancellationToken cancel)
    {
        var begun = TimeProvider.System.GetTimestamp();
        do
        {
            await Task.Delay(TimeSpan.FromMilliseconds(40), TimeProvider.System, cancel);
            var site = string.Join('\n', Files(place).Select(file => file + "\n" + TextOf(file)));
            var now = TimeProvider.System.GetUtcNow();
            complaints.AddRange(dues.Where(due => due.Value > now && site.Contains($"{due.Key} ", StringComparison.Ordinal)).Select(due => $"{due.Key} was seen before {due.Value:HH:mm:ss.fff}."));
        }
        while (TimeProvider.System.GetElapsedTime(begun) < life);
    }

    private static void Compare(Place place, NetworkProcess network, List<string> names, List<string> complaints)
    {
        var published = NetworkLogReading.Of(network.Log).Published;
        foreach (var name in names)
        {
            foreach (var speaker in Speakers)
            {
                var count = published.Count(post => post.Profile == speaker && post.Text.StartsWith($"{name} ", StringComparison.Ordinal));
                if (count != 1)
                    complaints.Add($"{name} was said {count} times by {speaker}.");
            }
        }

        if (!Pages(place).Order().SequenceEqual(names.Select(name => $"{name}.html").Order()))
            complaints.Add($"The pages are {string.Join(", ", Pages(place))}.");

        var feed = TextOf(Path.Combine(place.Root, "newsroom", "en", "feed.atom"));
        var entries = Entry().Matches(feed).Select(match => match.Groups[1].Value).ToList();
        if (entries.Count != names.Count || entries.Distinct().Count() != names.Count)
            complaints.Add($"The feed has {entries.Count} entries, {entries.Distinct().Count()} of them different.");
    }

    private static Dictionary<string, DateTimeOffset> Write(Place place, List<string> names, DateTimeOffset first)
    {
        Directory.CreateDirectory(Path.Combine(place.Root, "releases"));
        var dues = new Dictionary<string, DateTimeOffset>();
        foreach (var (name, number) in names.Select((name, number) => (name, number)))
        {
            // To the second: so are times written.
            var due = DateTimeOffset.FromUnixTimeSeconds((first + (Apart * number)).ToUnixTimeSeconds());
            dues[name] = due;
            File.WriteAllText(
                Path.Combine(place.Root, "releases", $"{name}.en.md"),
                $"""
                ---
                title: "{name} is out"
                summary: Number {number}.
                embargo: {due.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture)} UTC
                profiles: [{string.Join(", ", Speakers.Select(speaker => $"\"{speaker}\""))}]
                ---

                What there is to say of {name} here.

                """);
        }

        File.WriteAllText(
            Path.Combine(place.Root, "scripts", "arm.csx"),
            $"foreach (var number in Enumerable.Range(1, {names.Count.ToString(CultureInfo.InvariantCulture)}))\n    await Press.Release($\"release-{{number}}\");\n");
        return dues;
    }

    private static async Task ArmAsync(Place place, CancellationToken cancel)
    {
        await using var run = place.Start(_ => false, "run", "scripts/arm.csx");
        await run.Ended.WaitAsync(cancel);
        if (run.ExitCode != 0)
            throw new TortureException($"The releases could not be armed:\n{run.Said}");
    }

    private async Task<bool> AreDoneAsync(TortureStore store) =>
        (await store.ReadAsync("select count(*) from press_teaser where state = 'sent'", row => row.GetInt64(0)))[0] == releases * Speakers.Length;

    private static IReadOnlyList<string> Pages(Place place) =>
        [.. Files(place).Select(file => Path.GetFileName(file)).Where(file => file.StartsWith("release-", StringComparison.Ordinal))];

    private static IReadOnlyList<string> Files(Place place)
    {
        var site = Path.Combine(place.Root, "newsroom");
        return Directory.Exists(site) ? Directory.GetFiles(site, "*", SearchOption.AllDirectories) : [];
    }

    // A file that is being replaced may be gone for a moment: one with a dot is not in its place yet.
    private static string TextOf(string file)
    {
        try
        {
            return File.ReadAllText(file);
        }
        catch (IOException)
        {
            return "";
        }
    }

    [GeneratedRegex("<entry>\\s*<id>(.*?)</id>")]
    private static partial Regex Entry();
}
