using System.IO.Compression;
using PluginHost.Engine.Plugins;
using PluginHost.Engine.Plugins.Running;

namespace PluginHost.Engine.Packages.Reading;

/// <summary>
/// Opens a plugin's package: a <c>.nupkg</c> of the type <see cref="PackageType"/> with the plugin under <c>plugin/</c>, or a plain zip of a plugin's folder. Every name in it is looked at
/// before any is used.
/// </summary>
internal static class PackageFile
{
    public const string PackageType = "PluginHostPlugin";

    private const string Inside = "plugin/";
    private const int SymbolicLink = 0xA000;
    private const int FileTypeBits = 0xF000;

    // They may lead out, or round in circles.
    private static readonly EnumerationOptions WithoutLinks = new() { RecurseSubdirectories = true, AttributesToSkip = FileAttributes.ReparsePoint };

    /// <summary>The contracts are the host's, whatever a package brings.</summary>
    private static readonly HashSet<string> Contracts = new(ContractAssemblies.Own.Select(contract => contract.GetName().Name!), StringComparer.OrdinalIgnoreCase);

    public static PackageReading Read(string file, PackageLimits limits)
    {
        var name = Path.GetFileName(file);
        ZipArchive? zip = null;
        try
        {
            if (new FileInfo(file).Length > limits.Package)
                return new PackageUnreadable($"{name} is larger than {limits.Package >> 20} MB, which no plugin is.");

            zip = ZipFile.OpenRead(file);
            var reading = Read(zip, name, limits);
            if (reading is PackageRead)
                zip = null;

            return reading;
        }
        catch (InvalidDataException)
        {
            return new PackageUnreadable($"{name} is no package, or not the whole of one: it cannot be read as a zip. Fetch it again.");
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return new PackageUnreadable($"{name} cannot be read: {error.Message}");
        }
        finally
        {
            zip?.Dispose();
        }
    }

    private static PackageReading Read(ZipArchive zip, string name, PackageLimits limits)
    {
        if (zip.Entries.Count > limits.Files)
            return new PackageUnreadable($"{name} holds more than {limits.Files} files, which no plugin does.");

        var isNuGet = zip.Entries.Any(entry => IsNuspec(entry.FullName));
        var files = new List<PackagedFile>();
        foreach (var entry in zip.Entries)
        {
            // NuGet writes the names of its parts as an address has them.
            var path = isNuGet ? Uri.UnescapeDataString(entry.FullName) : entry.FullName;
            if (PackagePath.Refuse(path.EndsWith('/') ? path[..^1] : path) is { } wrong)
                return new PackageUnreadable($"{name} is refused: \"{path}\" {wrong}.");

            if (((entry.ExternalAttributes >> 16) & FileTypeBits) == SymbolicLink)
                return new PackageUnreadable($"{name} is refused: \"{path}\" is a link, which could lead anywhere.");

            if (!path.EndsWith('/'))
                files.Add(new PackagedFile(path, entry.Length, entry.Open));
        }

        if (PackagePath.FindClash(files.Select(file => file.Path)) is { } clash)
            return new PackageUnreadable($"{name} is refused: it {clash}.");

        if (files.Exists(file => file.Length > limits.Unpacked) || files.Sum(file => file.Length) > limits.Unpacked)
            return new PackageUnreadable($"{name} is refused: it would unpack to more than {limits.Unpacked >> 20} MB.");

        if (!isNuGet)
            return ReadPlugin(files, name, limits, zip, "");

        var identity = files.Find(file => IsNuspec(file.Path)) is { } nuspec ? PackageIdentity.Read(nuspec, limits) : null;
        if (identity is null)
            return new PackageUnreadable($"{name} is refused: its .nuspec cannot be read.");

        if (!identity.Types.Contains(PackageType, StringComparer.OrdinalIgnoreCase))
        {
            var type = identity.Types.Count > 0 ? string.Join(", ", identity.Types) : "Dependency";
            return new PackageUnreadable($"{name} is no plugin for PluginHost: it is a package of the type {type}, and a plugin's is {PackageType}.");
        }

        return ReadPlugin(files, name, limits, zip, Inside) switch
        {
            PackageRead read when identity.Refuse(read.Package.Manifest) is { } other => new PackageUnreadable($"{name} is refused: {other}"),
            var reading => reading,
        };
    }

    private static bool IsNuspec(string path) => !path.Contains('/', StringComparison.Ordinal) && path.EndsWith(".nuspec", StringComparison.OrdinalIgnoreCase);

    /// <summary>Reads a folder with a plugin in it.</summary>
    public static PackageReading ReadFolder(string folder, PackageLimits limits)
    {
        var name = Path.GetFileName(Path.TrimEndingDirectorySeparator(folder));
        var files = new List<PackagedFile>();
        foreach (var file in new DirectoryInfo(folder).EnumerateFiles("*", WithoutLinks))
        {
            var path = Path.GetRelativePath(folder, file.FullName).Replace('\\', '/');
            if (files.Count == limits.Files)
                return new PackageUnreadable($"{name} holds more than {limits.Files} files, which no plugin does.");

            files.Add(new PackagedFile(path, file.Length, file.OpenRead));
        }

        var reading = ReadPlugin(files, name, limits, null, "");
        return reading is PackageUnreadable && files.Exists(file => file.Path.EndsWith(".csproj", StringComparison.OrdinalIgnoreCase))
            ? new PackageUnreadable($"{folder} is a project. \"dotnet pack\" makes a package of it; or name it in plugins.yaml as path: {folder}, and it runs from its source.")
            : reading;
    }

    private static PackageReading ReadPlugin(List<PackagedFile> all, string name, PackageLimits limits, IDisposable? owner, string inside)
    {
        // A zip may hold the folder itself rather than what is in it.
        var manifestPath = inside + PluginManifestFile.FileName;
        if (inside.Length == 0 && !all.Exists(file => file.Path == manifestPath) && all.Select(file => file.Path.Split('/')[0]).Distinct().ToList() is [var only])
            (inside, manifestPath) = ($"{only}/", $"{only}/{PluginManifestFile.FileName}");

        if (all.Find(file => file.Path == manifestPath) is not { } found)
            return new PackageUnreadable($"{name} is no plugin: there is no {manifestPath} in it.");

        if (found.Length > limits.Manifest)
            return new PackageUnreadable($"{name} is refused: its {PluginManifestFile.FileName} is larger than {limits.Manifest >> 10} KB.");

        if (PluginManifestFile.Parse(PackageIdentity.TextOf(found, limits), manifestPath) is not ManifestRead { Manifest: var manifest } reading)
            return new PackageUnreadable($"{name} is refused:\n{string.Join('\n', ((ManifestRefused)PluginManifestFile.Parse(PackageIdentity.TextOf(found, limits), manifestPath)).Problems)}");

        var files = all
            .Where(file => file.Path.StartsWith(inside, StringComparison.Ordinal))
            .Select(file => file with { Path = file.Path[inside.Length..] })
            .Where(file => !Contracts.Contains(Path.GetFileNameWithoutExtension(file.Path)))
            .ToList();
        return files.Exists(file => file.Path == manifest.Entry)
            ? new PackageRead(new PluginPackage(manifest, files, owner))
            : new PackageUnreadable($"{name} is refused: {manifest.Entry}, which its plugin.yaml names as entry, is not beside that file. Pack it with \"dotnet pack\".");
    }
}
