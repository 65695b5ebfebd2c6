using System.Net;

namespace PluginHost.Engine.Ways;

/// <summary>A connection was not opened, because its address lies within this machine or its network, and the way there led over the public web.</summary>
internal sealed class InsideAddressException(IPAddress address) : IOException($"{address} lies within this machine or its network.")
{
    public IPAddress Address => address;
}
