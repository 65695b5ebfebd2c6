using PluginHost.Campaigns;

namespace PluginHost.Giveaways.Tests.Fixtures;

/// <summary>One network for all profiles.</summary>
internal sealed class FakeNetworks(Network network) : INetworks
{
    public IReadOnlyList<string> Ids => ["test"];

    public Task<Network> ForAsync(Profile profile, CancellationToken cancel) => Task.FromResult(network);
}
