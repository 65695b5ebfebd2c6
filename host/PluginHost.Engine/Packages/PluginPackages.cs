using NuGet.Versioning;
using PluginHost.Engine.Packages.Installed;
using PluginHost.Engine.Packages.Locking;
using PluginHost.Engine.Packages.Reading;
using PluginHost.Engine.Packages.Sources;
using PluginHost.Engine.Workspaces;
using PluginHost.Engine.Workspaces.Editing;
using PluginHost.Sdk;

namespace PluginHost.Engine.Packages;

/// <summary>
/// The plugins of a workspace that are not part of the program: found, installed, updated, taken back and removed. What runs is not touched: a workspace that is open takes up
/// <c>plugins.yaml</c> and <c>plugins.lock.yaml</c> by itself.
/// </summary>
public sealed partial class PluginPackages
{
    private readonly PackageOptions _options;
    private readonly PackageLimits _limits = new();
    private readonly PackagePlaces _places;
    private readonly Fetching _fetching;
    private readonly SourceList _sources;

    public PluginPackages(PackageOptions options)
    {
        _options = options;
        _places = new PackagePlaces(options.User);
        _fetching = new Fetching(_places, _limits);
        _sources = new SourceList(Root, _limits, options.Clock);
    }

    private string Root => Path.GetDirectoryName(Path.GetFullPath(_options.WorkspaceFile))!;

    private PackageState State() => PackageState.Read(_options);

    private IReadOnlyList<IPackageSource> SourcesOf(PackageState state) => _sources.Of(_options.Sources, _options.Folder, state.Workspace.Sources);

    // The newest that is wanted, of the first source that has the plugin at all: a stranger's higher number elsewhere takes nobody's place.
    private async Task<(IPackageSource Source, NuGetVersion Version)> FindAsync(IReadOnlyList<IPackageSource> sources, string id, NuGetVersion? wanted, bool prerelease, CancellationToken cancel)
    {
        if (sources.Count == 0)
            throw new PluginHostException("There is no source to look in. Name one: --source, or sources: in plugins.yaml.");

        foreach (var source in sources)
        {
            var versions = await source.FindVersionsAsync(id, cancel);
            if (versions.Count == 0)
                continue;

            var fitting = versions.Where(version => wanted is not null ? version == wanted : prerelease || !version.IsPrerelease).ToList();
            if (fitting.Count > 0)
                return (source, fitting.Max()!);

            var there = string.Join(", ", versions.OrderDescending().Take(5).Select(version => version.ToNormalizedString()));
            throw new PluginHostException(wanted is null
                ? $"{source.Name} has {id} in unfinished versions alone: {there}. \"--pre\" takes the newest of them."
                : $"{source.Name} has no {id} {wanted.ToNormalizedString()}. It has {there}.");
        }

        throw new PluginHostException($"No source has a plugin \"{id}\". Asked were {string.Join(", ", sources.Select(source => source.Name))}.");
    }

    // One after the other, so that two who add at once lose neither: the files are read again while nobody else may write them.
    private async Task<PackageOutcome> CommitAsync(LockedPlugin locked, string what, CancellationToken cancel)
    {
        using var hold = await WorkspaceHold.TakeAsync(Root, _options.Clock, cancel);
        var now = State();
        if (now.Entry(locked.Id) is null)
        {
            // Asked first, because the lock is written first: what cannot be named is not locked.
            if (new PluginsText(_options.WorkspaceFile, await File.ReadAllTextAsync(_options.WorkspaceFile, cancel)).Add(locked.Id) is FileEditRefused refused)
                return new PackageRefused(locked.Id, refused.ToString());
        }

        if (await WriteLockAsync(locked.Id, now.Lock.With(locked), cancel) is { } unwritten)
            return unwritten;

        return await PluginsFile.AddAsync(_options.WorkspaceFile, locked.Id, cancel) is FileEditRefused unnamed
            ? new PackageRefused(locked.Id, unnamed.ToString())
            : new PackageChanged(locked.Id, locked.Version, what);
    }

    private async Task<PackageRefused?> WriteLockAsync(string id, PluginsLock plugins, CancellationToken cancel)
    {
        try
        {
            await LockFile.WriteAsync(LockFile.Beside(_options.WorkspaceFile), plugins, cancel);
            return null;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return new PackageRefused(id, $"{LockFile.FileName} cannot be written: {error.Message}");
        }
    }

    private static LockedPlugin? Before(LockedPlugin? installed, LockedPlugin now) =>
        installed is null || installed.Sha512 == now.Sha512 ? installed?.Previous : installed with { Previous = null };
}
