using System.Globalization;
using PluginHost.Campaigns;
using PluginHost.Sdk;
using PluginHost.Torture.Places;
using PluginHost.Torture.Processes;
using PluginHost.Torture.Sending;
using PluginHost.Torture.Stores;
using Record = PluginHost.Sdk.Record;

namespace PluginHost.Torture.Peers;

/// <summary>Kills workers while posts fall due on real servers, lets the last one finish, and counts what stands there: each post once, and nothing else.</summary>
internal sealed class PeersRun(int kills, int posts, int seed)
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(6);

    // Every tenth is a thread.
    private const int Threads = 10;

    // There is always something due.
    private const int Ahead = 8;
    private readonly string _mark = Guid.NewGuid().ToString("N")[..8];
    private readonly List<(string Profile, string Text)> _planned = [];

    public async Task<bool> RunAsync(CancellationToken cancel)
    {
        // Workers are other processes: the vault's key must be had by all.
        Environment.SetEnvironmentVariable("PLUGINHOST_PASSPHRASE", $"torture {Guid.NewGuid()}");
        var profiles = await PeerAccounts.FindAsync(cancel);
        using var folder = new TemporaryFolder { Keep = true };
        using var store = StoreChoice.Sqlite.Make(folder);
        var place = Place.MakeOn(folder, [.. profiles.Select(profile => profile.Line)], store);
        await using var peers = await PeerPlace.OpenAsync(place, profiles, cancel);

        // Its tables are there before anybody looks into them.
        await OutboxAsync(peers, cancel);
        var killed = new KilledSends(store);
        var killing = new PeerKillLoop(place, store, killed, kills, new Random(seed));
        await Task.WhenAll(PlanAsync(peers, profiles, killing, cancel), killing.RunAsync(cancel));
        Console.WriteLine($"{killing.Kills} kills met {killed.All.Count} sends; {_planned.Count} posts planned; one worker finishes.");
        await FinishAsync(peers, cancel);

        var holds = await CountAsync(peers, profiles, cancel);
        if (killed.All.Count == 0)
        {
            Console.WriteLine("No kill has met a send, so this proves nothing. Kill more often, or plan more posts.");
            holds = false;
        }

        folder.Keep = !holds;
        if (folder.Keep)
            Console.WriteLine($"Workspace and store are kept in {folder.Path}.");

        return holds;
    }

    // As the kills come, so that posts are due over the whole time.
    private async Task PlanAsync(PeerPlace peers, IReadOnlyList<PeerProfile> profiles, PeerKillLoop killing, CancellationToken cancel)
    {
        for (var number = 1; number <= posts * profiles.Count; number++)
        {
            while (number > (killing.Kills + (long)Ahead) * posts * profiles.Count / Math.Max(1, kills))
                await Task.Delay(TimeSpan.FromMilliseconds(100), cancel);

            var profile = profiles[number % profiles.Count];
            var text = string.Create(CultureInfo.InvariantCulture, $"Scoop number {number} of {_mark} & more: \"ünïcödé\", آيس كريم, #icecream.");
            if (number / profiles.Count % Threads == 0)
                await PlanThreadAsync(peers, profile.Name, text, cancel);
            else
                await PlanAsync(peers, profile.Name, text, cancel);
        }
    }

    private async Task PlanAsync(PeerPlace peers, string profile, string text, CancellationToken cancel)
    {
        await peers.Engine.Commands.RunAsync("posting.plan", Record.Of(("profile", profile), ("text", text), ("at", Soon())), cancel);
        _planned.Add((profile, text));
    }

    // Each part is counted as a post. Where a server takes long posts, it is one.
    private async Task PlanThreadAsync(PeerPlace peers, string profile, string text, CancellationToken cancel)
    {
        var sentences = Enumerable.Range(1, 12).Select(sentence => string.Create(CultureInfo.InvariantCulture, $"{text} This is its sentence {sentence}."));
        var parts = await peers.Engine.Commands.RunAsync("posting.thread", Record.Of(("profile", profile), ("text", string.Join(' ', sentences)), ("numbered", true)), cancel);
        await peers.Engine.Commands.RunAsync("posting.schedule", Record.Of(("post", parts.Items[0]["post"]), ("at", Soon())), cancel);
        _planned.AddRange(parts.Items.Select(part => (profile, part["text"].ToString()!)));
    }

    private static DateTimeOffset Soon() => TimeProvider.System.GetUtcNow() + TimeSpan.FromMilliseconds(300);

    private static async Task FinishAsync(PeerPlace peers, CancellationToken cancel)
    {
        await using var worker = peers.Place.StartWorker();
        await worker.Awaited.WaitAsync(cancel);
        var (left, moved) = (int.MaxValue, TimeProvider.System.GetTimestamp());
        while (TimeProvider.System.GetElapsedTime(moved) < Patience)
        {
            var open = (await OutboxAsync(peers, cancel)).Count(row => row["state"].ToString() is not ("sent" or "refused"));
            if (open == 0)
                return;

            if (open != left)
                (left, moved) = (open, TimeProvider.System.GetTimestamp());

            await Task.Delay(TimeSpan.FromSeconds(1), cancel);
        }
    }

    private async Task<bool> CountAsync(PeerPlace peers, IReadOnlyList<PeerProfile> profiles, CancellationToken cancel)
    {
        var outbox = await OutboxAsync(peers, cancel);
        var holds = true;
        foreach (var profile in profiles)
        {
            var planned = _planned.Where(post => post.Profile == profile.Name).Select(post => post.Text).ToList();

            // Others may speak there too.
            var there = (await PeerPosts.ReadAsync(profile, cancel)).Where(said => said.Contains(_mark, StringComparison.Ordinal)).ToList();
            var (lost, twice) = (0, 0);
            foreach (var text in planned)
            {
                var times = there.RemoveAll(said => SaidText.AreSame(text, said));
                (lost, twice) = (lost + (times == 0 ? 1 : 0), twice + Math.Max(0, times - 1));
            }

            var sent = outbox.Count(row => row["profile"].ToString() == profile.Name && row["state"].ToString() == "sent");
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"{profile.Name} on {profile.Network}: {planned.Count} planned, {sent} sent, {planned.Count - lost} there, {lost} lost, {twice} twice, {there.Count} that nobody planned."));
            holds &= lost == 0 && twice == 0 && there.Count == 0 && sent == planned.Count;
        }

        foreach (var row in outbox.Where(row => row["state"].ToString() != "sent"))
            Console.WriteLine($"  {row["profile"]}: {row["state"]}: {row["reason"]}");

        return holds;
    }

    private static async Task<IReadOnlyList<Value>> OutboxAsync(PeerPlace peers, CancellationToken cancel) =>
        (await peers.Engine.Commands.RunAsync("posting.outbox", Record.Of(("limit", 10_000)), cancel)).Items;
}
