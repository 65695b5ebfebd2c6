using System.Reflection.Metadata;

namespace PluginHost.Engine.Plugins.Compatibility;

/// <summary>
/// What metadata that a compiler has written never goes beyond. An assembly is read before anybody has said that it may run, so it is read as an enemy's: what goes
/// round in circles, or nests without an end, would end the host, which nothing can catch.
/// </summary>
internal static class MetadataBounds
{
    /// <summary>How deep types are nested, and how many bases they have.</summary>
    public const int MostNesting = 64;

    // A byte more can be a level more for whoever decodes it.
    private const int LongestSignature = 1_000;

    /// <summary>Looks at all signatures that may be decoded.</summary>
    /// <exception cref="BadImageFormatException">One is longer than any that a compiler writes.</exception>
    public static void Demand(MetadataReader reader)
    {
        foreach (var handle in reader.MemberReferences)
            Demand(reader, reader.GetMemberReference(handle).Signature);

        foreach (var handle in reader.MethodDefinitions)
            Demand(reader, reader.GetMethodDefinition(handle).Signature);

        foreach (var handle in reader.FieldDefinitions)
            Demand(reader, reader.GetFieldDefinition(handle).Signature);

        for (var row = 1; row <= System.Reflection.Metadata.Ecma335.MetadataReaderExtensions.GetTableRowCount(reader, System.Reflection.Metadata.Ecma335.TableIndex.TypeSpec); row++)
            Demand(reader, reader.GetTypeSpecification(System.Reflection.Metadata.Ecma335.MetadataTokens.TypeSpecificationHandle(row)).Signature);
    }

    /// <summary>Counts a step inwards.</summary>
    /// <exception cref="BadImageFormatException">There were too many.</exception>
    public static void Step(ref int depth)
    {
        if (++depth > MostNesting)
            throw new BadImageFormatException("A type is nested in itself, or is its own base.");
    }

    /// <summary>Whether an exception is what damaged metadata makes a reader throw.</summary>
    public static bool IsDamage(Exception error) =>
        error is BadImageFormatException or ArgumentException or InvalidOperationException or OverflowException or IndexOutOfRangeException or InvalidCastException;

    private static void Demand(MetadataReader reader, BlobHandle signature)
    {
        if (reader.GetBlobReader(signature).Length > LongestSignature)
            throw new BadImageFormatException("A signature is longer than any that a compiler writes.");
    }
}
