using PluginHost.Engine.Plugins;
using PluginHost.Engine.Workspaces;

namespace PluginHost.Engine.Trust;

/// <summary>What is trusted with a workspace: its scripts, and the plugins that it names by their folders, with what these need. What is said before the question.</summary>
public sealed record WorkspaceOffer
{
    /// <summary>The folder, with links followed.</summary>
    public required string Folder { get; init; }

    /// <summary>How many scripts lie in its folder for scripts.</summary>
    public required int Scripts { get; init; }

    /// <summary>The campaigns of its <c>plugins.yaml</c>.</summary>
    public required IReadOnlyList<string> Campaigns { get; init; }

    /// <summary>The plugins that it names by their folders and that could run.</summary>
    public required IReadOnlyList<KnownPlugin> Plugins { get; init; }

    /// <summary>Reads what a workspace would run, without running any of it; null where its files cannot be read, which whoever opens it says.</summary>
    public static WorkspaceOffer? Read(EngineOptions options) => WorkspaceReader.Read(options) is { Workspace: { } workspace, Plugins: { } plugins, Problems.Count: 0 }
        ? Of(WorkspaceTrust.Of(options), workspace, plugins)
        : null;

    internal static WorkspaceOffer Of(WorkspaceTrust trust, WorkspaceConfiguration workspace, PluginCatalog plugins) => new()
    {
        Folder = trust.Folder,
        Scripts = CountScripts(Path.Combine(workspace.Root, "scripts")),
        Campaigns = [.. workspace.Campaigns.Select(campaign => campaign.Name)],
        Plugins = [.. plugins.All.Where(plugin => plugin is { Origin: PluginOrigin.Path, Entry.On: true, Manifest: not null, Contributions: not null })],
    };

    /// <summary>What there is to say, a line each: what would run, what it wants, and who else could change it.</summary>
    public IReadOnlyList<string> Lines =>
    [
        $"{Folder} was not opened here before. Its scripts and plugins run as you: they can do all that you can.",
        .. What(),
        .. Plugins.Select(Wants),
        .. Writable(),
        "Without your trust it can be looked at, and plugins that come with PluginHost run.",
    ];

    /// <summary>What there is to say once it is trusted.</summary>
    public IReadOnlyList<string> Told => [$"{Folder} is trusted. Its scripts and plugins run as you.", .. What(), .. Plugins.Select(Wants), .. Writable()];

    /// <summary>Keeps that the workspace is trusted, and what its plugins need now: what they need later is asked for then.</summary>
    /// <exception cref="Sdk.PluginHostException">It cannot be kept.</exception>
    public void Accept(TrustBook book, DateTimeOffset now)
    {
        foreach (var plugin in Plugins)
            book.Accept(PluginTrust.ConsentTo(plugin, now));

        book.TrustWorkspace(Folder);
    }

    private static string Wants(KnownPlugin plugin) => Need.Acceptable(plugin.Manifest!.Needs) is { Count: > 0 } needs
        ? $"  {plugin.Id} wants to {string.Join("; to ", needs.Select(Need.WordsOf))}"
        : $"  {plugin.Id} asks for nothing beyond its own tables";

    private IEnumerable<string> What()
    {
        string?[] parts =
        [
            Scripts == 0 ? null : Scripts == 1 ? "1 script" : $"{Scripts} scripts",
            Campaigns.Count == 0 ? null : $"campaigns: {string.Join(", ", Campaigns)}",
            Plugins.Count == 0 ? null : $"plugins of its own: {string.Join(", ", Plugins.Select(plugin => plugin.Id))}",
        ];
        if (string.Join("; ", parts.OfType<string>()) is { Length: > 0 } what)
            yield return $"It has {what}.";
    }

    // Whoever may write there decides what runs as the person.
    private IEnumerable<string> Writable()
    {
        if (OperatingSystem.IsWindows() || !Directory.Exists(Folder))
            yield break;

        var mode = System.IO.File.GetUnixFileMode(Folder);
        if (mode.HasFlag(UnixFileMode.OtherWrite))
            yield return "Careful: everybody on this machine may write to this folder, and so decide what runs as you.";
        else if (mode.HasFlag(UnixFileMode.GroupWrite))
            yield return "Others of the folder's group may write to it, and so decide what runs as you.";
    }

    private static int CountScripts(string folder)
    {
        try
        {
            return Directory.Exists(folder) ? Directory.EnumerateFiles(folder, "*.csx").Count() : 0;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return 0;
        }
    }
}
