using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using PluginHost.Campaigns;

namespace PluginHost.Bluesky;

/// <summary>
/// The name under which a post stands in its author's repository. It follows from the send's key and the planned instant alone: whoever sends it again, in whatever process, writes to the same
/// place, and there is no second post.
/// </summary>
internal static class PostKey
{
    // Many posts may be planned for one instant, and ten bits would be few to tell them apart. The key's hash moves each by up to 67 seconds besides.
    private const int SpreadBits = 26;

    public static string Of(SendKey key, DateTimeOffset planned)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(Encoding.UTF8.GetBytes(key.Value), hash);
        var spread = BinaryPrimitives.ReadUInt32BigEndian(hash) & ((1U << SpreadBits) - 1);
        return Tid.Of(Frozen(planned).ToUnixTimeMilliseconds() * 1_000 + spread, BinaryPrimitives.ReadUInt16BigEndian(hash[4..]));
    }

    /// <summary>The instant to the millisecond: a store keeps no finer one, and a repeat must be the same to the byte.</summary>
    public static DateTimeOffset Frozen(DateTimeOffset planned) => DateTimeOffset.FromUnixTimeMilliseconds(planned.ToUnixTimeMilliseconds());
}
