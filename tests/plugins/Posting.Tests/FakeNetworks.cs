using PluginHost.Campaigns;
using PluginHost.Sdk;

namespace PluginHost.Posting.Tests;

/// <summary>One network for all profiles that are on <c>test</c>, or on <c>x</c>, whose prices are known.</summary>
internal sealed class FakeNetworks(Network network) : INetworks
{
    public IReadOnlyList<string> Ids => ["test"];

    public Task<Network> ForAsync(Profile profile, CancellationToken cancel) => profile.Network is "test" or "x"
        ? Task.FromResult(network)
        : throw new WrongUseException($"No running plugin offers the network {profile.Network}.");
}
