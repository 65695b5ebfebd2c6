using PluginHost.Engine.Packages.Reading;

namespace PluginHost.Engine.Packages;

/// <summary>A package that lies on this machine, open.</summary>
/// <param name="Package">What is in it.</param>
/// <param name="Source">Where it is from, as the lock will say.</param>
/// <param name="File">The file; null where it is a folder.</param>
/// <param name="Sha512">The SHA-512 of the file; null where it is a folder, whose hash is that of the list of its files.</param>
internal sealed record FetchedPackage(PluginPackage Package, string Source, string? File, string? Sha512) : IDisposable
{
    public void Dispose() => Package.Dispose();
}
