using System.Security.Cryptography;
using System.Text;

namespace PluginHost.PressRoom;

/// <summary>What names bytes and texts for ever: SHA-256.</summary>
internal static class Hashes
{
    public static string Of(ReadOnlySpan<byte> bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));

    public static string Of(string text) => Of(Encoding.UTF8.GetBytes(text));

    /// <summary>A UUID that follows from a text: version 8 of RFC 9562, made of the first bytes of its hash.</summary>
    public static Guid Id(string text)
    {
        var bytes = SHA256.HashData(Encoding.UTF8.GetBytes(text)).AsSpan(0, 16);
        bytes[6] = (byte)((bytes[6] & 0x0f) | 0x80);
        bytes[8] = (byte)((bytes[8] & 0x3f) | 0x80);
        return new Guid(bytes, bigEndian: true);
    }
}
