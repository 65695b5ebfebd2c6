using System.Buffers.Binary;
using System.Globalization;
using System.Numerics;
using System.Runtime.InteropServices;
using System.Text;
using PluginHost.Engine.Plugins.Index;

namespace PluginHost.Engine.Scripting;

/// <summary>
/// Everything that decides what a script compiles to, except its own text and what it names: those stand in the entry and are compared byte for
/// byte. The key is compared in full, too; only the entry's name is a hash, so a collision costs a compile and nothing else. A cryptographic
/// hash would cost 5 ms of start-up to warm up, and has nothing to protect here.
/// </summary>
internal static class ScriptKey
{
    // To be raised with every change to the entry's layout, or to the options that scripts are compiled with.
    private const int Format = 2;

    /// <summary>The name of the script's entry.</summary>
    public static string NameOf(string scriptPath) => Checksum(MemoryMarshal.AsBytes<char>(scriptPath)).ToString("x8", CultureInfo.InvariantCulture);

    public static byte[] Of(string scriptPath, ScriptScope scope, bool isGuarded)
    {
        using var bytes = new MemoryStream(2048);
        using var writer = new BinaryWriter(bytes, Encoding.UTF8);
        writer.Write(Format);
        writer.Write(isGuarded ? ScriptGuard.Version : 0);

        // The engine's build is deterministic: its version id follows from its code, the options for scripts among it. The compiler is told by its
        // file, which somebody may have exchanged: asking for its version id would load it, or the metadata reader.
        Write(writer, typeof(ScriptKey).Module.ModuleVersionId);
        Write(writer, FileStamp.Of(Compiler));
        Write(writer, typeof(object).Module.ModuleVersionId);
        writer.Write(scriptPath);

        foreach (var contract in scope.ContractPaths)
        {
            writer.Write(contract);
            Write(writer, ModuleVersion.OfContract(contract));
        }

        foreach (var global in scope.Globals)
        {
            writer.Write(global.Name);
            writer.Write(global.Type);
            writer.Write(global.Description);
            writer.Write(global.Plugin);
        }

        writer.Flush();
        return bytes.ToArray();
    }

    /// <summary>Finds damage, not malice: whoever can write here can run code as the person anyway.</summary>
    public static uint Checksum(ReadOnlySpan<byte> bytes)
    {
        var sum = uint.MaxValue;
        for (; bytes.Length >= sizeof(ulong); bytes = bytes[sizeof(ulong)..])
            sum = BitOperations.Crc32C(sum, BinaryPrimitives.ReadUInt64LittleEndian(bytes));

        foreach (var rest in bytes)
            sum = BitOperations.Crc32C(sum, rest);

        return sum;
    }

    private static string Compiler => Path.Combine(Path.GetDirectoryName(typeof(ScriptKey).Assembly.Location)!, "Microsoft.CodeAnalysis.CSharp.dll");

    private static void Write(BinaryWriter writer, FileStamp stamp)
    {
        writer.Write(stamp.Length);
        writer.Write(stamp.WrittenTicks);
    }

    private static void Write(BinaryWriter writer, Guid version)
    {
        Span<byte> bytes = stackalloc byte[16];
        version.TryWriteBytes(bytes);
        writer.Write(bytes);
    }
}
