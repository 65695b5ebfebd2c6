namespace PluginHost.Engine.Packages;

/// <summary>A package that an update would install.</summary>
/// <param name="Version">Its version, as people read it.</param>
/// <param name="FetchAsync">Fetches it.</param>
internal sealed record NewerPackage(string Version, Func<Task<FetchedPackage>> FetchAsync);
