using System.Buffers;
using System.Buffers.Text;
using System.Text;

namespace PluginHost.Terminal;

/// <summary>The bytes of a frame: a buffer that grows, is used again, and comes from a pool.</summary>
internal sealed class OutputBuffer : IDisposable
{
    private const int Smallest = 4096;
    private const int LongestNumber = 10;

    private byte[] _bytes = ArrayPool<byte>.Shared.Rent(Smallest);

    public int Length { get; private set; }

    public ReadOnlySpan<byte> Written => _bytes.AsSpan(0, Length);

    public void Clear() => Length = 0;

    public void Append(byte value)
    {
        if (Length == _bytes.Length)
            Grow(1);

        _bytes[Length++] = value;
    }

    public void Append(ReadOnlySpan<byte> bytes)
    {
        bytes.CopyTo(Room(bytes.Length));
        Length += bytes.Length;
    }

    /// <summary>A number in digits. Not called as the others are: a byte is a number too, and means something else.</summary>
    public void AppendNumber(int number)
    {
        Utf8Formatter.TryFormat(number, Room(LongestNumber), out var written);
        Length += written;
    }

    public void Append(Rune rune) => Length += rune.EncodeToUtf8(Room(4));

    /// <summary>The text in UTF-8: it is the caller's to have cleaned it.</summary>
    public void Append(ReadOnlySpan<char> text) => Length += Encoding.UTF8.GetBytes(text, Room(Encoding.UTF8.GetMaxByteCount(text.Length)));

    public void Dispose()
    {
        ArrayPool<byte>.Shared.Return(_bytes);
        _bytes = [];
        Length = 0;
    }

    private Span<byte> Room(int count)
    {
        if (_bytes.Length - Length < count)
            Grow(count);

        return _bytes.AsSpan(Length);
    }

    private void Grow(int count)
    {
        var larger = ArrayPool<byte>.Shared.Rent(Math.Max(Smallest, Math.Max(_bytes.Length * 2, Length + count)));
        Written.CopyTo(larger);
        if (_bytes.Length > 0)
            ArrayPool<byte>.Shared.Return(_bytes);

        _bytes = larger;
    }
}
