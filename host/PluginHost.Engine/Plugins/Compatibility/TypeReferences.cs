using System.Reflection.Metadata;

namespace PluginHost.Engine.Plugins.Compatibility;

/// <summary>What a handle to a type means.</summary>
internal static class TypeReferences
{
    /// <summary>The full name of a type, without what stands in for its type parameters.</summary>
    public static string NameOf(MetadataReader reader, EntityHandle type)
    {
        var name = type.Kind switch
        {
            _ when type.IsNil => "",
            HandleKind.TypeDefinition => SignatureText.Instance.GetTypeFromDefinition(reader, (TypeDefinitionHandle)type, 0),
            HandleKind.TypeReference => SignatureText.Instance.GetTypeFromReference(reader, (TypeReferenceHandle)type, 0),
            HandleKind.TypeSpecification => reader.GetTypeSpecification((TypeSpecificationHandle)type).DecodeSignature(SignatureText.Instance, null),
            _ => "",
        };
        return name.IndexOf('<', StringComparison.Ordinal) is var end and > 0 ? name[..end] : name;
    }

    /// <summary>The assembly that a type comes from; null where it is this one, or nothing that is looked up.</summary>
    public static string? AssemblyOf(MetadataReader reader, EntityHandle type) => type.Kind switch
    {
        _ when type.IsNil => null,
        HandleKind.TypeReference => AssemblyOf(reader, reader.GetTypeReference((TypeReferenceHandle)type)),
        HandleKind.TypeSpecification => AssemblyOf(reader, GenericOf(reader.GetBlobReader(reader.GetTypeSpecification((TypeSpecificationHandle)type).Signature))),
        _ => null,
    };

    private static string? AssemblyOf(MetadataReader reader, TypeReference type)
    {
        for (var depth = 0; type.ResolutionScope.Kind == HandleKind.TypeReference;)
        {
            MetadataBounds.Step(ref depth);
            type = reader.GetTypeReference((TypeReferenceHandle)type.ResolutionScope);
        }

        return type.ResolutionScope.Kind == HandleKind.AssemblyReference
            ? reader.GetString(reader.GetAssemblyReference((AssemblyReferenceHandle)type.ResolutionScope).Name)
            : null;
    }

    // Arrays, pointers and type parameters have no members of a contract.
    private static EntityHandle GenericOf(BlobReader signature)
    {
        if (signature.ReadSignatureTypeCode() != SignatureTypeCode.GenericTypeInstance)
            return default;

        _ = signature.ReadSignatureTypeCode();
        return signature.ReadTypeHandle();
    }
}
