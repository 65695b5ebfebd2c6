using PluginHost.Engine.Plugins;

namespace PluginHost.Engine.Packages.Reading;

/// <summary>A plugin that can be unpacked: who it is, and its files.</summary>
internal sealed class PluginPackage(PluginManifest manifest, IReadOnlyList<PackagedFile> files, IDisposable? owner) : IDisposable
{
    public PluginManifest Manifest { get; } = manifest;

    /// <summary>Its files, without contracts: those are the host's.</summary>
    public IReadOnlyList<PackagedFile> Files { get; } = files;

    public void Dispose() => owner?.Dispose();
}
