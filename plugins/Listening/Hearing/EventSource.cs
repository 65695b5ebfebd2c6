using PluginHost.Campaigns;
using PluginHost.Sdk;

namespace PluginHost.Listening.Hearing;

/// <summary>What happens to a profile, as its network tells it. The stream is one for all plugins: whoever opens it first gives the source, so that all of them say the same.</summary>
internal sealed class EventSource(IServices services, Profile profile) : StreamSource
{
    public override async Task<StreamPage> ReadAsync(string? cursor, CancellationToken cancel)
    {
        var networks = await services.GetAsync<INetworks>(cancel);
        var listen = (await networks.ForAsync(profile, cancel)).Listen
            ?? throw new PluginHostException($"The network {profile.Network} does not tell what happens to {profile.Name}.");
        var page = await listen.ReadAsync(profile, cursor, cancel);
        return new StreamPage { Items = [.. page.Events.Select(EventRecord.ToItem)], Cursor = page.Cursor, QuietUntil = page.QuietUntil };
    }
}
