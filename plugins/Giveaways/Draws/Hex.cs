using System.Security.Cryptography;
using System.Text;

namespace PluginHost.Giveaways.Draws;

/// <summary>Digests as they are written: SHA-256 in small hexadecimal letters, and nothing else counts as one.</summary>
internal static class Hex
{
    public static string Of(ReadOnlySpan<byte> bytes) => Convert.ToHexStringLower(bytes);

    public static string DigestOf(string text) => Of(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    public static string DigestOf(ReadOnlySpan<byte> bytes) => Of(SHA256.HashData(bytes));

    /// <summary>Reads bytes of a known number; null where the text is anything else.</summary>
    public static byte[]? Read(string text, int bytes) =>
        text.Length == bytes * 2 && text.AsSpan().IndexOfAnyExcept("0123456789abcdef") < 0 ? Convert.FromHexString(text) : null;
}
