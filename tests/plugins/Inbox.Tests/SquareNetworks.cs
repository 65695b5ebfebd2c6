using PluginHost.Campaigns;
using PluginHost.Sdk;

namespace PluginHost.Inbox.Tests;

/// <summary>One network for all profiles that are on <c>square</c>.</summary>
internal sealed class SquareNetworks(Network network) : INetworks
{
    public IReadOnlyList<string> Ids => ["square"];

    public Task<Network> ForAsync(Profile profile, CancellationToken cancel) => profile.Network == "square"
        ? Task.FromResult(network)
        : throw new WrongUseException($"No running plugin offers the network {profile.Network}.");
}
