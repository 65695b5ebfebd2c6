namespace PluginHost.Terminal;

/// <summary>The hyperlinks of a screen, by number. Full at 65,535: from then on text is written without its link.</summary>
public sealed class LinkTable
{
    private readonly List<string> _addresses = [""];
    private readonly Dictionary<string, ushort> _numbers = [];

    /// <summary>The number of an address, given now where it had none.</summary>
    /// <param name="address">The address.</param>
    /// <returns>The number; 0 for an empty address, or where the table is full.</returns>
    public ushort NumberOf(string address)
    {
        if (address.Length == 0)
            return 0;

        if (_numbers.TryGetValue(address, out var number))
            return number;

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
}
