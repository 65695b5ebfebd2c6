using PluginHost.Engine.Data.Yaml;
using PluginHost.Engine.Secrets.Keys;

namespace PluginHost.Engine.Workspaces;

/// <summary>Reads <c>vault:</c>, the one place that the vault's key is looked for in. Without it, all are asked in their order.</summary>
internal static class VaultSection
{
    public static string? Read(YamlEntry entry, FileProblems problems)
    {
        if (!entry.TryText(problems, out var text))
            return null;

        if (KeyPlaces.Refuse(text) is not { } refusal)
            return text;

        problems.Add(entry.Line, refusal);
        return null;
    }
}
