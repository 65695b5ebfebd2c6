namespace PluginHost.Engine.Packages;

/// <summary>The workspace has another version of a plugin now, or none.</summary>
/// <param name="Id">The plugin.</param>
/// <param name="Version">The version that it has; null where it is gone.</param>
/// <param name="What">What was done, as people read it.</param>
public sealed record PackageChanged(string Id, string? Version, string What) : PackageOutcome(Id);
