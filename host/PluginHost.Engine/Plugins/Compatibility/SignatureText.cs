using System.Collections.Immutable;
using System.Reflection.Metadata;

namespace PluginHost.Engine.Plugins.Compatibility;

/// <summary>
/// Writes signatures as text, so that what one assembly uses can be compared with what another has. Types go by their full names, without their assemblies: the
/// framework moves its own between assemblies.
/// </summary>
internal sealed class SignatureText : ISignatureTypeProvider<string, object?>
{
    public static SignatureText Instance { get; } = new();

    /// <summary>A method with what it takes and gives.</summary>
    public static string Of(string name, MethodSignature<string> signature)
    {
        var generic = signature.GenericParameterCount > 0 ? $"`{signature.GenericParameterCount}" : "";
        var instance = signature.Header.IsInstance ? "" : "static ";
        return $"{instance}{name}{generic}({string.Join(", ", signature.ParameterTypes)}) : {signature.ReturnType}";
    }

    /// <summary>A field with its type.</summary>
    public static string Of(string name, string type) => $"{name} : {type}";

    public string GetPrimitiveType(PrimitiveTypeCode code) => "System." + code;

    public string GetTypeFromDefinition(MetadataReader reader, TypeDefinitionHandle handle, byte rawTypeKind)
    {
        var type = reader.GetTypeDefinition(handle);
        var name = reader.GetString(type.Name);
        for (var depth = 0; type.GetDeclaringType() is { IsNil: false } outer;)
        {
            MetadataBounds.Step(ref depth);
            type = reader.GetTypeDefinition(outer);
            name = $"{reader.GetString(type.Name)}.{name}";
        }

        return Join(reader.GetString(type.Namespace), name);
    }

    public string GetTypeFromReference(MetadataReader reader, TypeReferenceHandle handle, byte rawTypeKind)
    {
        var type = reader.GetTypeReference(handle);
        var name = reader.GetString(type.Name);
        for (var depth = 0; type.ResolutionScope.Kind == HandleKind.TypeReference;)
        {
            MetadataBounds.Step(ref depth);
            type = reader.GetTypeReference((TypeReferenceHandle)type.ResolutionScope);
            name = $"{reader.GetString(type.Name)}.{name}";
        }

        return Join(reader.GetString(type.Namespace), name);
    }

    // Within a signature only a modifier can be one, and may be itself.
    public string GetTypeFromSpecification(MetadataReader reader, object? context, TypeSpecificationHandle handle, byte rawTypeKind) => "a specification";

    public string GetGenericInstantiation(string generic, ImmutableArray<string> arguments) => $"{generic}<{string.Join(", ", arguments)}>";

    public string GetGenericMethodParameter(object? context, int index) => $"!!{index}";

    public string GetGenericTypeParameter(object? context, int index) => $"!{index}";

    public string GetSZArrayType(string element) => element + "[]";

    public string GetArrayType(string element, ArrayShape shape) => $"{element}[{new string(',', Math.Max(0, shape.Rank - 1))}]";

    public string GetByReferenceType(string element) => element + "&";

    public string GetPointerType(string element) => element + "*";

    public string GetPinnedType(string element) => element;

    public string GetFunctionPointerType(MethodSignature<string> signature) => Of("delegate*", signature);

    // "init" and "in" are such: a setter that becomes one that only initialises is another method for the runtime.
    public string GetModifiedType(string modifier, string unmodified, bool isRequired) => isRequired ? $"{unmodified} {modifier}" : unmodified;

    private static string Join(string space, string name) => space.Length == 0 ? name : $"{space}.{name}";
}
