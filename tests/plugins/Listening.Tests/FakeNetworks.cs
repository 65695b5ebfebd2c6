using PluginHost.Campaigns;
using PluginHost.Sdk;

namespace PluginHost.Listening.Tests;

/// <summary>One network for all profiles that are on <c>test</c>.</summary>
internal sealed class FakeNetworks(Network network) : INetworks
{
    public IReadOnlyList<string> Ids => ["test"];

    public Task<Network> ForAsync(Profile profile, CancellationToken cancel) => profile.Network == "test"
        ? Task.FromResult(network)
        : throw new WrongUseException($"No running plugin offers the network {profile.Network}.");
}
