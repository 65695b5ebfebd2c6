using System.Collections.Immutable;
using System.Reflection.Metadata;
using PluginHost.Engine.Plugins.Compatibility;

namespace PluginHost.Engine.Plugins.Contributions;

/// <summary>Writes the types in a signature or an attribute as names, so that metadata can be read without loading anything.</summary>
internal sealed class TypeNames : ISignatureTypeProvider<TypeName, object?>, ICustomAttributeTypeProvider<TypeName>
{
    public static TypeNames Instance { get; } = new();

    public TypeName GetPrimitiveType(PrimitiveTypeCode code) => new("System." + code, "");

    public TypeName GetTypeFromDefinition(MetadataReader reader, TypeDefinitionHandle handle, byte rawTypeKind)
    {
        var type = reader.GetTypeDefinition(handle);
        return new TypeName(Join(reader.GetString(type.Namespace), reader.GetString(type.Name)), "");
    }

    public TypeName GetTypeFromReference(MetadataReader reader, TypeReferenceHandle handle, byte rawTypeKind)
    {
        var type = reader.GetTypeReference(handle);
        var name = reader.GetString(type.Name);
        for (var depth = 0; type.ResolutionScope.Kind == HandleKind.TypeReference;)
        {
            MetadataBounds.Step(ref depth);
            type = reader.GetTypeReference((TypeReferenceHandle)type.ResolutionScope);
            name = $"{reader.GetString(type.Name)}.{name}";
        }

        return new TypeName(
            Join(reader.GetString(type.Namespace), name),
            type.ResolutionScope.Kind == HandleKind.AssemblyReference ? reader.GetString(reader.GetAssemblyReference((AssemblyReferenceHandle)type.ResolutionScope).Name) : "");
    }

    public TypeName GetGenericInstantiation(TypeName generic, ImmutableArray<TypeName> arguments) =>
        generic with { Arguments = [.. arguments] };

    public TypeName GetSZArrayType(TypeName element) => element with { FullName = element.FullName + "[]" };

    public TypeName GetSystemType() => new("System.Type", "");

    public bool IsSystemType(TypeName type) => type.FullName == "System.Type";

    public TypeName GetTypeFromSerializedName(string name)
    {
        var comma = name.IndexOf(',', StringComparison.Ordinal);
        return comma < 0
            ? new TypeName(name, "")
            : new TypeName(name[..comma], name[(comma + 1)..].Split(',')[0].Trim());
    }

    // All enums of the contracts count in Int32.
    public PrimitiveTypeCode GetUnderlyingEnumType(TypeName type) => PrimitiveTypeCode.Int32;

    public TypeName GetArrayType(TypeName element, ArrayShape shape) => Odd(element, "[,]");

    public TypeName GetByReferenceType(TypeName element) => Odd(element, "&");

    public TypeName GetFunctionPointerType(MethodSignature<TypeName> signature) => new("a function pointer", "");

    public TypeName GetGenericMethodParameter(object? context, int index) => new($"type parameter {index}", "");

    public TypeName GetGenericTypeParameter(object? context, int index) => new($"type parameter {index}", "");

    public TypeName GetModifiedType(TypeName modifier, TypeName unmodified, bool isRequired) => unmodified;

    public TypeName GetPinnedType(TypeName element) => element;

    public TypeName GetPointerType(TypeName element) => Odd(element, "*");

    // Only a modifier can be one, and may be itself.
    public TypeName GetTypeFromSpecification(MetadataReader reader, object? context, TypeSpecificationHandle handle, byte rawTypeKind) => new("a specification", "");

    private static TypeName Odd(TypeName element, string mark) => element with { FullName = element.FullName + mark };

    private static string Join(string space, string name) => space.Length == 0 ? name : $"{space}.{name}";
}
