using PluginHost.Engine.Packages;
using PluginHost.Engine.Trust;
using PluginHost.Testing;

namespace PluginHost.Engine.Tests.Fixtures;

/// <summary>A workspace in a folder of its own, a person who says yes or no, and a folder of packages.</summary>
internal sealed class PackagePlace : IDisposable
{
    private readonly TestFolder _folder = new();

    public PackagePlace() => Write("plugins.yaml", "plugins:\n");

    public string Root => Path.Combine(_folder.Path, "workspace");

    public string Feed => Path.Combine(_folder.Path, "feed");

    public UserFolders User => UserFolders.Under(Path.Combine(_folder.Path, "user"));

    public string Bundled => Path.Combine(_folder.Path, "bundled");

    /// <summary>What the person was asked.</summary>
    public List<InstallCandidate> Asked { get; } = [];

    public bool Answer { get; set; } = true;

    public bool Prerelease { get; set; }

    public IReadOnlyList<string>? Sources { get; set; }

    public PluginPackages Packages => new(new PackageOptions
    {
        WorkspaceFile = Path.Combine(Root, "plugins.yaml"),
        User = User,
        BundledPlugins = Bundled,
        Folder = Root,
        Sources = Sources ?? [Feed],
        Prerelease = Prerelease,
        Consent = (candidate, _) =>
        {
            Asked.Add(candidate);
            return Task.FromResult(Answer);
        },
    });

    public string Write(string name, string text) => _folder.Write(Path.Combine("workspace", name), text);

    public string Read(string name) => File.ReadAllText(Path.Combine(Root, name));

    public string PathOf(string name) => Path.Combine(_folder.Path, name);

    /// <summary>The unpacked versions of a plugin, and nothing that is half done beside them.</summary>
    public IReadOnlyList<string> Unpacked(string id)
    {
        var home = Path.Combine(User.Plugins, id);
        return Directory.Exists(home) ? [.. Directory.EnumerateDirectories(home).Order(StringComparer.Ordinal)] : [];
    }

    public Task<PackageOutcome> AddAsync(string what) => Packages.AddAsync(what, CancellationToken.None);

    /// <summary>Opens the workspace, as any program would.</summary>
    public Engine Open() => ((EngineOpened)Engine.Open(new EngineOptions
    {
        WorkspaceFile = Path.Combine(Root, "plugins.yaml"),
        User = User,
        BundledPlugins = Bundled,
        Given = GivenTrust.Everything,
        Person = new TestPerson(),
        Unloadable = true,
    })).Engine;

    /// <summary>Why the workspace does not use a plugin; null where it does.</summary>
    public string? RefusalOf(string id) => Open().Plugins.Find(id)!.Refusal;

    public void Dispose() => _folder.Dispose();
}
