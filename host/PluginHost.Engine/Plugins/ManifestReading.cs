namespace PluginHost.Engine.Plugins;

/// <summary>What reading a <c>plugin.yaml</c> came to: <see cref="ManifestRead"/> or <see cref="ManifestRefused"/>.</summary>
internal abstract record ManifestReading;
