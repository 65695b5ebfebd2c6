using System.Collections.Immutable;
using System.Reflection.Metadata;

namespace PluginHost.Engine.Plugins.Contributions;

/// <summary>An attribute as metadata has it, decoded: its type's name, the constructor's arguments and the named ones.</summary>
internal sealed class DeclaredAttribute
{
    private readonly CustomAttributeValue<TypeName> _value;

    private DeclaredAttribute(string type, CustomAttributeValue<TypeName> value)
    {
        Type = type;
        _value = value;
    }

    public string Type { get; }

    public static IEnumerable<DeclaredAttribute> Of(MetadataReader reader, CustomAttributeHandleCollection handles)
    {
        foreach (var handle in handles)
        {
            var attribute = reader.GetCustomAttribute(handle);
            if (attribute.Constructor.Kind != HandleKind.MemberReference)
                continue;

            var constructor = reader.GetMemberReference((MemberReferenceHandle)attribute.Constructor);
            if (constructor.Parent.Kind != HandleKind.TypeReference)
                continue;

            var type = TypeNames.Instance.GetTypeFromReference(reader, (TypeReferenceHandle)constructor.Parent, 0);
            if (type.Assembly is "PluginHost.Sdk" or "PluginHost.Campaigns")
                yield return new DeclaredAttribute(type.FullName, attribute.DecodeValue(TypeNames.Instance));
        }
    }

    public string Text(int index) => _value.FixedArguments[index].Value as string ?? "";

    public int Integer(int index) => _value.FixedArguments[index].Value is int number ? number : 0;

    public TypeName? TypeArgument(int index) => _value.FixedArguments[index].Value as TypeName;

    public string? Named(string name) => Find(name) as string;

    public IReadOnlyList<string> NamedTexts(string name) => Find(name) is ImmutableArray<CustomAttributeTypedArgument<TypeName>> { IsDefault: false } texts
        ? [.. texts.Select(text => text.Value as string ?? "")]
        : [];

    public bool NamedFlag(string name) => Find(name) is true;

    public int NamedInteger(string name) => Find(name) is int number ? number : 0;

    private object? Find(string name)
    {
        foreach (var argument in _value.NamedArguments)
        {
            if (argument.Name == name)
                return argument.Value;
        }

        return null;
    }
}
