using PluginHost.Torture.Processes;
using PluginHost.Torture.Stores;

namespace PluginHost.Torture.Places;

/// <summary>A workspace for the torture, with a profile of each kind on the network, and the ways to start programs in it.</summary>
internal sealed class Place
{
    private Place(string root, string home, TortureStore store)
    {
        Root = root;
        Home = home;
        Store = store;
    }

    public string Root { get; }

    public string Home { get; }

    public TortureStore Store { get; }

    public string File => Path.Combine(Root, "plugins.yaml");

    /// <summary>Makes it.</summary>
    /// <param name="folder">Where.</param>
    /// <param name="network">The network's address; empty: the friendly one inside.</param>
    /// <param name="troubles">The network's troubles, as settings; empty: none.</param>
    /// <param name="store">The store.</param>
    /// <param name="more">Further plugins that it names, a line each.</param>
    public static Place Make(TemporaryFolder folder, string network, IReadOnlyList<string> troubles, TortureStore store, params string[] more)
    {
        var place = new Place(folder.Under("workspace"), folder.Under("home"), store);
        Directory.CreateDirectory(Path.Combine(place.Root, "scripts"));
        string[] rehearsal = network.Length == 0
            ? []
            :
            [
                $"server: {network}",
                $"like: [{string.Join(", ", Profiles.All.Select(profile => $"\"{profile.Name}={profile.Kind}\""))}]",
                "lands-within: 4s",
                "key-life: 1m",
                .. troubles,
            ];
        string[] lines =
        [
            "plugins:",

            // A send takes three seconds at most, and what has not landed after six never will. All processes go by one clock.
            "  posting: { settings: { deadline: 3s, lease: 6s, quarantine: 6s, clocks: 0s } }",
            "  rehearsal:",
            "    settings:",
            "      seed: 1",
            .. rehearsal.Select(line => $"      {line}"),
            .. more.Select(line => $"  {line}"),
            "profiles:",
            .. Profiles.All.Select(profile => $"  \"{profile.Name}\": {{ network: rehearsal }}"),
            .. store.Lines,
        ];
        System.IO.File.WriteAllLines(place.File, lines);
        return place;
    }

    /// <summary>Makes one whose profiles speak on real servers, by the rules that these have.</summary>
    /// <param name="folder">Where.</param>
    /// <param name="profiles">The profiles, a line each.</param>
    /// <param name="store">The store.</param>
    public static Place MakeOn(TemporaryFolder folder, IReadOnlyList<string> profiles, TortureStore store)
    {
        var place = new Place(folder.Under("workspace"), folder.Under("home"), store);
        Directory.CreateDirectory(place.Root);
        System.IO.File.WriteAllLines(
            place.File,
            [
                "plugins:",
                "  posting: { settings: { deadline: 10s, lease: 20s, quarantine: 65s, clocks: 0s } }",
                "  bluesky: {}",
                "  mastodon: {}",

                // The same news again and again is the torture's, and no mistake.
                "linters: { posting.repetition: off, posting.sibling: off, posting.language: off }",
                "profiles:",
                .. profiles,
                .. store.Lines,
            ]);
        return place;
    }

    /// <summary>Starts a worker. What is waited for is that its services have started.</summary>
    public ProgramProcess StartWorker() => Start(line => line.Contains(" started: ", StringComparison.Ordinal), "serve");

    /// <summary>Starts the program.</summary>
    public ProgramProcess Start(Func<string, bool> isAwaited, params string[] arguments) =>
        ProgramProcess.Of(Built.Start(Built.Program, Root, Home, arguments), isAwaited);
}
