using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace PluginHost.Engine.Plugins.Compatibility;

/// <summary>What the contract assemblies of this program have, read from their metadata.</summary>
internal sealed class ContractSurface
{
    private readonly Dictionary<string, ContractType> _types = new(StringComparer.Ordinal);
    private readonly HashSet<string> _assemblies = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Reads contract assemblies.</summary>
    public static ContractSurface Of(IEnumerable<string> paths)
    {
        var surface = new ContractSurface();
        foreach (var path in paths)
        {
            using var pe = new PEReader(System.IO.File.OpenRead(path));
            surface.Add(pe.GetMetadataReader());
        }

        return surface;
    }

    /// <summary>Whether an assembly of this name is a contract.</summary>
    public bool IsContract(string assembly) => _assemblies.Contains(assembly);

    /// <summary>A type by its full name; null where there is none.</summary>
    public ContractType? Find(string type) => _types.GetValueOrDefault(type);

    /// <summary>Whether a type has a member, or one of its bases does: there the runtime looks, too.</summary>
    /// <returns>True as well where a base is no contract's: what such a one has is not known here.</returns>
    public bool Has(string type, string member)
    {
        var name = type;
        while (Find(name) is { } at)
        {
            if (at.Members.Contains(member))
                return true;

            if (at.Base is null)
                return false;

            name = at.Base;
        }

        return name != "System.Object" && name != "System.ValueType";
    }

    private void Add(MetadataReader reader)
    {
        _assemblies.Add(reader.GetString(reader.GetAssemblyDefinition().Name));
        foreach (var handle in reader.TypeDefinitions)
        {
            var type = reader.GetTypeDefinition(handle);
            _types[SignatureText.Instance.GetTypeFromDefinition(reader, handle, 0)] = TypeOf(reader, type);
        }
    }

    private static ContractType TypeOf(MetadataReader reader, TypeDefinition type)
    {
        var members = new HashSet<string>(StringComparer.Ordinal);
        var toBring = new List<string>();
        foreach (var handle in type.GetMethods())
        {
            var method = reader.GetMethodDefinition(handle);
            if (!IsSeen(method.Attributes & MethodAttributes.MemberAccessMask))
                continue;

            var text = SignatureText.Of(reader.GetString(method.Name), method.DecodeSignature(SignatureText.Instance, null));
            members.Add(text);
            if (method.Attributes.HasFlag(MethodAttributes.Abstract))
                toBring.Add(text);
        }

        foreach (var handle in type.GetFields())
        {
            var field = reader.GetFieldDefinition(handle);
            if (IsSeen((MethodAttributes)(field.Attributes & FieldAttributes.FieldAccessMask)))
                members.Add(SignatureText.Of(reader.GetString(field.Name), field.DecodeSignature(SignatureText.Instance, null)));
        }

        return new ContractType
        {
            Base = type.BaseType.IsNil ? null : TypeReferences.NameOf(reader, type.BaseType),
            IsSealed = type.Attributes.HasFlag(TypeAttributes.Sealed),
            Members = members,
            Abstract = toBring,
        };
    }

    // Fields count their access in the same way.
    private static bool IsSeen(MethodAttributes access) => access is MethodAttributes.Public or MethodAttributes.Family or MethodAttributes.FamORAssem;
}
