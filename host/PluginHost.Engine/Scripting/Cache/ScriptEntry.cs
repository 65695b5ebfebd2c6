using System.Buffers.Binary;
using System.Text;

namespace PluginHost.Engine.Scripting;

/// <summary>
/// How a compiled script lies in its file: a checksum, the key, the texts it was made from, what it names, and the two assemblies. One file,
/// so that two processes that write it at once cannot leave halves that do not belong together.
/// </summary>
internal static class ScriptEntry
{
    public static byte[] Write(byte[] key, ScriptProgram program)
    {
        using var bytes = new MemoryStream(16384);
        using var writer = new BinaryWriter(bytes, Encoding.UTF8);
        writer.Write(0u);
        Write(writer, key);

        writer.Write(program.Files.Count);
        foreach (var file in program.Files)
        {
            writer.Write(file.Path);
            Write(writer, file.Bytes);
        }

        writer.Write(program.References.Count);
        foreach (var reference in program.References)
        {
            writer.Write(reference.Path);
            writer.Write(reference.Version.ToByteArray());
            writer.Write(reference.Plugin);
        }

        writer.Write(program.Natives.Count);
        foreach (var native in program.Natives)
            writer.Write(native);

        writer.Write(program.Globals.Count);
        foreach (var global in program.Globals)
            writer.Write(global);

        Write(writer, program.Prelude);
        Write(writer, program.Assembly);
        Write(writer, program.Symbols);

        writer.Flush();
        var entry = bytes.ToArray();
        BinaryPrimitives.WriteUInt32LittleEndian(entry, ScriptKey.Checksum(entry.AsSpan(sizeof(uint))));
        return entry;
    }

    /// <summary>Reads an entry that was written for this key; null where it is damaged or was written for another.</summary>
    public static ScriptProgram? Read(byte[] entry, byte[] key)
    {
        if (entry.Length < sizeof(uint)
            || BinaryPrimitives.ReadUInt32LittleEndian(entry) != ScriptKey.Checksum(entry.AsSpan(sizeof(uint))))
        {
            return null;
        }

        using var bytes = new MemoryStream(entry, 0, entry.Length, writable: false, publiclyVisible: true);
        using var reader = new BinaryReader(bytes, Encoding.UTF8);
        reader.ReadUInt32();
        if (!ReadSegment(reader, bytes).AsSpan().SequenceEqual(key))
            return null;

        var files = new ScriptFile[reader.ReadInt32()];
        for (var i = 0; i < files.Length; i++)
            files[i] = new ScriptFile(reader.ReadString(), ReadSegment(reader, bytes).ToArray());

        var references = new ScriptReference[reader.ReadInt32()];
        for (var i = 0; i < references.Length; i++)
        {
            references[i] = new ScriptReference
            {
                Path = reader.ReadString(),
                Version = new Guid(reader.ReadBytes(16)),
                Plugin = reader.ReadString(),
            };
        }

        var natives = ReadTexts(reader);
        var globals = ReadTexts(reader);
        return new ScriptProgram
        {
            Files = files,
            References = references,
            Natives = natives,
            Globals = globals,
            Prelude = ReadSegment(reader, bytes),
            Assembly = ReadSegment(reader, bytes),
            Symbols = ReadSegment(reader, bytes),
        };
    }

    private static void Write(BinaryWriter writer, ArraySegment<byte> part)
    {
        writer.Write(part.Count);
        writer.Write(part);
    }

    private static string[] ReadTexts(BinaryReader reader)
    {
        var texts = new string[reader.ReadInt32()];
        for (var i = 0; i < texts.Length; i++)
            texts[i] = reader.ReadString();

        return texts;
    }

    private static ArraySegment<byte> ReadSegment(BinaryReader reader, MemoryStream bytes)
    {
        var length = reader.ReadInt32();
        var part = new ArraySegment<byte>(bytes.GetBuffer(), (int)bytes.Position, length);
        bytes.Position += length;
        return part;
    }
}
