using PluginHost.Campaigns;
using PluginHost.Sdk;

namespace PluginHost.Bluesky;

internal sealed class BlueskyNetwork(IHost host) : Network
{
    public override Task<NetworkRules> RulesForAsync(Profile profile, CancellationToken cancel) => Task.FromResult(KnownNetworks.RulesOf("bluesky"));

    public override Task<SendResult> SendAsync(Outgoing post, SendKey key, CancellationToken cancel) =>
        Task.FromResult<SendResult>(new TryLater { Reason = $"{host.Workspace.Name} cannot speak here yet" });
}
