using PluginHost.Engine.Packages.Checks;
using PluginHost.Engine.Packages.Installed;
using PluginHost.Engine.Packages.Locking;
using PluginHost.Engine.Packages.Reading;
using PluginHost.Engine.Plugins;
using PluginHost.Engine.Plugins.Compatibility;
using PluginHost.Engine.Plugins.Index;
using PluginHost.Engine.Plugins.Running;
using PluginHost.Engine.Ways;

namespace PluginHost.Engine.Packages;

/// <summary>
/// The way of a package that lies here: unpacked beside what runs, hashed, checked, asked for, and given its name. Until then nobody uses it, and whatever ends the process in
/// between leaves a folder that the next installation clears away.
/// </summary>
internal sealed class Installation(PackagePlaces places, PackageLimits limits, PluginCatalog catalog, PackageOptions options)
{
    private static readonly TimeSpan Abandoned = TimeSpan.FromHours(1);
    private readonly Lazy<ContractSurface> _contracts = new(() => ContractSurface.Of(ContractAssemblies.Own.Select(contract => contract.Location)));

    /// <param name="fetched">The package.</param>
    /// <param name="expected">What the lock says that it must be; null where it is new.</param>
    /// <param name="installed">The version that the workspace has now, where it has one.</param>
    /// <param name="cancel">Gives up.</param>
    public async Task<InstallResult> RunAsync(FetchedPackage fetched, LockedPlugin? expected, LockedPlugin? installed, CancellationToken cancel)
    {
        var manifest = fetched.Package.Manifest;
        if (expected is not null && fetched.Sha512 is { } hash && hash != expected.Sha512)
            return Refused($"{Name(manifest)} from {fetched.Source} is not the package that was locked: its SHA-512 is {hash[..16]}…, and {LockFile.FileName} says {expected.Sha512[..16]}…. Somebody has put another in its place.");

        var staging = places.NewStaging(manifest.Id);
        try
        {
            Clear(places.HomeOf(manifest.Id));
            Directory.CreateDirectory(staging);
            if (await Unpacking.WriteAsync(fetched.Package, staging, limits, cancel) is { } damage)
                return Refused($"{Name(manifest)} is refused: {damage}");

            var files = FileList.Of(staging);
            var locked = new LockedPlugin { Id = manifest.Id, Version = manifest.Version, Source = fetched.Source, Sha512 = fetched.Sha512 ?? files.Hash, Files = files.Hash };
            if (expected is not null && (locked.Files != expected.Files || locked.Sha512 != expected.Sha512))
                return Refused($"{Name(manifest)} from {fetched.Source} is not what was locked: its files have other hashes than {LockFile.FileName} says.");

            if (Check(manifest, staging, files) is { } reason)
                return Refused(reason);

            if (locked.Sha512 == installed?.Sha512 && IsWhole(locked, files))
                return new InstallReady(locked with { Previous = installed.Previous }, manifest);

            if (IsAsked(manifest, expected, installed, locked, staging, out var candidate) && !await options.Consent(candidate, cancel))
                return new InstallDeclined();

            options.Accepted(candidate);
            await NameAsync(locked, staging, files, cancel);
            return new InstallReady(locked, manifest);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return Refused($"{Name(manifest)} cannot be unpacked into {places.HomeOf(manifest.Id)}: {error.Message}");
        }
        finally
        {
            Delete(staging);
        }
    }

    // An update from where the plugin came from that needs no more than what a person has said yes to is not asked for again.
    private bool IsAsked(PluginManifest manifest, LockedPlugin? expected, LockedPlugin? installed, LockedPlugin locked, string staging, out InstallCandidate candidate)
    {
        var before = installed is null ? null : ManifestOf(places.FolderOf(installed));
        candidate = new InstallCandidate
        {
            Manifest = manifest,
            Source = locked.Source,
            SourceInFull = Sources.SourceText.IsFeed(locked.Source) ? locked.Source : Path.GetFullPath(locked.Source, Path.GetDirectoryName(options.WorkspaceFile)!),
            Sha512 = locked.Sha512,
            Folder = staging,
            Installed = expected is null ? installed : null,
            NewNeeds = [.. manifest.Needs.Except(before?.Needs ?? [])],
            TakesPlaceOfBundled = catalog.Find(manifest.Id) is { Origin: PluginOrigin.Bundled, Manifest: not null },
            IsRestored = expected is not null,
        };
        return before is null || candidate.NewNeeds.Count > 0 || installed!.Source != locked.Source || options.IsAsked(candidate);
    }

    private string? Check(PluginManifest manifest, string folder, FileList files)
    {
        var paths = files.Files.Select(file => file.Path).ToList();
        if (PluginFolder.Read(folder, _contracts).Refusal is { } refusal)
            return $"{Name(manifest)} is refused: {refusal.Replace(folder, "the package", StringComparison.Ordinal)}";

        var exported = catalog.Usable.SelectMany(plugin => plugin.Manifest!.Contracts).Select(contract => Path.GetFileNameWithoutExtension(contract)).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var reason = NativeCode.Refuse(paths, folder) ?? TakenName.Refuse(manifest, catalog) ?? Closure.FindMissing(folder, paths, manifest.Entry, exported);
        return reason is null ? null : $"{Name(manifest)} is refused: {reason}";
    }

    private bool IsWhole(LockedPlugin locked, FileList files) => Directory.Exists(places.FolderOf(locked)) && File.Exists(places.ListOf(locked)) && files.Differs(places.FolderOf(locked)) is null;

    // The list first: a folder that has its name has its list.
    private async Task NameAsync(LockedPlugin locked, string staging, FileList files, CancellationToken cancel)
    {
        var folder = places.FolderOf(locked);
        await WholeFile.WriteAsync(places.ListOf(locked), files.Text, cancel);
        if (Directory.Exists(folder))
        {
            if (files.Differs(folder) is null)
                return;

            // Altered: out of the way, under a name that the next installation clears.
            Directory.Move(folder, places.NewStaging(locked.Id));
        }

        Directory.Move(staging, folder);
    }

    private void Clear(string home)
    {
        if (!Directory.Exists(home))
            return;

        foreach (var left in Directory.EnumerateDirectories(home, ".*.unpacking").Where(left => Directory.GetLastWriteTimeUtc(left) < options.Clock.GetUtcNow().UtcDateTime - Abandoned))
            Delete(left);
    }

    // What cannot be deleted now, as where somebody looks at it, is cleared the next time.
    private static void Delete(string folder)
    {
        try
        {
            if (Directory.Exists(folder))
                Directory.Delete(folder, recursive: true);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return;
        }
    }

    private static PluginManifest? ManifestOf(string folder) => (PluginManifestFile.Read(Path.Combine(folder, PluginManifestFile.FileName)) as ManifestRead)?.Manifest;

    private static string Name(PluginManifest manifest) => $"{manifest.Id} {manifest.Version}";

    private static InstallRefused Refused(string reason) => new(reason);
}
