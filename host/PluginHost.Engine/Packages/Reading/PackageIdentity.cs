using System.Text;
using NuGet.Packaging;
using NuGet.Packaging.Core;
using NuGet.Versioning;
using PluginHost.Engine.Plugins;

namespace PluginHost.Engine.Packages.Reading;

/// <summary>Who a NuGet package says it is. The plugin in it must say the same.</summary>
internal sealed record PackageIdentity(string Id, NuGetVersion Version, IReadOnlyList<string> Types)
{
    /// <returns>Null where the <c>.nuspec</c> is none.</returns>
    public static PackageIdentity? Read(PackagedFile file, PackageLimits limits)
    {
        try
        {
            using var text = new MemoryStream(Encoding.UTF8.GetBytes(TextOf(file, limits)));
            var nuspec = new NuspecReader(text);
            return new PackageIdentity(nuspec.GetId(), nuspec.GetVersion(), [.. nuspec.GetPackageTypes().Select(type => type.Name)]);
        }
        catch (Exception error) when (error is System.Xml.XmlException or PackagingException or InvalidDataException or ArgumentException or InvalidOperationException)
        {
            return null;
        }
    }

    /// <summary>Why a plugin is not the one that the package says; null where it is.</summary>
    public string? Refuse(PluginManifest manifest)
    {
        if (!string.Equals(Id, manifest.Id, StringComparison.OrdinalIgnoreCase))
            return $"the package is called {Id}, and the plugin in it {manifest.Id}.";

        return NuGetVersion.TryParse(manifest.Version, out var version) && version == Version
            ? null
            : $"the package has the version {Version.ToNormalizedString()}, and the plugin in it {manifest.Version}.";
    }

    /// <summary>The text of a small file in a package; what is longer than it may be is cut, whatever length the package states.</summary>
    public static string TextOf(PackagedFile file, PackageLimits limits)
    {
        using var stream = file.Open();
        var bytes = new byte[limits.Manifest];
        var length = stream.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false);
        return Encoding.UTF8.GetString(bytes, 0, length).TrimStart('\uFEFF');
    }
}
