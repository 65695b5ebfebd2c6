using NuGet.Versioning;
using PluginHost.Engine.Packages.Locking;
using PluginHost.Engine.Workspaces;
using PluginHost.Sdk;

namespace PluginHost.Engine.Packages;

/// <content>Adding a plugin, and restoring those that the workspace has locked.</content>
public sealed partial class PluginPackages
{
    /// <summary>Installs a plugin, and names it in the workspace.</summary>
    /// <param name="what">An id, an id with a version (<c>acme.notes@1.2.0</c>), or the path of a package or of a plugin's folder.</param>
    /// <param name="cancel">Gives up; what was not done is not half done.</param>
    /// <exception cref="WrongUseException">It is neither.</exception>
    /// <exception cref="PluginHostException">A source cannot be asked.</exception>
    public async Task<PackageOutcome> AddAsync(string what, CancellationToken cancel)
    {
        var state = State();
        if (PathIn(what) is { } path)
        {
            using var opened = await _fetching.OpenAsync(path, _sources.ForLock(path), cancel);
            return await InstallAsync(state, opened, cancel);
        }

        var (id, wanted) = ReadId(what);
        if (Refuse(state, id, wanted) is { } refusal)
            return new PackageRefused(id, refusal);

        // What the workspace has locked comes from where the lock says.
        if (_options.Sources.Count == 0 && state.Entry(id) is not null && state.Lock.Find(id) is { } locked && (wanted is null || wanted == NuGetVersion.Parse(locked.Version)))
            return await RestoreAsync(state, locked, cancel);

        wanted ??= state.Entry(id)?.Version is { } pinned ? NuGetVersion.Parse(pinned) : null;
        var (source, version) = await FindAsync(SourcesOf(state), id, wanted, _options.Prerelease, cancel);
        using var fetched = await _fetching.FetchAsync(source, id, version, cancel);
        return await InstallAsync(state, fetched, cancel);
    }

    /// <summary>Unpacks what the workspace names and has locked and this machine lacks, from what was fetched before or from where the lock says.</summary>
    public async Task<IReadOnlyList<PackageOutcome>> RestoreAsync(CancellationToken cancel)
    {
        var state = State();
        var outcomes = new List<PackageOutcome>();
        foreach (var plugin in state.Workspace.Plugins.Where(plugin => plugin.Path is null && plugin.On))
        {
            if (state.Lock.Find(plugin.Id) is { } locked)
                outcomes.Add(await RestoreAsync(state, locked, cancel));
            else if (state.Catalog.Find(plugin.Id) is { Folder.Length: 0 })
                outcomes.Add(await TryAsync(plugin.Id, () => AddAsync(plugin.Version is { } version ? $"{plugin.Id}@{version}" : plugin.Id, cancel), isOneOfMany: true));
        }

        return outcomes;
    }

    private Task<PackageOutcome> RestoreAsync(PackageState state, LockedPlugin locked, CancellationToken cancel) => TryAsync(locked.Id, async () =>
    {
        if (state.Installed.Refuse(locked) is null)
            return new PackageKept(locked.Id, locked.Version, "is there.");

        using var fetched = await FetchLockedAsync(locked, cancel);
        return await new Installation(_places, _limits, state.Catalog, _options).RunAsync(fetched, locked, null, cancel) switch
        {
            InstallReady => new PackageChanged(locked.Id, locked.Version, "is restored."),
            InstallDeclined => new PackageKept(locked.Id, null, "is not wanted here; it stays locked."),
            InstallRefused refused => new PackageRefused(locked.Id, refused.Reason),
            var other => throw new InvalidOperationException($"An installation ended as {other}."),
        };
    }, isOneOfMany: true);

    private async Task<FetchedPackage> FetchLockedAsync(LockedPlugin locked, CancellationToken cancel)
    {
        if (await _fetching.FromCacheAsync(locked, cancel) is { } cached)
            return cached;

        return OwnPathOf(locked) is { } path
            ? await _fetching.OpenAsync(path, locked.Source, cancel)
            : await _fetching.FetchAsync(_sources.Of(locked.Source), locked.Id, NuGetVersion.Parse(locked.Version), cancel);
    }

    private async Task<PackageOutcome> InstallAsync(PackageState state, FetchedPackage fetched, CancellationToken cancel)
    {
        var manifest = fetched.Package.Manifest;
        if (Refuse(state, manifest.Id, NuGetVersion.Parse(manifest.Version)) is { } refusal)
            return new PackageRefused(manifest.Id, refusal);

        var installed = state.Lock.Find(manifest.Id);
        switch (await new Installation(_places, _limits, state.Catalog, _options).RunAsync(fetched, null, installed, cancel))
        {
            case InstallReady ready when ready.Locked.Sha512 == installed?.Sha512 && state.Entry(manifest.Id) is not null:
                return new PackageKept(manifest.Id, manifest.Version, "is there already.");
            case InstallReady ready:
                _fetching.Keep(fetched);
                var what = installed is null ? $"is installed from {fetched.Source}." : $"is installed from {fetched.Source}, in the place of {installed.Version}.";
                return await CommitAsync(ready.Locked with { Previous = Before(installed, ready.Locked) }, what, cancel);
            case InstallDeclined:
                return new PackageKept(manifest.Id, installed?.Version, "is not installed.");
            case InstallRefused refused:
                return new PackageRefused(manifest.Id, refused.Reason);
            case var other:
                throw new InvalidOperationException($"An installation ended as {other}.");
        }
    }

    private static string? Refuse(PackageState state, string id, NuGetVersion? wanted) => state.Entry(id) switch
    {
        { Path: { } path, Line: var line } => $"plugins.yaml({line}) takes {id} from {path}. Take that line out first, where the package is wanted.",
        { Version: { } pinned, Line: var line } when wanted is not null && NuGetVersion.Parse(pinned) != wanted =>
            $"plugins.yaml({line}) pins {id} to {pinned}. \"pluginhost plugins pin {id} {wanted.ToNormalizedString()}\" pins it to this one, \"--off\" to none.",
        _ => null,
    };

    // One that cannot be had is no reason to leave the others.
    private static async Task<PackageOutcome> TryAsync(string id, Func<Task<PackageOutcome>> work, bool isOneOfMany = false)
    {
        try
        {
            return await work();
        }
        catch (PluginHostException error) when (error is not WrongUseException || isOneOfMany)
        {
            return new PackageRefused(id, error.Message);
        }
    }

    private string? PathIn(string what)
    {
        var path = Path.GetFullPath(what, _options.Folder);
        var looksLikePath = what.AsSpan().ContainsAny('/', '\\') || what is "." or ".." || what.EndsWith(".nupkg", StringComparison.OrdinalIgnoreCase) || what.EndsWith(".zip", StringComparison.OrdinalIgnoreCase);
        if (!looksLikePath)
            return null;

        return File.Exists(path) || Directory.Exists(path) ? path : throw new WrongUseException($"There is no {what}. A plugin is named by its id, by its package or by its folder.");
    }

    private (string Id, NuGetVersion? Version) ReadId(string what)
    {
        var parts = what.Split('@', 2);
        var id = parts[0].ToLowerInvariant();
        if (!PluginIdText.IsValid(id))
        {
            throw new WrongUseException(PluginIdText.Explain(parts[0])
                + (File.Exists(Path.GetFullPath(what, _options.Folder)) ? $" A file is named with its folder: .{Path.DirectorySeparatorChar}{what}" : ""));
        }

        if (parts.Length == 1)
            return (id, null);

        return VersionText.IsValid(parts[1]) ? (id, NuGetVersion.Parse(parts[1])) : throw new WrongUseException(VersionText.Explain(parts[1]));
    }
}
