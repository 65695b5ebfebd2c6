using System.Buffers.Binary;
using PluginHost.Sdk;

namespace PluginHost.Engine.Ways;

/// <summary>
/// Makes numbers and identities of random bytes, always in the same way, so that the same bytes give the same numbers in every version.
/// </summary>
internal abstract class RandomSource : IRandom
{
    public abstract void Fill(Span<byte> bytes);

    /// <summary>
    /// Four bytes, big-endian, are a draw. Draws at or above the greatest multiple of the range are thrown away, so that none is likelier; the
    /// first other one counts, modulo the range.
    /// </summary>
    public int Next(int minimum, int limit)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(minimum, limit);
        var range = (ulong)((long)limit - minimum);
        var fair = (1UL << 32) / range * range;
        Span<byte> bytes = stackalloc byte[4];
        while (true)
        {
            Fill(bytes);
            ulong draw = BinaryPrimitives.ReadUInt32BigEndian(bytes);
            if (draw < fair)
                return (int)(minimum + (long)(draw % range));
        }
    }

    /// <summary>The upper 53 bits of eight bytes, big-endian, over 2^53.</summary>
    public double NextDouble()
    {
        Span<byte> bytes = stackalloc byte[8];
        Fill(bytes);
        return (BinaryPrimitives.ReadUInt64BigEndian(bytes) >> 11) * (1.0 / (1UL << 53));
    }

    /// <summary>Sixteen bytes with the marks of version 4 and of the variant (RFC 9562, section 5.4).</summary>
    public Guid NewId()
    {
        Span<byte> bytes = stackalloc byte[16];
        Fill(bytes);
        bytes[6] = (byte)((bytes[6] & 0x0f) | 0x40);
        bytes[8] = (byte)((bytes[8] & 0x3f) | 0x80);
        return new Guid(bytes, bigEndian: true);
    }

    public IRandom Seeded(string seed) => new SeededRandom(seed);
}
