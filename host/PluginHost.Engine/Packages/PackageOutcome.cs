namespace PluginHost.Engine.Packages;

/// <summary>What became of one plugin: <see cref="PackageChanged"/>, <see cref="PackageKept"/> or <see cref="PackageRefused"/>.</summary>
public abstract record PackageOutcome(string Id);
