using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using System.Reflection.PortableExecutable;

namespace PluginHost.Engine.Trust.Reaching;

/// <summary>
/// Reads from an assembly's metadata what its code can do past the host. Nothing of it is loaded. It is read as an enemy's file: tables are walked once, and
/// nothing is followed without a bound.
/// </summary>
internal sealed class AssemblyReach(MetadataReader reader)
{
    // Nobody nests types so deep; a circle does.
    private const int MostNesting = 32;

    private readonly Dictionary<ReachRule, SortedSet<string>> _found = [];
    private readonly HashSet<string> _named = new(StringComparer.Ordinal);

    /// <summary>Looks through an assembly.</summary>
    /// <returns>What was found, in the order of the rules; null where the file is no assembly of .NET.</returns>
    /// <exception cref="BadImageFormatException">It is damaged.</exception>
    public static IReadOnlyList<FoundReach>? Of(Stream file)
    {
        using var pe = new PEReader(file);
        if (!pe.HasMetadata)
            return null;

        try
        {
            return new AssemblyReach(pe.GetMetadataReader()).Find();
        }
        catch (Exception error) when (error is ArgumentException or InvalidOperationException or OverflowException or IndexOutOfRangeException or InvalidCastException)
        {
            throw new BadImageFormatException("The metadata is damaged.", error);
        }
    }

    private IReadOnlyList<FoundReach> Find()
    {
        foreach (var handle in reader.MemberReferences)
            LookAt(reader.GetMemberReference(handle));

        // Last: a type of which no member is used is a parameter, or asked for its name.
        foreach (var handle in reader.TypeReferences)
            LookAt(NameOf(handle));

        LookForNative();
        return [.. ReachRules.All.Where(_found.ContainsKey).Select(rule => new FoundReach { Rule = rule, By = [.. _found[rule]] })];
    }

    private void LookAt(MemberReference member)
    {
        if (TypeOf(member.Parent) is not { } type)
            return;

        var name = reader.GetString(member.Name);
        var full = $"{type}.{name}";
        foreach (var rule in ReachRules.All)
        {
            if (IsOfTypes(rule, type))
            {
                _named.Add(type);
                if (!rule.Harmless.Contains(name))
                    Add(rule, Write(type, name));
            }
            else if (rule.Members.Contains(full) || (rule.Members.Contains($"{full}(path)") && TakesTextFirst(member)))
            {
                Add(rule, Write(type, name));
            }
        }
    }

    private void LookAt(string type)
    {
        foreach (var rule in ReachRules.All.Where(rule => IsOfTypes(rule, type) && !_named.Contains(type)))
            Add(rule, Short(type));
    }

    private void LookForNative()
    {
        foreach (var handle in reader.MethodDefinitions)
        {
            var method = reader.GetMethodDefinition(handle);
            if (!method.Attributes.HasFlag(MethodAttributes.PinvokeImpl))
                continue;

            var import = method.GetImport();
            var library = import.Module.IsNil ? "" : reader.GetString(reader.GetModuleReference(import.Module).Name);
            Add(ReachRules.Native, $"{reader.GetString(import.Name.IsNil ? method.Name : import.Name)} of {library}");
        }

        // A call through a function pointer has its signature by itself.
        for (var row = 1; row <= reader.GetTableRowCount(TableIndex.StandAloneSig); row++)
        {
            if (reader.GetStandaloneSignature(MetadataTokens.StandaloneSignatureHandle(row)).GetKind() == StandaloneSignatureKind.Method)
                Add(ReachRules.Memory, "function pointers");
        }

        // The compiler's word for "unsafe" in the source.
        if (reader.GetModuleDefinition().GetCustomAttributes().Any(handle => AttributeOf(handle) == "System.Security.UnverifiableCodeAttribute"))
            Add(ReachRules.Memory, "unsafe code");
    }

    private string? AttributeOf(CustomAttributeHandle handle) => reader.GetCustomAttribute(handle).Constructor is { Kind: HandleKind.MemberReference } constructor
        ? TypeOf(reader.GetMemberReference((MemberReferenceHandle)constructor).Parent)
        : null;

    private void Add(ReachRule rule, string by)
    {
        if (!_found.TryGetValue(rule, out var known))
            _found[rule] = known = new SortedSet<string>(StringComparer.Ordinal);

        known.Add(by);
    }

    private static bool IsOfTypes(ReachRule rule, string type) => rule.Types.Any(named =>
        named.EndsWith(".*", StringComparison.Ordinal) ? type.AsSpan().StartsWith(named.AsSpan(0, named.Length - 1), StringComparison.Ordinal) : type == named);

    // Of another assembly, be it generic: its own types are what is being looked at.
    private string? TypeOf(EntityHandle parent) => parent.Kind switch
    {
        HandleKind.TypeReference => NameOf((TypeReferenceHandle)parent),
        HandleKind.TypeSpecification => GenericOf(reader.GetBlobReader(reader.GetTypeSpecification((TypeSpecificationHandle)parent).Signature)),
        _ => null,
    };

    private string? GenericOf(BlobReader signature)
    {
        if (signature.ReadSignatureTypeCode() != SignatureTypeCode.GenericTypeInstance)
            return null;

        _ = signature.ReadSignatureTypeCode();
        return signature.ReadTypeHandle() is { Kind: HandleKind.TypeReference } generic ? NameOf((TypeReferenceHandle)generic) : null;
    }

    // Nested types go by the outermost: what it can do, they can.
    private string NameOf(TypeReferenceHandle handle)
    {
        var type = reader.GetTypeReference(handle);
        for (var depth = 0; type.ResolutionScope.Kind == HandleKind.TypeReference; depth++)
        {
            if (depth == MostNesting)
                throw new BadImageFormatException("A type is nested in itself.");

            type = reader.GetTypeReference((TypeReferenceHandle)type.ResolutionScope);
        }

        var space = reader.GetString(type.Namespace);
        return space.Length == 0 ? reader.GetString(type.Name) : $"{space}.{reader.GetString(type.Name)}";
    }

    // The signature is read by hand, and no further than it is asked for: a decoder would follow it as deep as it goes.
    private bool TakesTextFirst(MemberReference member)
    {
        var signature = reader.GetBlobReader(member.Signature);
        var header = signature.ReadSignatureHeader();
        if (header.Kind != SignatureKind.Method || header.IsGeneric || signature.ReadCompressedInteger() == 0)
            return false;

        switch (signature.ReadCompressedInteger())
        {
            case (int)SignatureTypeCode.Void:
                break;
            case (int)SignatureTypeKind.Class:
                _ = signature.ReadTypeHandle();
                break;
            default:
                return false;
        }

        return signature.ReadCompressedInteger() == (int)SignatureTypeCode.String;
    }

    private static string Write(string type, string member) => member switch
    {
        ".ctor" => $"new {Short(type)}",
        ['g' or 's', 'e', 't', '_', .. var property] => $"{Short(type)}.{property}",
        _ => $"{Short(type)}.{member}",
    };

    private static string Short(string type) => type[(type.LastIndexOf('.') + 1)..].Split('`')[0];
}
