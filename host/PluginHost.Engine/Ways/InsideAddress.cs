using System.Net;
using System.Net.Sockets;

namespace PluginHost.Engine.Ways;

/// <summary>
/// Tells addresses of this machine and its networks from those of the public (the special-purpose registries of IANA, RFC 6890): loopback, link-local, private, shared, multicast, reserved, and
/// those of IPv6 that hold one of them.
/// </summary>
internal static class InsideAddress
{
    private static readonly IPNetwork[] Networks =
    [
        .. new[]
        {
            "0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12", "192.0.0.0/24", "192.168.0.0/16", "198.18.0.0/15", "224.0.0.0/4", "240.0.0.0/4",
            "::/128", "::1/128", "fc00::/7", "fe80::/10", "fec0::/10", "ff00::/8",
        }.Select(network => IPNetwork.Parse(network)),
    ];

    // IPv4 within IPv6, by a translator (RFC 6052) and by 6to4 (RFC 3056): where in the address it stands.
    private static readonly (IPNetwork Network, int Start)[] Holders = [(IPNetwork.Parse("64:ff9b::/96"), 12), (IPNetwork.Parse("2002::/16"), 2)];

    public static bool Is(IPAddress address)
    {
        if (address.IsIPv4MappedToIPv6)
            return Is(address.MapToIPv4());

        if (address.AddressFamily == AddressFamily.InterNetworkV6)
        {
            foreach (var (network, start) in Holders)
            {
                if (network.Contains(address))
                    return Is(new IPAddress(address.GetAddressBytes().AsSpan(start, 4)));
            }
        }

        return Networks.Any(network => network.BaseAddress.AddressFamily == address.AddressFamily && network.Contains(address));
    }
}
