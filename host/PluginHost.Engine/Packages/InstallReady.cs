using PluginHost.Engine.Packages.Locking;
using PluginHost.Engine.Plugins;

namespace PluginHost.Engine.Packages;

/// <summary>It lies unpacked under its name; the lock may say so.</summary>
internal sealed record InstallReady(LockedPlugin Locked, PluginManifest Manifest) : InstallResult;
