namespace PluginHost.Engine.Packages;

/// <summary>There was nothing to do, or the person wanted nothing done.</summary>
/// <param name="Id">The plugin.</param>
/// <param name="Version">The version that the workspace has; null where it has none.</param>
/// <param name="Why">Why, as people read it.</param>
public sealed record PackageKept(string Id, string? Version, string Why) : PackageOutcome(Id);
