using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using PluginHost.Sdk;

namespace PluginHost.Mastodon;

/// <summary>
/// What ties a page that leads back to the question that it answers (RFC 6749, 10.12), and a code to whoever asked for it (RFC 7636). A server that knows nothing of the second ignores it.
/// </summary>
internal sealed record Proof
{
    public required string State { get; init; }

    /// <summary>Told only with the code.</summary>
    public required string Verifier { get; init; }

    public string Challenge => Base64Url.EncodeToString(SHA256.HashData(Encoding.ASCII.GetBytes(Verifier)));

    public static Proof New(IRandom random) => new() { State = Letters(random, 16), Verifier = Letters(random, 32) };

    private static string Letters(IRandom random, int bytes)
    {
        Span<byte> drawn = stackalloc byte[bytes];
        random.Fill(drawn);
        return Base64Url.EncodeToString(drawn);
    }
}
