namespace PluginHost.Engine.Plugins;

/// <summary>The manifest is sound.</summary>
internal sealed record ManifestRead(PluginManifest Manifest) : ManifestReading;
