namespace PluginHost.Engine.Packages.Reading;

/// <summary>It is a plugin's package, as far as can be seen without unpacking it. Whoever gets it disposes it.</summary>
internal sealed record PackageRead(PluginPackage Package) : PackageReading;
