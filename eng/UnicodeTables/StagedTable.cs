using PluginHost.Terminal;

namespace PluginHost.UnicodeTables;

/// <summary>
/// Values by code point in three steps: code point / 128 gives a block, the block gives a number, the number gives the value. Equal blocks are kept once.
/// </summary>
internal sealed class StagedTable
{
    public const int BlockSize = 128;

    private readonly List<byte[]> _blocks = [];

    public StagedTable(ReadOnlySpan<Traits> values)
    {
        var numbers = new Dictionary<Traits, byte>();
        var known = new Dictionary<string, int>();
        for (var start = 0; start < values.Length; start += BlockSize)
        {
            var block = new byte[BlockSize];
            for (var i = 0; i < BlockSize; i++)
            {
                var value = values[start + i];
                if (!numbers.TryGetValue(value, out var number))
                {
                    number = checked((byte)Values.Count);
                    numbers.Add(value, number);
                    Values.Add(value);
                }

                block[i] = number;
            }

            var key = Convert.ToBase64String(block);
            if (!known.TryGetValue(key, out var place))
            {
                known.Add(key, place = _blocks.Count);
                _blocks.Add(block);
            }

            Places.Add(checked((ushort)place));
        }
    }

    /// <summary>The different values.</summary>
    public List<Traits> Values { get; } = [];

    /// <summary>Which block stands for each 128 code points.</summary>
    public List<ushort> Places { get; } = [];

    /// <summary>The blocks, one behind the other.</summary>
    public IEnumerable<byte> Blocks => _blocks.SelectMany(block => block);
}
