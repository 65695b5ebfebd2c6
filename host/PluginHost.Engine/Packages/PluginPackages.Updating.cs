using NuGet.Versioning;
using PluginHost.Engine.Packages.Locking;
using PluginHost.Engine.Packages.Sources;
using PluginHost.Engine.Plugins;
using PluginHost.Sdk;

namespace PluginHost.Engine.Packages;

/// <content>Updating plugins.</content>
public sealed partial class PluginPackages
{
    /// <summary>Installs the newest version of a plugin from where it came, or the one that it is pinned to; the one before is kept.</summary>
    /// <param name="id">The plugin; null for all that were installed.</param>
    /// <param name="cancel">Gives up after the plugin that is in hand.</param>
    /// <exception cref="WrongUseException">The workspace has no such plugin, or it was not installed.</exception>
    public async Task<IReadOnlyList<PackageOutcome>> UpdateAsync(string? id, CancellationToken cancel)
    {
        var state = State();
        if (id is not null)
        {
            DemandNamed(state, id);
            if (state.Lock.Find(id) is null)
                throw new WrongUseException($"{id} was not installed: it comes with the program or from a path. \"pluginhost plugins add {id}\" installs it.");
        }

        var outcomes = new List<PackageOutcome>();
        foreach (var locked in state.Lock.Plugins.Where(plugin => id is null ? state.Entry(plugin.Id) is not null : plugin.Id == id))
            outcomes.Add(await TryAsync(locked.Id, () => UpdateAsync(State(), locked, cancel), isOneOfMany: id is null));

        return outcomes;
    }

    private async Task<PackageOutcome> UpdateAsync(PackageState state, LockedPlugin locked, CancellationToken cancel)
    {
        if (await NewerAsync(state, locked, cancel) is not { } newer)
        {
            if (state.Installed.Refuse(locked) is { } altered)
                return new PackageRefused(locked.Id, altered);

            var pin = state.Entry(locked.Id)?.Version;
            return new PackageKept(locked.Id, locked.Version, pin is null ? "is the newest." : $"is pinned to {pin}.");
        }

        using var fetched = await newer.FetchAsync();
        return await InstallAsync(state, fetched, cancel);
    }

    /// <summary>The version that an update would install; null where it would install none.</summary>
    private async Task<NewerPackage?> NewerAsync(PackageState state, LockedPlugin locked, CancellationToken cancel)
    {
        var pinned = state.Entry(locked.Id)?.Version is { } pin ? NuGetVersion.Parse(pin) : null;
        var now = NuGetVersion.Parse(locked.Version);
        if (pinned == now)
            return null;

        if (_options.Sources.Count == 0 && OwnPathOf(locked) is { } path)
            return new NewerPackage("what is there now", () => _fetching.OpenAsync(path, locked.Source, cancel));

        IReadOnlyList<IPackageSource> sources = _options.Sources.Count > 0 ? SourcesOf(state) : [_sources.Of(locked.Source)];
        var (source, version) = await FindAsync(sources, locked.Id, pinned, _options.Prerelease || now.IsPrerelease, cancel);
        return pinned is null && version <= now ? null : new NewerPackage(version.ToNormalizedString(), () => _fetching.FetchAsync(source, locked.Id, version, cancel));
    }

    /// <summary>The file or folder that a plugin was installed from by its path; null where it came from a source, or is gone.</summary>
    private string? OwnPathOf(LockedPlugin locked)
    {
        if (SourceText.IsFeed(locked.Source))
            return null;

        var path = Path.GetFullPath(locked.Source, Root);
        return File.Exists(path) || File.Exists(Path.Combine(path, PluginManifestFile.FileName)) ? path : null;
    }
}
