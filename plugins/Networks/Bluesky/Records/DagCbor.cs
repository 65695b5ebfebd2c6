using System.Buffers.Binary;
using System.Text;
using System.Text.Json;

namespace PluginHost.Bluesky;

/// <summary>
/// Writes a record as the network stores it: DAG-CBOR (atproto.com/specs/data-model), in which the same content is always the same bytes. Records have no fractions.
/// </summary>
internal static class DagCbor
{
    private const int Unsigned = 0;
    private const int Negative = 1;
    private const int Bytes = 2;
    private const int Text = 3;
    private const int Array = 4;
    private const int Map = 5;
    private const byte False = 0xF4;
    private const byte True = 0xF5;
    private const byte Null = 0xF6;
    private static readonly byte[] LinkTag = [0xD8, 0x2A];

    /// <summary>Encodes a record.</summary>
    /// <param name="record">The record, as JSON.</param>
    /// <exception cref="FormatException">The JSON is nothing that a record can hold.</exception>
    public static byte[] Encode(JsonElement record)
    {
        using var bytes = new MemoryStream();
        Write(bytes, record);
        return bytes.ToArray();
    }

    private static void Write(MemoryStream to, JsonElement value)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Object:
                WriteObject(to, value);
                break;
            case JsonValueKind.Array:
                Head(to, Array, (ulong)value.GetArrayLength());
                foreach (var item in value.EnumerateArray())
                    Write(to, item);

                break;
            case JsonValueKind.String:
                WriteText(to, Encoding.UTF8.GetBytes(value.GetString()!));
                break;
            case JsonValueKind.Number when value.TryGetInt64(out var number):
                Head(to, number < 0 ? Negative : Unsigned, number < 0 ? (ulong)(-1 - number) : (ulong)number);
                break;
            case JsonValueKind.True or JsonValueKind.False:
                to.WriteByte(value.ValueKind == JsonValueKind.True ? True : False);
                break;
            case JsonValueKind.Null:
                to.WriteByte(Null);
                break;
            default:
                throw new FormatException($"A record cannot hold {value.GetRawText()}.");
        }
    }

    private static void WriteObject(MemoryStream to, JsonElement value)
    {
        var members = value.EnumerateObject().Select(member => (Name: Encoding.UTF8.GetBytes(member.Name), member.Value)).ToList();
        if (members.Count == 1 && value.TryGetProperty("$link", out var link))
        {
            var cid = Cid.BytesOf(link.GetString()!);
            to.Write(LinkTag);
            WriteBytes(to, [0, .. cid]);
            return;
        }

        if (members.Count == 1 && value.TryGetProperty("$bytes", out var raw))
        {
            var text = raw.GetString()!.TrimEnd('=');
            WriteBytes(to, Convert.FromBase64String(text.PadRight((text.Length + 3) / 4 * 4, '=')));
            return;
        }

        // Shorter names first, then by their bytes.
        members.Sort((one, other) => one.Name.Length != other.Name.Length ? one.Name.Length - other.Name.Length : one.Name.AsSpan().SequenceCompareTo(other.Name));
        Head(to, Map, (ulong)members.Count);
        foreach (var (name, member) in members)
        {
            WriteText(to, name);
            Write(to, member);
        }
    }

    private static void WriteText(MemoryStream to, byte[] text)
    {
        Head(to, Text, (ulong)text.Length);
        to.Write(text);
    }

    private static void WriteBytes(MemoryStream to, byte[] bytes)
    {
        Head(to, Bytes, (ulong)bytes.Length);
        to.Write(bytes);
    }

    // What it is and how much of it, in as few bytes as can be.
    private static void Head(MemoryStream to, int kind, ulong count)
    {
        Span<byte> head = stackalloc byte[9];
        var length = count switch
        {
            < 24 => 1,
            <= byte.MaxValue => 2,
            <= ushort.MaxValue => 3,
            <= uint.MaxValue => 5,
            _ => 9,
        };
        BinaryPrimitives.WriteUInt64BigEndian(head[1..], count);
        head[9 - length] = (byte)(kind << 5 | length switch { 1 => (int)count, 2 => 24, 3 => 25, 5 => 26, _ => 27 });
        to.Write(head[(9 - length)..]);
    }
}
