using PluginHost.Engine.Plugins;

namespace PluginHost.Engine.Packages.Checks;

/// <summary>Looks whether the name of a plugin's assembly belongs to somebody else: faults are blamed by it, and scripts see it.</summary>
internal static class TakenName
{
    /// <returns>Who has the name; null where nobody has.</returns>
    public static string? Refuse(PluginManifest manifest, PluginCatalog catalog)
    {
        if (File.Exists(Path.Combine(AppContext.BaseDirectory, manifest.Entry)))
            return $"its assembly is called {manifest.Entry}, as one of PluginHost's own is. Its author has to name it otherwise.";

        var owner = catalog.All.FirstOrDefault(plugin =>
            plugin.Id != manifest.Id && string.Equals(plugin.Manifest?.Entry, manifest.Entry, StringComparison.OrdinalIgnoreCase));
        return owner is null ? null : $"its assembly is called {manifest.Entry}, as that of {owner.Id}. Remove one of the two: \"pluginhost plugins remove {owner.Id}\".";
    }
}
