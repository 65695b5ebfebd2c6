using PluginHost.Campaigns;
using PluginHost.Sdk;

namespace PluginHost.Bluesky;

/// <summary>Profiles on Bluesky, and on any other server of its network.</summary>
[Setting(
    BlueskySettings.Listen,
    SettingKind.Text,
    "How it is heard what anybody says in public: \"search\" asks the network's search for each word, \"jetstream\" reads all that is said, as it is said, and passes by what is not wanted.",
    Default = "search")]
[Setting(
    BlueskySettings.Jetstream,
    SettingKind.List,
    "The servers that tell all that is said, by their addresses; the first one that answers is taken.",
    Default = "[wss://jetstream2.us-east.bsky.network/subscribe, wss://jetstream1.us-east.bsky.network/subscribe, wss://jetstream2.us-west.bsky.network/subscribe]")]
[Setting(BlueskySettings.SearchEverything, SettingKind.Text, "What the server's search finds everything for, where it has such a word. Empty: it has none, and whoever listens for everything is told so.")]
public sealed class BlueskyPlugin : Plugin
{
    /// <summary>The network.</summary>
    [Network("bluesky", "Bluesky")]
    public Network Network(IHost host) => new BlueskyNetwork(host);
}
