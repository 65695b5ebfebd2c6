using NuGet.Versioning;
using PluginHost.Engine.Packages.Locking;
using PluginHost.Engine.Packages.Reading;
using PluginHost.Sdk;

namespace PluginHost.Engine.Packages.Sources;

/// <summary>A folder with packages in it, or below it as NuGet lays them out. What else lies there is passed by.</summary>
internal sealed class FolderSource(string name, string folder, PackageLimits limits) : IPackageSource
{
    private static readonly EnumerationOptions Below = new() { RecurseSubdirectories = true, MaxRecursionDepth = 3, AttributesToSkip = FileAttributes.ReparsePoint, IgnoreInaccessible = true };

    public string Name => name;

    public Task<IReadOnlyList<NuGetVersion>> FindVersionsAsync(string id, CancellationToken cancel) =>
        Task.FromResult<IReadOnlyList<NuGetVersion>>([.. Packages($"{id}.*.nupkg", cancel).Where(package => package.Id == id).Select(package => package.Version).Distinct()]);

    public async Task FetchAsync(string id, NuGetVersion version, string file, CancellationToken cancel)
    {
        var found = Packages($"{id}.*.nupkg", cancel).Where(package => package.Id == id && package.Version == version).ToList();
        if (found.Count == 0)
            throw new PluginHostException($"{name} has no {id} {version.ToNormalizedString()}.");

        var hashes = new List<string>();
        foreach (var package in found)
            hashes.Add(await Sha512Text.OfFileAsync(package.File, cancel));

        if (hashes.Distinct().Count() > 1)
        {
            throw new PluginHostException(
                $"{name} has two packages that call themselves {id} {version.ToNormalizedString()} and are not the same: {string.Join(", ", found.Select(package => Path.GetFileName(package.File)))}. "
                + "Name the file that you mean: pluginhost plugins add FILE.");
        }

        File.Copy(found[0].File, file, overwrite: true);
    }

    public Task<IReadOnlyList<OfferedPlugin>> SearchAsync(string text, bool prerelease, CancellationToken cancel) => Task.FromResult<IReadOnlyList<OfferedPlugin>>(
    [
        .. Packages("*.nupkg", cancel)
            .Where(package => prerelease || !package.Version.IsPrerelease)
            .Where(package => package.Id.Contains(text, StringComparison.OrdinalIgnoreCase) || package.Title.Contains(text, StringComparison.OrdinalIgnoreCase))
            .GroupBy(package => package.Id)
            .Select(group => group.MaxBy(package => package.Version)!)
            .Select(package => new OfferedPlugin { Id = package.Id, Version = package.Version.ToNormalizedString(), Description = package.Title, Authors = "", Source = name }),
    ]);

    private List<Found> Packages(string pattern, CancellationToken cancel)
    {
        if (!Directory.Exists(folder))
            throw new PluginHostException($"The source {name} is no folder: there is no {folder}.");

        var found = new List<Found>();
        foreach (var file in Directory.EnumerateFiles(folder, pattern, Below).Order(StringComparer.Ordinal))
        {
            cancel.ThrowIfCancellationRequested();
            if (PackageFile.Read(file, limits) is not PackageRead { Package: var package })
                continue;

            using (package)
                found.Add(new Found(package.Manifest.Id, NuGetVersion.Parse(package.Manifest.Version), package.Manifest.Name, file));
        }

        return found;
    }

    private sealed record Found(string Id, NuGetVersion Version, string Title, string File);
}
