using PluginHost.Engine.Packages.Installed;
using PluginHost.Engine.Packages.Locking;
using PluginHost.Engine.Plugins.Contributions;
using PluginHost.Engine.Plugins.Crashes;
using PluginHost.Engine.Plugins.Index;
using PluginHost.Engine.Settings;
using PluginHost.Engine.Workspaces;
using PluginHost.Sdk;

namespace PluginHost.Engine.Plugins;

/// <summary>
/// The plugins that the workspace names, found and read but not loaded. A plugin that cannot be used stays in the list with its reason, and stops
/// nobody else.
/// </summary>
public sealed class PluginCatalog
{
    private readonly Dictionary<string, KnownPlugin> _byId = new(StringComparer.Ordinal);

    private PluginCatalog(IReadOnlyList<KnownPlugin> all, IReadOnlyList<ConfigurationProblem> problems)
    {
        All = all;
        Problems = problems;
        foreach (var plugin in all)
            _byId[plugin.Id] = plugin;
    }

    /// <summary>The plugins, in the order of <c>plugins.yaml</c>.</summary>
    public IReadOnlyList<KnownPlugin> All { get; }

    /// <summary>What <c>plugins.yaml</c> says wrongly about plugins, with lines: settings that do not exist or do not fit.</summary>
    public IReadOnlyList<ConfigurationProblem> Problems { get; }

    /// <summary>The plugins that may be called.</summary>
    public IEnumerable<KnownPlugin> Usable => All.Where(plugin => plugin.IsUsable);

    /// <summary>A plugin by its id; null where the workspace does not name it.</summary>
    public KnownPlugin? Find(string id) => _byId.GetValueOrDefault(id);

    /// <summary>The same catalog with other plugins in the place of some.</summary>
    internal PluginCatalog With(Func<KnownPlugin, KnownPlugin> other) => new([.. All.Select(other)], Problems);

    /// <summary>The same without those that have ended a process: they stay in the list, refused with that reason.</summary>
    internal PluginCatalog LeavingOut(IReadOnlyList<LeftOutPlugin> leftOut) => leftOut.Count == 0
        ? this
        : With(plugin => plugin.IsUsable && LeftOutPlugins.ReasonFor(leftOut, plugin) is { } reason ? plugin with { Refusal = reason } : plugin);

    /// <summary>The same without some, for as long as a trouble is searched among them.</summary>
    internal PluginCatalog SettingAside(IReadOnlySet<string>? aside) => aside is not { Count: > 0 }
        ? this
        : With(plugin => plugin.IsUsable && aside.Contains(plugin.Id) ? plugin with { Refusal = "it is set aside for the time of a bisection." } : plugin);

    internal static PluginCatalog Read(WorkspaceConfiguration workspace, PluginIndex index, string bundledFolder, string installedFolder, InstalledPlugins installed)
    {
        var found = new Dictionary<string, FoundPlugin>(StringComparer.Ordinal);
        AddAll(found, index, bundledFolder, PluginOrigin.Bundled);
        AddAll(found, index, installedFolder, PluginOrigin.Installed);

        var problems = new List<ConfigurationProblem>();
        var all = new List<KnownPlugin>();
        foreach (var entry in workspace.Plugins)
        {
            var plugin = entry.Path is { } path
                ? FromPath(entry, index, path)
                : installed.Find(entry.Id) is { } locked
                ? FromLock(entry, index, installed, locked)
                : found.TryGetValue(entry.Id, out var known)
                    ? Know(entry, known.Plugin, known.Origin)
                    : new KnownPlugin { Id = entry.Id, Entry = entry, Refusal = NotFound(entry, found.Keys) };
            all.Add(plugin.IsUsable ? WithSettings(plugin, workspace.File, problems) : plugin);
        }

        index.Save();
        installed.Save();
        RefuseUnknownLinters(workspace, all, problems);
        return new PluginCatalog(all, problems);
    }

    // A linter of a plugin that cannot be used now is none to complain of: it may be there again tomorrow.
    private static void RefuseUnknownLinters(WorkspaceConfiguration workspace, List<KnownPlugin> all, List<ConfigurationProblem> problems)
    {
        if (workspace.Linters.Count == 0)
            return;

        var known = all.SelectMany(plugin => plugin.Contributions?.Linters ?? []).Select(linter => linter.Id).ToList();
        foreach (var entry in workspace.Linters.Where(entry => !known.Contains(entry.Id) && !all.Exists(plugin => !plugin.IsUsable && entry.Id.StartsWith(plugin.Id + ".", StringComparison.Ordinal))))
        {
            problems.Add(new ConfigurationProblem
            {
                File = Path.GetFileName(workspace.File),
                Line = entry.Line,
                Message = $"no plugin of this workspace brings a linter \"{entry.Id}\".{Nearest.Hint(entry.Id, known)}",
            });
        }
    }

    private static void AddAll(
        Dictionary<string, FoundPlugin> found, PluginIndex index, string folder, PluginOrigin origin)
    {
        if (!Directory.Exists(folder))
            return;

        foreach (var child in Directory.EnumerateDirectories(folder))
        {
            // Versions that were installed lie one folder deeper; which of them counts, the lock says.
            if (origin == PluginOrigin.Installed && !System.IO.File.Exists(Path.Combine(child, PluginManifestFile.FileName)))
                continue;

            var plugin = index.Read(child);

            // A folder whose plugin.yaml cannot be read goes by its name, so that the reason reaches whoever names it.
            found[plugin.Manifest?.Id ?? Path.GetFileName(child)] = new FoundPlugin(plugin, origin);
        }
    }

    private static KnownPlugin FromPath(PluginEntry entry, PluginIndex index, string path)
    {
        if (!Directory.Exists(path))
            return new KnownPlugin { Id = entry.Id, Entry = entry, Refusal = $"There is no folder {path}, which plugins.yaml({entry.Line}) names for it." };

        var plugin = Know(entry, index.Read(path), PluginOrigin.Path);
        return plugin.Manifest is { } manifest && manifest.Id != entry.Id
            ? plugin with { Refusal = $"The plugin in {path} calls itself {manifest.Id}. Name it so in plugins.yaml({entry.Line})." }
            : plugin;
    }

    private static KnownPlugin FromLock(PluginEntry entry, PluginIndex index, InstalledPlugins installed, LockedPlugin locked)
    {
        var folder = installed.FolderOf(locked);
        return installed.Refuse(locked) is { } refusal
            ? new KnownPlugin { Id = entry.Id, Entry = entry, Origin = PluginOrigin.Installed, Locked = locked, Folder = folder, Refusal = refusal }
            : Know(entry, index.Read(folder), PluginOrigin.Installed) with { Locked = locked };
    }

    private static KnownPlugin Know(PluginEntry entry, IndexedPlugin plugin, PluginOrigin origin) => new()
    {
        Id = entry.Id,
        Entry = entry,
        Origin = origin,
        Manifest = plugin.Manifest,
        Contributions = plugin.Contributions,
        Folder = plugin.Folder,
        EntryPath = plugin.EntryPath,
        EntryStamp = plugin.EntryStamp,
        Refusal = plugin.Refusal ?? WrongVersion(entry, plugin.Manifest),
    };

    private static string? WrongVersion(PluginEntry entry, PluginManifest? manifest) =>
        entry.Version is { } wanted && manifest is not null && manifest.Version != wanted
            ? $"plugins.yaml({entry.Line}) wants version {wanted}; version {manifest.Version} is there."
            : null;

    private static string NotFound(PluginEntry entry, IEnumerable<string> known) =>
        $"plugins.yaml({entry.Line}): no plugin \"{entry.Id}\" is bundled or installed.{Nearest.Hint(entry.Id, known)}";

    private static KnownPlugin WithSettings(KnownPlugin plugin, string file, List<ConfigurationProblem> problems)
    {
        switch (SettingBinder.Bind(Path.GetFileName(file), plugin.Id, plugin.Contributions!.Settings, plugin.Entry.Settings))
        {
            case SettingsBound bound:
                return plugin with { Settings = bound.Settings };
            case SettingsRefused refused:
                problems.AddRange(refused.Problems);
                return plugin with { Refusal = string.Join('\n', refused.Problems) };
            case var other:
                throw new InvalidOperationException($"Settings were bound as {other}.");
        }
    }

    private sealed record FoundPlugin(IndexedPlugin Plugin, PluginOrigin Origin);
}
