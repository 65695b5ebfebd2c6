using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace PluginHost.Engine.Secrets;

/// <summary>
/// A key of 32 bytes, and what it closes and opens: AES-256-GCM (NIST SP 800-38D) with a random nonce of 12 bytes, the tag of 16 behind the text. What is
/// closed for one place does not open in another, so that a row which somebody moves in the database is no longer anything.
/// </summary>
internal sealed class SealingKey(string id, byte[] key)
{
    public const int Length = 32;

    private const int NonceLength = 12;
    private const int TagLength = 16;

    /// <summary>The key's name, which is no secret.</summary>
    public string Id => id;

    /// <summary>A new key.</summary>
    public static SealingKey Make() => new($"key-{Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(5))}", RandomNumberGenerator.GetBytes(Length));

    /// <summary>Closes bytes for a place.</summary>
    public SealedBytes Close(ReadOnlySpan<byte> open, params ReadOnlySpan<string> place)
    {
        var nonce = RandomNumberGenerator.GetBytes(NonceLength);
        var closed = new byte[open.Length + TagLength];
        using var cipher = new AesGcm(key, TagLength);
        cipher.Encrypt(nonce, open, closed.AsSpan(0, open.Length), closed.AsSpan(open.Length), NameOf(place));
        return new SealedBytes(nonce, closed);
    }

    /// <summary>Opens what was closed for a place.</summary>
    /// <returns>Null where it was closed with another key or for another place, or was damaged.</returns>
    public byte[]? Open(SealedBytes closed, params ReadOnlySpan<string> place)
    {
        if (closed.Nonce.Length != NonceLength || closed.Bytes.Length < TagLength)
            return null;

        var open = new byte[closed.Bytes.Length - TagLength];
        using var cipher = new AesGcm(key, TagLength);
        try
        {
            cipher.Decrypt(closed.Nonce, closed.Bytes.AsSpan(0, open.Length), closed.Bytes.AsSpan(open.Length), open, NameOf(place));
            return open;
        }
        catch (AuthenticationTagMismatchException)
        {
            return null;
        }
    }

    /// <summary>Closes this key with another.</summary>
    public SealedBytes CloseWith(SealingKey other, params ReadOnlySpan<string> place) => other.Close(key, place);

    // Each part with its length before it: "a", "bc" is not "ab", "c".
    private static byte[] NameOf(ReadOnlySpan<string> place)
    {
        using var name = new MemoryStream();
        Span<byte> length = stackalloc byte[4];
        foreach (var part in place)
        {
            var bytes = Encoding.UTF8.GetBytes(part);
            BinaryPrimitives.WriteInt32BigEndian(length, bytes.Length);
            name.Write(length);
            name.Write(bytes);
        }

        return name.ToArray();
    }
}
