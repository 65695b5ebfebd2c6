using System.Security.Cryptography;

namespace PluginHost.Bluesky;

/// <summary>
/// What names a record by its content: version 1, DAG-CBOR, SHA-256, in base 32 (atproto.com/specs/data-model#link-and-cid-formats). A thread that is published as one needs the names of
/// its parts before the server has them.
/// </summary>
internal static class Cid
{
    private const string Letters = "abcdefghijklmnopqrstuvwxyz234567";
    private const char Base32 = 'b';
    private static readonly byte[] OfDagCbor = [0x01, 0x71, 0x12, 0x20];

    /// <summary>The name of a record.</summary>
    /// <param name="encoded">The record, in DAG-CBOR.</param>
    public static string Of(ReadOnlySpan<byte> encoded)
    {
        Span<byte> bytes = stackalloc byte[OfDagCbor.Length + SHA256.HashSizeInBytes];
        OfDagCbor.CopyTo(bytes);
        SHA256.HashData(encoded, bytes[OfDagCbor.Length..]);

        var text = new char[1 + (bytes.Length * 8 + 4) / 5];
        text[0] = Base32;
        var (buffer, bits, at) = (0, 0, 1);
        foreach (var value in bytes)
        {
            buffer = (buffer << 8 | value) & 0xFFFF;
            for (bits += 8; bits >= 5; bits -= 5)
                text[at++] = Letters[buffer >> (bits - 5) & 31];
        }

        if (bits > 0)
            text[at] = Letters[buffer << (5 - bits) & 31];

        return new string(text);
    }

    /// <summary>The bytes of a name.</summary>
    /// <exception cref="FormatException">It is none that we can read.</exception>
    public static byte[] BytesOf(string cid)
    {
        if (cid.Length < 2 || cid[0] != Base32)
            throw new FormatException($"\"{cid}\" is no content identifier in base 32.");

        var bytes = new byte[(cid.Length - 1) * 5 / 8];
        var (buffer, bits, at) = (0, 0, 0);
        foreach (var letter in cid.AsSpan(1))
        {
            var value = Letters.IndexOf(letter, StringComparison.Ordinal);
            if (value < 0)
                throw new FormatException($"\"{cid}\" is no content identifier in base 32.");

            buffer = (buffer << 5 | value) & 0xFFFF;
            bits += 5;
            if (bits < 8)
                continue;

            bits -= 8;
            bytes[at++] = (byte)(buffer >> bits);
        }

        return bytes;
    }
}
