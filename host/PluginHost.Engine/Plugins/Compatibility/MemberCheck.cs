using System.Reflection;
using System.Reflection.Metadata;

namespace PluginHost.Engine.Plugins.Compatibility;

/// <summary>
/// Compares what a plugin uses of the contracts with what they have here, before any of it runs: a member that is missing throws where it is first used, which may be weeks
/// later. Nothing of the plugin is loaded.
/// </summary>
/// <remarks>
/// What cannot be seen: a constant that has another value, an enum whose values have moved. Both are compiled into the plugin; that they do not happen is what the baseline of
/// the contracts' packages is for.
/// </remarks>
internal sealed class MemberCheck(MetadataReader reader, ContractSurface contracts)
{
    private readonly SortedSet<string> _missing = new(StringComparer.Ordinal);

    /// <summary>What the plugin needs of the contracts and they do not have, each as a person would write it.</summary>
    public IReadOnlyCollection<string> FindMissing()
    {
        foreach (var handle in reader.TypeReferences)
            LookForType(handle);

        foreach (var handle in reader.MemberReferences)
            LookForMember(reader.GetMemberReference(handle));

        foreach (var handle in reader.TypeDefinitions)
            LookAtDerived(handle);

        return _missing;
    }

    private bool IsOfContract(EntityHandle type) => TypeReferences.AssemblyOf(reader, type) is { } assembly && contracts.IsContract(assembly);

    private void LookForType(TypeReferenceHandle handle)
    {
        var name = TypeReferences.NameOf(reader, handle);
        if (IsOfContract(handle) && contracts.Find(name) is null)
            _missing.Add(Readable.Type(name));
    }

    private void LookForMember(MemberReference member)
    {
        if (!IsOfContract(member.Parent))
            return;

        var type = TypeReferences.NameOf(reader, member.Parent);
        var name = reader.GetString(member.Name);
        var text = member.GetKind() == MemberReferenceKind.Method
            ? SignatureText.Of(name, member.DecodeMethodSignature(SignatureText.Instance, null))
            : SignatureText.Of(name, member.DecodeFieldSignature(SignatureText.Instance, null));

        // A type that is not there at all is named once, without its members.
        if (contracts.Find(type) is not null && !contracts.Has(type, text))
            _missing.Add(Readable.Member(type, text));
    }

    private void LookAtDerived(TypeDefinitionHandle handle)
    {
        var type = reader.GetTypeDefinition(handle);
        if (type.Attributes.HasFlag(TypeAttributes.Interface))
            return;

        var name = Readable.Type(TypeReferences.NameOf(reader, handle));
        if (IsOfContract(type.BaseType) && contracts.Find(TypeReferences.NameOf(reader, type.BaseType)) is { IsSealed: true })
            _missing.Add($"{Readable.Type(TypeReferences.NameOf(reader, type.BaseType))} as a class to derive from, as {name} does");

        if (type.Attributes.HasFlag(TypeAttributes.Abstract))
            return;

        var brought = BroughtBy(handle);
        foreach (var (contract, member) in AbstractOf(handle).Where(needed => !brought.Contains(needed.Member)))
            _missing.Add($"{name} without {Readable.Member(contract, member)}, which it has to bring here");
    }

    // What the type and its bases have, explicit implementations under the name of what they implement.
    private HashSet<string> BroughtBy(TypeDefinitionHandle handle)
    {
        var brought = new HashSet<string>(StringComparer.Ordinal);
        var depth = 0;
        EntityHandle at = handle;
        for (; at is { IsNil: false, Kind: HandleKind.TypeDefinition }; at = reader.GetTypeDefinition((TypeDefinitionHandle)at).BaseType)
        {
            MetadataBounds.Step(ref depth);
            var type = reader.GetTypeDefinition((TypeDefinitionHandle)at);
            foreach (var method in type.GetMethods().Select(reader.GetMethodDefinition))
                brought.Add(SignatureText.Of(reader.GetString(method.Name), method.DecodeSignature(SignatureText.Instance, null)));

            foreach (var body in type.GetMethodImplementations().Select(reader.GetMethodImplementation).Where(body => body.MethodDeclaration.Kind == HandleKind.MemberReference))
            {
                var declared = reader.GetMemberReference((MemberReferenceHandle)body.MethodDeclaration);
                brought.Add(SignatureText.Of(reader.GetString(declared.Name), declared.DecodeMethodSignature(SignatureText.Instance, null)));
            }
        }

        for (var name = at.IsNil ? "" : TypeReferences.NameOf(reader, at); contracts.Find(name) is { } contract; name = contract.Base ?? "")
            brought.UnionWith(contract.Members.Except(contract.Abstract));

        return brought;
    }

    // A generic contract's members are written with its own parameters, and the plugin's with what it put in their place: those are left to the runtime.
    private IEnumerable<(string Contract, string Member)> AbstractOf(TypeDefinitionHandle handle)
    {
        var depth = 0;
        EntityHandle at = handle;
        for (; at is { IsNil: false, Kind: HandleKind.TypeDefinition }; at = reader.GetTypeDefinition((TypeDefinitionHandle)at).BaseType)
        {
            MetadataBounds.Step(ref depth);
            foreach (var implemented in reader.GetTypeDefinition((TypeDefinitionHandle)at).GetInterfaceImplementations().Select(reader.GetInterfaceImplementation))
            {
                var name = implemented.Interface.Kind == HandleKind.TypeReference && IsOfContract(implemented.Interface) ? TypeReferences.NameOf(reader, implemented.Interface) : "";
                foreach (var member in contracts.Find(name)?.Abstract ?? [])
                    yield return (name, member);
            }
        }

        var nearer = new HashSet<string>(StringComparer.Ordinal);
        for (var name = at.Kind == HandleKind.TypeReference ? TypeReferences.NameOf(reader, at) : ""; contracts.Find(name) is { } contract; name = contract.Base ?? "")
        {
            foreach (var member in contract.Abstract.Where(member => !nearer.Contains(member)))
                yield return (name, member);

            nearer.UnionWith(contract.Members);
        }
    }
}
