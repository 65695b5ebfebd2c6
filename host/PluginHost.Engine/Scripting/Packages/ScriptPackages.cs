using System.Globalization;
using System.Runtime.InteropServices;

namespace PluginHost.Engine.Scripting;

/// <summary>
/// Finds the packages that scripts name. What was found is kept, with the packages themselves: the next time, and offline, nobody is asked. Packages of one
/// script are fetched together, so that they agree on what they share.
/// </summary>
/// <param name="folder">Where packages, and what was found, are kept.</param>
/// <param name="dotnet">The command of the .NET SDK.</param>
internal sealed class ScriptPackages(string folder, string dotnet = "dotnet")
{
    private static readonly (string Framework, string Machine) Place =
        (string.Create(CultureInfo.InvariantCulture, $"net{Environment.Version.Major}.0"), RuntimeInformation.RuntimeIdentifier);

    /// <param name="packages">The packages.</param>
    /// <param name="scriptFolder">The script's folder, where the SDK looks for its settings.</param>
    /// <param name="cancel">Gives up.</param>
    /// <exception cref="PackageException">They cannot be had.</exception>
    public PackageSet Find(IReadOnlyList<PackageName> packages, string scriptFolder, CancellationToken cancel)
    {
        var wanted = packages.OrderBy(package => package.Id, StringComparer.OrdinalIgnoreCase).Distinct().ToList();
        var path = Path.Combine(folder, NameOf(wanted));
        if (Read(path) is { } known)
            return known;

        var assets = PackageRestore.Run(dotnet, wanted, Place, Path.Combine(folder, "store"), scriptFolder, cancel);
        var found = PackageAssets.Read(assets, $"{Place.Framework}/{Place.Machine}");
        Directory.CreateDirectory(folder);
        var temporary = Path.Combine(folder, Path.GetRandomFileName());
        File.WriteAllText(temporary, assets);
        File.Move(temporary, path, overwrite: true);
        return found;
    }

    private static PackageSet? Read(string path)
    {
        if (!File.Exists(path))
            return null;

        var known = PackageAssets.Read(File.ReadAllText(path), $"{Place.Framework}/{Place.Machine}");
        return known.IsThere ? known : null;
    }

    // Readable where it is short; file systems end at 255 bytes.
    private static string NameOf(IReadOnlyList<PackageName> packages)
    {
        var name = string.Join('+', packages.Select(package => $"{package.Id}@{package.Version}")).ToLowerInvariant();
        var kept = name.Length <= 150 ? name : $"{name[..140]}~{ScriptKey.NameOf(name)}";
        return $"{kept}.{Place.Framework}.{Place.Machine}.json";
    }
}
