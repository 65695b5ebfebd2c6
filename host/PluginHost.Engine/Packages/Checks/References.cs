using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace PluginHost.Engine.Packages.Checks;

/// <summary>Reads what an assembly refers to, without loading it.</summary>
internal static class References
{
    /// <summary>Whether a file is an assembly of .NET.</summary>
    public static bool IsAssembly(string file)
    {
        try
        {
            using var pe = new PEReader(File.OpenRead(file));
            return pe.HasMetadata && pe.GetMetadataReader().IsAssembly;
        }
        catch (BadImageFormatException)
        {
            return false;
        }
    }

    /// <summary>The assemblies that an assembly refers to; none where the file is no assembly.</summary>
    public static IReadOnlyList<(string Name, Version Version)> Of(string file)
    {
        try
        {
            using var pe = new PEReader(File.OpenRead(file));
            if (!pe.HasMetadata)
                return [];

            var reader = pe.GetMetadataReader();
            return [.. reader.AssemblyReferences.Select(reader.GetAssemblyReference).Select(reference => (reader.GetString(reference.Name), reference.Version))];
        }
        catch (BadImageFormatException)
        {
            return [];
        }
    }
}
