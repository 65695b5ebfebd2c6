using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using PluginHost.Campaigns;

namespace PluginHost.Rehearsal;

/// <summary>
/// The identity of a post on a network that lets the sender choose it: a TID, 53 bits of microseconds and 10 bits of a clock's name, in 13 sortable
/// characters. It follows from the send's key and the planned instant alone, so that a repeat, by whatever process, has the same.
/// </summary>
internal static class RecordKey
{
    private const string Sortable = "234567abcdefghijklmnopqrstuvwxyz";
    private const int Length = 13;
    private const int ClockBits = 10;

    // Posts of one profile may be due at one instant. The key's hash moves each by up to 67 seconds besides, so that thousands stay apart.
    private const int SpreadBits = 26;

    public static string Of(SendKey key, DateTimeOffset planned)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(Encoding.UTF8.GetBytes(key.Value), hash);
        var bits = BinaryPrimitives.ReadUInt64BigEndian(hash);

        // Milliseconds: what a store gives back is no finer.
        var microseconds = (ulong)planned.ToUnixTimeMilliseconds() * 1_000;
        microseconds += (bits >> ClockBits) & ((1UL << SpreadBits) - 1);
        return Encode(((microseconds & ((1UL << 53) - 1)) << ClockBits) | (bits & ((1UL << ClockBits) - 1)));
    }

    private static string Encode(ulong number)
    {
        Span<char> letters = stackalloc char[Length];
        for (var place = Length - 1; place >= 0; place--)
        {
            letters[place] = Sortable[(int)(number & 31)];
            number >>= 5;
        }

        return new string(letters);
    }
}
