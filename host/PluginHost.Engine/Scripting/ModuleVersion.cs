using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using System.Runtime.CompilerServices;
using PluginHost.Campaigns;
using PluginHost.Sdk;

namespace PluginHost.Engine.Scripting;

/// <summary>Finds the version id of a module, which differs from build to build.</summary>
internal static class ModuleVersion
{
    /// <summary>Of a contract assembly: from the loaded one, where there is one, since warming up the metadata reader costs 9 ms.</summary>
    public static Guid OfContract(string path)
    {
        if (path == typeof(ScriptGlobals).Assembly.Location)
            return typeof(ScriptGlobals).Module.ModuleVersionId;

        if (path == typeof(Profile).Assembly.Location)
            return typeof(Profile).Module.ModuleVersionId;

        foreach (var assembly in AppDomain.CurrentDomain.GetAssemblies())
        {
            if (!assembly.IsDynamic && assembly.Location == path)
                return assembly.ManifestModule.ModuleVersionId;
        }

        return OfFile(path);
    }

    /// <summary>Of a file, without loading it.</summary>
    /// <exception cref="BadImageFormatException">It is no assembly.</exception>
    /// <exception cref="IOException">It cannot be read.</exception>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static Guid OfFile(string path)
    {
        using var file = File.OpenRead(path);
        using var image = new PEReader(file);
        var metadata = image.GetMetadataReader();
        return metadata.GetGuid(metadata.GetModuleDefinition().Mvid);
    }
}
