namespace PluginHost.Engine.Packages;

/// <summary>It is not installed, and nothing of it is left: why, and what to do.</summary>
internal sealed record InstallRefused(string Reason) : InstallResult;
