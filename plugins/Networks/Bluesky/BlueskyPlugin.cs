using PluginHost.Campaigns;
using PluginHost.Sdk;

namespace PluginHost.Bluesky;

/// <summary>Profiles on Bluesky.</summary>
public sealed class BlueskyPlugin : Plugin
{
    /// <summary>The network.</summary>
    [Network("bluesky", "Bluesky")]
    public Network Network(IHost host) => new BlueskyNetwork(host);
}
