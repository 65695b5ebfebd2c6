namespace PluginHost.Terminal;

/// <summary>The hyperlinks of a screen, by number. Full at 65,535: from then on text is written without its link.</summary>
public sealed class LinkTable
{
    // What terminals agree to take.
    private const int LongestAddress = 2083;

    private readonly List<string> _addresses = [""];
    private readonly Dictionary<string, ushort> _numbers = [];

    /// <summary>The number of an address, given now where it had none.</summary>
    /// <param name="address">The address.</param>
    /// <returns>The number; 0 where there is no link: the address is empty, too long, not printable ASCII, or the table is full.</returns>
    public ushort NumberOf(string address)
    {
        if (_numbers.TryGetValue(address, out var number))
            return number;

        if (address.Length is 0 or > LongestAddress || address.AsSpan().IndexOfAnyExceptInRange('!', '~') >= 0)
            return 0;

        if (_addresses.Count > ushort.MaxValue)
            return 0;

        number = (ushort)_addresses.Count;
        _addresses.Add(address);
        _numbers.Add(address, number);
        return number;
    }

    /// <summary>The address with a number.</summary>
    /// <param name="number">The number.</param>
    /// <returns>The address; empty for 0.</returns>
    public string AddressOf(ushort number) => _addresses[number];

    /// <summary>How many are kept.</summary>
    internal int Count => _numbers.Count;

    /// <summary>Forgets all links but those that a buffer shows. Every other buffer that holds one must be drawn anew.</summary>
    /// <param name="shown">The buffer; its cells get the new numbers.</param>
    internal void Trim(CellBuffer shown)
    {
        var old = _addresses.ToArray();
        _addresses.RemoveRange(1, _addresses.Count - 1);
        _numbers.Clear();
        foreach (ref var cell in shown.Cells())
        {
            if (cell.Style is { Link: > 0 } style)
                cell = new Cell(cell.Glyph, cell.Width, style with { Link = NumberOf(old[style.Link]) });
        }
    }
}
