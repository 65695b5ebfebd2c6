using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using System.Reflection.PortableExecutable;
using PluginHost.Engine.Plugins.Compatibility;
using PluginHost.Engine.Plugins.Index;
using PluginHost.Engine.Plugins.Running;

namespace PluginHost.Engine.Tests.Plugins.Index;

/// <summary>Assemblies that were made to end whoever reads them: they are read before anybody has said that they may run.</summary>
public sealed class EndlessMetadataTests : IDisposable
{
    private readonly TestFolder _folder = new();

    [Theory]
    [InlineData("a reference in itself")]
    [InlineData("a base of itself")]
    [InlineData("nested in itself")]
    [InlineData("a signature without an end")]
    public void Should_Refuse_What_Goes_Round_In_Circles(string what)
    {
        // Given
        _folder.Write("guest/plugin.yaml", "id: guest\nname: guest\nversion: 1.0.0\nsdk: ^1.0\nentry: Guest.dll\n");
        File.WriteAllBytes(Path.Combine(_folder.Path, "guest", "Guest.dll"), Assembly(what));

        // When
        var read = PluginFolder.Read(Path.Combine(_folder.Path, "guest"), new Lazy<ContractSurface>(() => ContractSurface.Of(ContractAssemblies.Own.Select(contract => contract.Location))));

        // Then
        read.Contributions.ShouldBeNull();
        read.Refusal.ShouldNotBeNull().ShouldContain("Guest.dll");
    }

    public void Dispose() => _folder.Dispose();

    private static byte[] Assembly(string what)
    {
        var metadata = new MetadataBuilder();
        metadata.AddModule(0, metadata.GetOrAddString("Guest.dll"), metadata.GetOrAddGuid(new Guid(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11)), default, default);
        metadata.AddAssembly(metadata.GetOrAddString("Guest"), new Version(1, 0, 0, 0), default, default, 0, AssemblyHashAlgorithm.Sha1);
        metadata.AddTypeReference(MetadataTokens.TypeReferenceHandle(1), default, metadata.GetOrAddString("Circle"));
        metadata.AddTypeDefinition(default, default, metadata.GetOrAddString("<Module>"), default, MetadataTokens.FieldDefinitionHandle(1), MetadataTokens.MethodDefinitionHandle(1));

        EntityHandle itself = what == "a reference in itself" ? MetadataTokens.TypeReferenceHandle(1) : what == "a base of itself" ? MetadataTokens.TypeDefinitionHandle(2) : default;
        var nested = what == "nested in itself" ? TypeAttributes.NestedPublic : TypeAttributes.Public;
        metadata.AddTypeDefinition(nested, default, metadata.GetOrAddString("Guest"), itself, MetadataTokens.FieldDefinitionHandle(1), MetadataTokens.MethodDefinitionHandle(1));
        if (what == "nested in itself")
            metadata.AddNestedType(MetadataTokens.TypeDefinitionHandle(2), MetadataTokens.TypeDefinitionHandle(2));

        if (what == "a signature without an end")
        {
            // Arrays of arrays of arrays: each is a byte, and a level for whoever decodes them.
            var signature = new BlobBuilder();
            signature.WriteByte(0x06);
            for (var i = 0; i < 200_000; i++)
                signature.WriteByte(0x1D);

            signature.WriteByte(0x08);
            metadata.AddMemberReference(MetadataTokens.TypeReferenceHandle(1), metadata.GetOrAddString("Field"), metadata.GetOrAddBlob(signature));
        }

        var image = new BlobBuilder();
        new ManagedPEBuilder(PEHeaderBuilder.CreateLibraryHeader(), new MetadataRootBuilder(metadata, suppressValidation: true), new BlobBuilder()).Serialize(image);
        return image.ToArray();
    }
}
