using System.Buffers.Binary;

namespace PluginHost.Bluesky;

/// <summary>
/// The posts that were told last, so that none is told twice where the stream is read again for some seconds. It keeps marks, and no posts; of the older half it forgets what is older still.
/// </summary>
/// <param name="half">How many posts are known for certain.</param>
/// <param name="seed">What marks begin with, so that nobody can write a post that has another's.</param>
internal sealed class SeenPosts(int half, ulong seed)
{
    private HashSet<ulong> _new = [];
    private HashSet<ulong> _old = [];

    public int Count => _new.Count + _old.Count;

    /// <summary>Notes a post.</summary>
    /// <returns>Whether it is new.</returns>
    public bool Add(in JetstreamEvent post)
    {
        var mark = Mark(Mark(Mark(seed, post.Did), post.Key), post.Version);
        if (_old.Contains(mark) || !_new.Add(mark))
            return false;

        if (_new.Count >= half)
            (_old, _new) = (_new, []);

        return true;
    }

    private static ulong Mark(ulong mark, ReadOnlySpan<byte> bytes)
    {
        mark = Mix(mark ^ (ulong)bytes.Length);
        while (bytes.Length >= 8)
        {
            mark = Mix(mark ^ BinaryPrimitives.ReadUInt64LittleEndian(bytes));
            bytes = bytes[8..];
        }

        foreach (var one in bytes)
            mark = Mix(mark ^ one);

        return mark;
    }

    private static ulong Mix(ulong value)
    {
        var high = Math.BigMul(value ^ 0x9E37_79B9_7F4A_7C15, 0xD6E8_FEB8_6659_FD93, out var low);
        return high ^ low;
    }
}
