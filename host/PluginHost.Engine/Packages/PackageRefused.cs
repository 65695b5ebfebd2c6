namespace PluginHost.Engine.Packages;

/// <summary>It was not done, and all is as it was: why, and what to do.</summary>
public sealed record PackageRefused(string Id, string Reason) : PackageOutcome(Id);
