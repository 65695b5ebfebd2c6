namespace PluginHost.Engine.Packages.Reading;

/// <summary>It is no package of a plugin, or none that may be unpacked: why, and what to do.</summary>
internal sealed record PackageUnreadable(string Reason) : PackageReading;
