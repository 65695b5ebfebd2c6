using System.Globalization;
using PluginHost.Torture.Places;
using PluginHost.Torture.Processes;
using PluginHost.Torture.Stores;

namespace PluginHost.Torture.Giveaways;

/// <summary>
/// Kills what goes on with giveaways, at each line of their logs and in between, from the announcement on. Each has one announcement and one draw, each winner is told
/// once, and a new process proves and verifies it. Three people enter each, win in turn, and are silent, so that prizes are passed on until nobody is left.
/// </summary>
internal sealed class GiveawaysRun(StoreChoice choice, int kills, int giveaways, int seed)
{
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(4);

    // From planned to closed: two prizes, three people.
    private const int LinesEach = 15;

    private readonly List<string> _complaints = [];

    public async Task<bool> RunAsync(CancellationToken cancel)
    {
        using var folder = new TemporaryFolder { Keep = true };
        using var drand = new DrandServer();
        using var store = choice.Make(folder);
        var place = Place.Make(folder, "", [], store);
        Describe(place, store, drand);
        for (var number = 1; number <= giveaways; number++)
            await DoAsync(place, "giveaways.plan", $"file={Name(number)}.yaml");

        var killed = await TortureAsync(place, store, cancel);
        for (var number = 1; number <= giveaways; number++)
            await LookAsync(place, store, Name(number));

        Console.WriteLine($"kills {killed}  giveaways {giveaways}  lines {await LinesAsync(store)}  rounds named twice {await UnnamedAsync(store)}");
        _complaints.ForEach(Console.WriteLine);
        folder.Keep = _complaints.Count > 0;
        Console.WriteLine(folder.Keep ? $"It does NOT hold. Everything is kept in {folder.Path}." : "It holds: one announcement, one draw, each winner told once, and a proof for each.");
        return !folder.Keep;
    }

    private async Task<int> TortureAsync(Place place, TortureStore store, CancellationToken cancel)
    {
        var random = new Random(seed);
        var killed = 0;
        for (var number = 1; number <= giveaways; number++)
            killed += await AnnounceAsync(place, store, Name(number), random, cancel);

        var announced = killed;
        while (killed < kills)
        {
            await using var serve = place.StartWorker();
            var wanted = giveaways + ((killed - announced + 1) * giveaways * (LinesEach - 2) / (kills - announced + 1));
            if (random.Next(5) > 0)
                await UntilAsync(async () => await LinesAsync(store) >= wanted || await OverAsync(store), cancel);
            else
                await serve.Awaited;

            if (await OverAsync(store))
                return killed;

            await Task.Delay(TimeSpan.FromMilliseconds(random.Next(random.Next(5) > 0 ? 40 : 1_500)), cancel);
            killed += serve.Kill() ? 1 : 0;
            if (killed % 10 == 0)
                Console.WriteLine($"{killed} kills, {await LinesAsync(store)} lines");
        }

        await using var last = place.StartWorker();
        await UntilAsync(() => OverAsync(store), cancel);
        return killed;
    }

    // A person asks for it, and is killed; and asks again, until it is begun. What goes on with it is whoever serves.
    private static async Task<int> AnnounceAsync(Place place, TortureStore store, string name, Random random, CancellationToken cancel)
    {
        for (var killed = 0; ; killed++)
        {
            await using var asking = place.Start(_ => false, "do", "giveaways.announce", $"giveaway={name}");
            await Task.WhenAny(asking.Ended, Task.Delay(TimeSpan.FromMilliseconds(900 + random.Next(900 + (killed * 300))), cancel));
            var wasKilled = asking.Kill();
            await asking.Ended;
            if (await NumberAsync(store, $"select count(*) from giveaways_giveaway where id = '{name}' and state <> 'planned'") > 0)
                return killed + (wasKilled ? 1 : 0);
        }
    }

    private async Task LookAsync(Place place, TortureStore store, string name)
    {
        foreach (var step in new[] { "announced", "frozen", "committed", "drawn", "closed" })
            await ExpectAsync(store, name, $"lines \"{step}\"", 1, $"select count(*) from giveaways_log where giveaway = '{name}' and line like '%\"step\":\"{step}\"%'");

        await ExpectAsync(store, name, "winners told", 3, $"select count(*) from giveaways_log where giveaway = '{name}' and line like '%\"step\":\"told\"%'");
        await ExpectAsync(store, name, "announcements", 1, $"select count(*) from rehearsal_post where text like 'Giveaway {name}:%'");
        await ExpectAsync(store, name, "posts to winners", 3, $"select count(*) from rehearsal_post where text like '%({name})%'");
        var named = await NumberAsync(store, $"select naming from giveaways_giveaway where id = '{name}'");
        await ExpectAsync(store, name, "rounds published", named, $"select count(*) from rehearsal_post where text like '{name}: %take%part%'");
        foreach (var (command, file) in new[] { ("giveaways.prove", $"giveaway={name}"), ("giveaways.verify", $"file=giveaways/{name}.proof") })
            await DoAsync(place, command, file);
    }

    private async Task ExpectAsync(TortureStore store, string name, string what, long wanted, string query)
    {
        if (await NumberAsync(store, query) is var found && found != wanted)
            _complaints.Add(string.Create(CultureInfo.InvariantCulture, $"{name}: {found} {what}, and not {wanted}."));
    }

    private async Task DoAsync(Place place, string command, string argument)
    {
        await using var run = place.Start(_ => false, "do", command, argument);
        await run.Ended;
        if (run.ExitCode != 0)
            _complaints.Add($"{command} {argument} ended with {run.ExitCode}: {run.Said}");
    }

    private void Describe(Place place, TortureStore store, DrandServer drand)
    {
        string[] lines =
        [
            "plugins:",
            "  posting: { settings: { deadline: 3s, lease: 6s, quarantine: 6s, clocks: 0s } }",
            $"  giveaways: {{ settings: {{ grace: 0s, relays: \"{drand.Relays}\" }} }}",
            "  rehearsal: { settings: { seed: 1, followers: 3, audience: audience.yaml } }",
            "profiles:",
            "  \"@telco\": { network: rehearsal, language: en }",
            .. store.Lines,
        ];
        File.WriteAllLines(place.File, lines);
        File.WriteAllText(Path.Combine(place.Root, "audience.yaml"), """
            groups:
              - { name: all, share: 1, languages: [en], chances: { reply: 1 }, delay: { from: 1s, to: 4s }, replies: { en: ["me, please"] } }
            """);
        var closes = TimeProvider.System.GetUtcNow() + TimeSpan.FromSeconds(30 + (giveaways * 8));
        for (var number = 1; number <= giveaways; number++)
        {
            File.WriteAllText(Path.Combine(place.Root, $"{Name(number)}.yaml"), string.Create(CultureInfo.InvariantCulture, $$"""
                title: {{Name(number)}}
                prizes: [A phone, A tablet]
                closes: {{closes.AddSeconds(number):yyyy-MM-dd'T'HH:mm:ss'Z'}}
                lead: 60s
                claim: 60s
                announce: { "@telco": "Giveaway {{Name(number)}}: answer within the minute." }
                rules: { phrase: "me, please" }
                """));
        }
    }

    private static string Name(int number) => string.Create(CultureInfo.InvariantCulture, $"g{number}");

    private static Task<long> LinesAsync(TortureStore store) => NumberAsync(store, "select count(*) from giveaways_log");

    private static Task<long> UnnamedAsync(TortureStore store) => NumberAsync(store, "select count(*) from giveaways_log where line like '%\"step\":\"unnamed\"%'");

    private static async Task<bool> OverAsync(TortureStore store) => await NumberAsync(store, "select count(*) from giveaways_giveaway where state <> 'closed'") == 0;

    private static async Task<long> NumberAsync(TortureStore store, string query) =>
        (await store.ReadAsync(query, row => Convert.ToInt64(row.GetValue(0), CultureInfo.InvariantCulture)))[0];

    private static async Task UntilAsync(Func<Task<bool>> isSo, CancellationToken cancel)
    {
        var begun = TimeProvider.System.GetTimestamp();
        while (!await isSo())
        {
            if (TimeProvider.System.GetElapsedTime(begun) > Longest)
                throw new TortureException($"The giveaways do not get on: nothing for {Longest.TotalSeconds} s.");

            await Task.Delay(TimeSpan.FromMilliseconds(15), TimeProvider.System, cancel);
        }
    }
}
