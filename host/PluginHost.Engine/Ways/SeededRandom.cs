using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace PluginHost.Engine.Ways;

/// <summary>
/// The same bytes for the same seed, on every machine and in every version: SHA-256 in counter mode. The key is SHA-256 of the seed in UTF-8; block
/// <c>i</c>, from 0, is SHA-256 of the key and <c>i</c> as eight bytes, big-endian. Bytes are taken in order, and none is left out between two calls.
/// </summary>
internal sealed class SeededRandom(string seed) : RandomSource
{
    private readonly Lock _order = new();
    private readonly byte[] _key = SHA256.HashData(Encoding.UTF8.GetBytes(seed));
    private readonly byte[] _block = new byte[SHA256.HashSizeInBytes];
    private ulong _next;
    private int _used = SHA256.HashSizeInBytes;

    public override void Fill(Span<byte> bytes)
    {
        lock (_order)
        {
            while (!bytes.IsEmpty)
            {
                if (_used == _block.Length)
                    Refill();

                var part = Math.Min(bytes.Length, _block.Length - _used);
                _block.AsSpan(_used, part).CopyTo(bytes);
                _used += part;
                bytes = bytes[part..];
            }
        }
    }

    private void Refill()
    {
        Span<byte> input = stackalloc byte[_key.Length + 8];
        _key.CopyTo(input);
        BinaryPrimitives.WriteUInt64BigEndian(input[_key.Length..], _next++);
        SHA256.HashData(input, _block);
        _used = 0;
    }
}
