using PluginHost.Campaigns;
using PluginHost.Sdk;

namespace PluginHost.Bluesky;

/// <summary>Profiles on Bluesky, and on any other server of its network.</summary>
[Setting("search-everything", SettingKind.Text, "What the server's search finds everything for, where it has such a word. Empty: it has none, and whoever listens for everything is told so.")]
public sealed class BlueskyPlugin : Plugin
{
    /// <summary>The network.</summary>
    [Network("bluesky", "Bluesky")]
    public Network Network(IHost host) => new BlueskyNetwork(host);
}
