using PluginHost.Campaigns;
using PluginHost.Listening.Matching;
using PluginHost.Sdk;

namespace PluginHost.Listening.Hearing;

/// <summary>What is said on a network, as far as some query asks for it: what nobody wants is not written down anywhere.</summary>
internal sealed class PublicSource(IHost host, Watching watching, Profile profile) : StreamSource
{
    public override async Task<StreamPage> ReadAsync(string? cursor, CancellationToken cancel)
    {
        var watch = await watching.ReadAsync(new StoreReads(host.Store, cancel));
        if (watch.Queries == 0)
            return new StreamPage { Items = [], Cursor = cursor };

        var networks = await host.Services.GetAsync<INetworks>(cancel);
        var search = (await networks.ForAsync(profile, cancel)).Search
            ?? throw new PluginHostException($"The network {profile.Network} does not tell what is said in public.");
        var page = await search.ReadAsync(profile, watch.Asked, cursor, cancel);
        return new StreamPage
        {
            Items =
            [
                .. page.Posts.Where(post => watch.Matcher.Match(HeardPost.Of(profile.RealNetwork, post)).Count > 0).Select(PublicRecord.ToItem),
            ],
            Cursor = page.Cursor,
            Gap = page.Gap,
            QuietUntil = page.QuietUntil,
        };
    }
}
