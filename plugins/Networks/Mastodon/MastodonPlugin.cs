using PluginHost.Campaigns;
using PluginHost.Sdk;

namespace PluginHost.Mastodon;

/// <summary>Profiles on Mastodon.</summary>
public sealed class MastodonPlugin : Plugin
{
    /// <summary>The network.</summary>
    [Network("mastodon", "Mastodon")]
    public Network Network(IHost host) => new MastodonNetwork(host);
}
