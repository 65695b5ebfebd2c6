using PluginHost.Campaigns;
using PluginHost.Sdk;

namespace PluginHost.Posting;

/// <summary>What happens to a profile, page by page, as its network tells it.</summary>
internal sealed class ReactionSource(IServices services, Profile profile) : StreamSource
{
    public override async Task<StreamPage> ReadAsync(string? cursor, CancellationToken cancel)
    {
        var networks = await services.GetAsync<INetworks>(cancel);
        var network = await networks.ForAsync(profile, cancel);
        var listen = network.Listen ?? throw new PluginHostException($"The network {profile.Network} does not tell what happens to {profile.Name}.");
        var page = await listen.ReadAsync(profile, cursor, cancel);
        return new StreamPage { Items = [.. page.Events.Select(ReactionRecord.ToItem)], Cursor = page.Cursor, QuietUntil = page.QuietUntil };
    }
}
