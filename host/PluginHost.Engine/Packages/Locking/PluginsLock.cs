namespace PluginHost.Engine.Packages.Locking;

/// <summary>What a <c>plugins.lock.yaml</c> says: one version of each installed plugin of a workspace.</summary>
public sealed record PluginsLock
{
    /// <summary>The plugins, by id.</summary>
    public required IReadOnlyList<LockedPlugin> Plugins { get; init; }

    public static PluginsLock Empty { get; } = new() { Plugins = [] };

    /// <summary>A plugin by its id; null where none of it is locked.</summary>
    public LockedPlugin? Find(string id) => Plugins.FirstOrDefault(plugin => plugin.Id == id);

    /// <summary>The same with another version of a plugin.</summary>
    public PluginsLock With(LockedPlugin plugin) => new() { Plugins = [.. Plugins.Where(known => known.Id != plugin.Id).Append(plugin).OrderBy(known => known.Id, StringComparer.Ordinal)] };

    /// <summary>The same without a plugin.</summary>
    public PluginsLock Without(string id) => new() { Plugins = [.. Plugins.Where(known => known.Id != id)] };
}
