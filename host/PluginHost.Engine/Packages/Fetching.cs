using NuGet.Versioning;
using PluginHost.Engine.Packages.Installed;
using PluginHost.Engine.Packages.Locking;
using PluginHost.Engine.Packages.Reading;
using PluginHost.Engine.Packages.Sources;
using PluginHost.Sdk;

namespace PluginHost.Engine.Packages;

/// <summary>Gets packages onto this machine: from a file, a folder or a source, and where a hash is known, from what was fetched before.</summary>
internal sealed class Fetching(PackagePlaces places, PackageLimits limits)
{
    /// <summary>Opens what a person has named by its path.</summary>
    /// <exception cref="PluginHostException">It is no plugin; the message says why.</exception>
    public async Task<FetchedPackage> OpenAsync(string path, string source, CancellationToken cancel)
    {
        if (Directory.Exists(path))
            return new FetchedPackage(Demand(PackageFile.ReadFolder(path, limits)), source, null, null);

        if (!File.Exists(path))
            throw new PluginHostException($"There is no {path}.");

        // Before it is read to its end, which a device does not have.
        if (new FileInfo(path).Length is var length && (length > limits.Package || length == 0))
            throw new PluginHostException($"{path} is no package: it is {(length > limits.Package ? $"larger than {limits.Package >> 20} MB" : "empty, or no plain file")}.");

        var hash = await HashAsync(path, cancel);
        return new FetchedPackage(Demand(PackageFile.Read(path, limits)), source, path, hash);
    }

    /// <summary>Fetches a package from a source into the cache.</summary>
    /// <exception cref="PluginHostException">It cannot be fetched, or is no plugin.</exception>
    public async Task<FetchedPackage> FetchAsync(IPackageSource source, string id, NuGetVersion version, CancellationToken cancel)
    {
        var file = places.PackageOf(id, version.ToNormalizedString());
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        var draft = $"{file}.{Path.GetRandomFileName()}.half-written";
        try
        {
            await source.FetchAsync(id, version, draft, cancel);
            File.Move(draft, file, overwrite: true);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new PluginHostException($"{id} {version.ToNormalizedString()} cannot be kept in {Path.GetDirectoryName(file)}: {error.Message}", error);
        }
        finally
        {
            File.Delete(draft);
        }

        return await OpenAsync(file, source.Name, cancel);
    }

    /// <summary>What was fetched before, where it is what the lock says.</summary>
    public async Task<FetchedPackage?> FromCacheAsync(LockedPlugin locked, CancellationToken cancel)
    {
        var file = places.PackageOf(locked.Id, locked.Version);
        return File.Exists(file) && await HashAsync(file, cancel) == locked.Sha512 ? await OpenAsync(file, locked.Source, cancel) : null;
    }

    /// <summary>Keeps a package that was named by its path, so that it can be restored when the file is gone.</summary>
    public void Keep(FetchedPackage fetched)
    {
        var file = places.PackageOf(fetched.Package.Manifest.Id, fetched.Package.Manifest.Version);
        if (fetched.File is null || fetched.File == file)
            return;

        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            var draft = $"{file}.{Path.GetRandomFileName()}.half-written";
            File.Copy(fetched.File, draft, overwrite: true);
            File.Move(draft, file, overwrite: true);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return; // It can be restored from where it came.
        }
    }

    private static async Task<string> HashAsync(string path, CancellationToken cancel)
    {
        try
        {
            return await Sha512Text.OfFileAsync(path, cancel);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new PluginHostException($"{path} cannot be read: {error.Message}", error);
        }
    }

    private static PluginPackage Demand(PackageReading reading) => reading switch
    {
        PackageRead read => read.Package,
        PackageUnreadable unreadable => throw new PluginHostException(unreadable.Reason),
        var other => throw new InvalidOperationException($"A package was read as {other}."),
    };
}
