using PluginHost.Campaigns;
using PluginHost.Sdk;

namespace PluginHost.Mastodon;

/// <summary>Profiles on Mastodon, and on servers that speak like it.</summary>
[Example(
    "Say something on Mastodon",
    """
    var post = await Publish.Now("@slocombe", "Good morning, fediverse.");
    Say($"It stands at {post.Targets[0].Link}.");
    """)]
public sealed class MastodonPlugin : Plugin
{
    /// <summary>The network.</summary>
    [Network("mastodon", "Mastodon")]
    public Network Network(IHost host) => new MastodonNetwork(host);
}
