using PluginHost.Campaigns;

namespace PluginHost.Engine.Networks;

/// <summary>What a plugin's network tells of all that is said, behind the fence.</summary>
internal sealed class FencedSearch(FencedNetwork network) : Search
{
    public override Task<PublicPostPage> ReadAsync(Profile profile, PublicQuery query, string? cursor, CancellationToken cancel) =>
        network.EnterAsync("Search.Read", (target, token) => target.Search!.ReadAsync(profile, query, cursor, token), cancel);
}
