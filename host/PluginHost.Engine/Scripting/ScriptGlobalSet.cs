using PluginHost.Engine.Plugins;

namespace PluginHost.Engine.Scripting;

/// <summary>The globals that the plugins of one catalog and the host give to scripts.</summary>
/// <param name="Catalog">The catalog.</param>
/// <param name="Globals">Those that scripts have.</param>
/// <param name="Clashes">Names that two claim, and who they are. Scripts have neither.</param>
internal sealed record ScriptGlobalSet(
    PluginCatalog Catalog, IReadOnlyList<ScriptGlobalDeclaration> Globals, IReadOnlyDictionary<string, string> Clashes)
{
    public static ScriptGlobalSet Of(PluginCatalog catalog)
    {
        var globals = new List<ScriptGlobalDeclaration>
        {
            new()
            {
                Name = "Profiles",
                Type = "PluginHost.Campaigns.IProfiles",
                Description = "The profiles of the workspace.",
                Assembly = "PluginHost.Campaigns",
                Plugin = "",
            },
        };
        globals.AddRange(
            from plugin in catalog.Usable
            from global in plugin.Contributions!.ScriptGlobals
            select new ScriptGlobalDeclaration { Name = global.Name, Type = global.Type, Assembly = global.Assembly, Description = global.Description, Plugin = plugin.Id });

        var clashes = globals.GroupBy(global => global.Name, StringComparer.Ordinal)
            .Where(group => group.Count() > 1)
            .ToDictionary(group => group.Key, group => string.Join(" and ", group.Select(global => global.Plugin.Length > 0 ? global.Plugin : "the host")), StringComparer.Ordinal);
        return new ScriptGlobalSet(catalog, [.. globals.Where(global => !clashes.ContainsKey(global.Name))], clashes);
    }
}
