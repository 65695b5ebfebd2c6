namespace PluginHost.Engine.Packages;

/// <summary>What unpacking and asking came to: <see cref="InstallReady"/>, <see cref="InstallDeclined"/> or <see cref="InstallRefused"/>.</summary>
internal abstract record InstallResult;
