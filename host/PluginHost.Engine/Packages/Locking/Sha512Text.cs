using System.Security.Cryptography;

namespace PluginHost.Engine.Packages.Locking;

/// <summary>SHA-512 as it is written here: 128 hexadecimal digits, lower-case.</summary>
internal static class Sha512Text
{
    public static bool IsValid(string text) => text.Length == 128 && !text.AsSpan().ContainsAnyExcept("0123456789abcdef");

    public static string Of(ReadOnlySpan<byte> bytes) => Convert.ToHexStringLower(SHA512.HashData(bytes));

    public static async Task<string> OfFileAsync(string file, CancellationToken cancel)
    {
        await using var stream = File.OpenRead(file);
        return Convert.ToHexStringLower(await SHA512.HashDataAsync(stream, cancel));
    }

    public static string OfFile(string file)
    {
        using var stream = File.OpenRead(file);
        return Convert.ToHexStringLower(SHA512.HashData(stream));
    }
}
