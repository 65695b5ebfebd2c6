using System.Text;
using PluginHost.Campaigns;
using PluginHost.Plugins.Testing;
using PluginHost.Posting;
using PluginHost.Posting.Tests;
using PluginHost.Sdk;

namespace PluginHost.PressRoom.Tests;

/// <summary>A workspace with its files and its network, and any number of processes on it, each with a press room and the real publisher.</summary>
internal sealed class PressWorkshop : IDisposable
{
    public const string Embargo = "2026-03-03 09:00 Europe/Oslo";

    public FakeDatabase Database { get; } = new();

    // A day before the embargo, in Oslo too.
    public FakeClock Clock { get; } = new(new DateTimeOffset(2026, 3, 2, 9, 0, 0, TimeSpan.Zero));

    public FakeNetwork Network { get; } = new();

    public FakeProfiles Profiles { get; } = new();

    public Dictionary<string, byte[]> Files { get; } = [];

    public Dictionary<string, string> Settings { get; } = new() { ["address"] = "https://press.example/", ["organisation"] = "Telco" };

    public Dictionary<string, string> PostingSettings { get; } = [];

    public IHttp? Http { get; set; }

    /// <summary>Starts a process.</summary>
    public async Task<(PressPlugin Plugin, FakeHost Host)> StartAsync()
    {
        var process = Prepare();
        await process.ActivateAsync();
        return (process.Plugin, process.Host);
    }

    public PressProcess Prepare()
    {
        var posting = new FakeHost(Database, Clock, typeof(PostingPlugin)) { Workspace = new FakeWorkspace { Files = Files } };
        foreach (var (name, value) in PostingSettings)
            posting.Settings[name] = value;

        posting.Services.Provide<IProfiles>(Profiles);
        posting.Services.Provide<INetworks>(new FakeNetworks(Network));
        var publisher = new PostingPlugin();
        posting.Services.Provide<ILinters>(new FakeLinters(publisher, posting, new Dictionary<string, Severity?>()));

        var host = new FakeHost(Database, Clock, typeof(PressPlugin)) { Workspace = new FakeWorkspace { Files = Files }, Http = Http };
        foreach (var (name, value) in Settings)
            host.Settings[name] = value;

        host.Services.Provide<IProfiles>(Profiles);
        host.Services.Provide<INetworks>(new FakeNetworks(Network));
        return new PressProcess { Plugin = new PressPlugin(), Host = host, Publisher = publisher, PublisherHost = posting };
    }

    public void Write(string path, string text) => Files[path] = Encoding.UTF8.GetBytes(text);

    public string Read(string path) => Encoding.UTF8.GetString(Files[path]);

    /// <summary>Writes a release in English and in Norwegian: for <c>@telco</c> and <c>@telco_nb</c>.</summary>
    public void WriteRelease(string name = "five", string embargo = Embargo)
    {
        Write($"releases/{name}.en.md", Release($"Five gigabytes for everybody ({name})", "\"@telco\"", embargo));
        Write($"releases/{name}.nb.md", Release($"Fem gigabyte til alle ({name})", "\"@telco_nb\"", embargo));
    }

    public static string Release(string title, string profiles, string embargo = Embargo, string more = "", string body = "The secret is **five**.") =>
        $"---\ntitle: \"{title}\"\nsummary: More of it.\n{(embargo.Length > 0 ? $"embargo: {embargo}\n" : "")}profiles: [{profiles}]\n{more}---\n\n{body}\n";

    /// <summary>What lies in the newsroom's folder, by its path.</summary>
    public IReadOnlyDictionary<string, string> Site => Files.Where(file => file.Key.StartsWith("newsroom/", StringComparison.Ordinal))
        .ToDictionary(file => file.Key["newsroom/".Length..], file => Encoding.UTF8.GetString(file.Value));

    /// <summary>What reached the network, as profile and text, in order.</summary>
    public IReadOnlyList<string> Said => [.. Network.Arrived.Select(arrived => $"{arrived.Post.Profile.Name}: {arrived.Post.Text}")];

    public void Dispose() => Database.Dispose();
}
