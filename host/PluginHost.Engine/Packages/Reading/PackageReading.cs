namespace PluginHost.Engine.Packages.Reading;

/// <summary>What opening a package came to: <see cref="PackageRead"/> or <see cref="PackageUnreadable"/>.</summary>
internal abstract record PackageReading;
