using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using PluginHost.Engine.Plugins.Contributions;
using PluginHost.Sdk;

namespace PluginHost.Engine.Plugins.Compatibility;

/// <summary>Says why a plugin cannot run with the contracts of this program, and what to do.</summary>
internal static class Incompatibility
{
    private const int Named = 3;

    /// <summary>Looks at a plugin's assembly, which is one.</summary>
    /// <param name="assemblyPath">Its file.</param>
    /// <param name="manifest">Who it is.</param>
    /// <param name="contracts">What this program has.</param>
    /// <param name="version">The version of this program's SDK.</param>
    /// <returns>The reason; null where all is there.</returns>
    public static string? Find(string assemblyPath, PluginManifest manifest, ContractSurface contracts, Version version)
    {
        try
        {
            using var pe = new PEReader(System.IO.File.OpenRead(assemblyPath));
            var reader = pe.GetMetadataReader();
            MetadataBounds.Demand(reader);
            var missing = new MemberCheck(reader, contracts).FindMissing();
            return missing.Count == 0 ? null : Explain(missing, BuiltWith(reader), manifest, version);
        }
        catch (Exception damage) when (MetadataBounds.IsDamage(damage))
        {
            // Of one plugin: the others go on.
            return $"{Path.GetFileName(assemblyPath)} is damaged: what it uses cannot be read. Build or install the plugin again.";
        }
    }

    private static string Explain(IReadOnlyCollection<string> missing, string? sdk, PluginManifest manifest, Version version)
    {
        var named = string.Join(", ", missing.Take(Named));
        var more = missing.Count > Named ? $" and {missing.Count - Named} more" : "";
        var built = sdk is not null ? $" It was built with SDK {sdk}, which has them." : "";
        return $"{manifest.Id} {manifest.Version} uses what this program's SDK {version.ToString(2)} does not have: {named}{more}.{built} "
            + $"Update PluginHost, or install an older {manifest.Id}.";
    }

    // Written into the assembly by the SDK's package.
    private static string? BuiltWith(MetadataReader reader) => DeclaredAttribute.Of(reader, reader.GetAssemblyDefinition().GetCustomAttributes())
        .FirstOrDefault(attribute => attribute.Type == typeof(BuiltWithAttribute).FullName)?.Text(0);
}
