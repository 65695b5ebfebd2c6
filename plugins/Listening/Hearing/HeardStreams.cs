using PluginHost.Campaigns;
using PluginHost.Listening.Matching;
using PluginHost.Sdk;

namespace PluginHost.Listening.Hearing;

/// <summary>
/// Finds what there is to hear: what happens to each profile, and what is said in public on each network. The public is heard through a profile that only listens, where there
/// is one: nobody can tell by it who is interested.
/// </summary>
internal sealed class HeardStreams(IHost host, Watching watching)
{
    private readonly HashSet<string> _told = new(StringComparer.Ordinal);

    public async Task<IReadOnlyList<HeardStream>> FindAsync(CancellationToken cancel)
    {
        var networks = await host.Services.GetAsync<INetworks>(cancel);
        var profiles = (await host.Services.GetAsync<IProfiles>(cancel)).All;
        var streams = new List<HeardStream>();
        var listeners = new Dictionary<string, Profile>(StringComparer.Ordinal);
        foreach (var profile in profiles)
        {
            if (await NetworkOfAsync(networks, profile, cancel) is not { } network)
                continue;

            if (network.Listen is not null)
                streams.Add(EventsOf(profile));

            if (network.Search is not null && (!listeners.TryGetValue(profile.RealNetwork, out var known) || (known.CanSend && !profile.CanSend)))
                listeners[profile.RealNetwork] = profile;
        }

        streams.AddRange(listeners.Values.Select(PublicOf));
        return streams;
    }

    private async Task<Network?> NetworkOfAsync(INetworks networks, Profile profile, CancellationToken cancel)
    {
        try
        {
            return await networks.ForAsync(profile, cancel);
        }
        catch (PluginHostException error)
        {
            if (_told.Add(profile.Name))
                host.Output.Write(Severity.Warning, $"Nothing is heard through {profile.Name}: {error.Message}");

            return null;
        }
    }

    private HeardStream EventsOf(Profile profile) => new()
    {
        Name = $"events/{profile.Name}",
        Network = profile.RealNetwork,
        Source = new EventSource(host.Services, profile),
        Post = EventRecord.SaidIn,
    };

    private HeardStream PublicOf(Profile profile) => new()
    {
        Name = $"public/{profile.RealNetwork}",
        Network = profile.RealNetwork,
        Source = new PublicSource(host, watching, profile),
        Post = PublicRecord.FromEvent,
    };
}
