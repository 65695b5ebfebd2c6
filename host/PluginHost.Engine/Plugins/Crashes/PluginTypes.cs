using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using PluginHost.Engine.Plugins.Compatibility;

namespace PluginHost.Engine.Plugins.Crashes;

/// <summary>The names of the types in an assembly, read without loading it: by them a frame in a text finds its plugin.</summary>
internal static class PluginTypes
{
    /// <summary>The names, with a dot before a nested one's; none where the assembly cannot be read.</summary>
    public static IReadOnlySet<string> In(string assembly)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        try
        {
            using var file = new PEReader(System.IO.File.OpenRead(assembly));
            var metadata = file.GetMetadataReader();
            foreach (var handle in metadata.TypeDefinitions)
                names.Add(NameOf(metadata, metadata.GetTypeDefinition(handle)));
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException || MetadataBounds.IsDamage(error))
        {
            // It has no say then.
        }

        return names;
    }

    private static string NameOf(MetadataReader metadata, TypeDefinition type)
    {
        var name = metadata.GetString(type.Name);
        for (var depth = 0; type.GetDeclaringType() is { IsNil: false } outer;)
        {
            MetadataBounds.Step(ref depth);
            type = metadata.GetTypeDefinition(outer);
            name = $"{metadata.GetString(type.Name)}.{name}";
        }

        return type.Namespace.IsNil ? name : $"{metadata.GetString(type.Namespace)}.{name}";
    }
}
