using PluginHost.Campaigns;
using PluginHost.Sdk;

namespace PluginHost.Posting;

/// <summary>Has the streams <c>events/@profile</c> read for the campaigns that they start, by the source from which <see cref="ReactionLog"/> takes too.</summary>
internal sealed class EventListener(IHost host) : IStreamListener
{
    private const string Prefix = "events/";

    public async Task<bool> HasAsync(string stream, CancellationToken cancel)
    {
        if (await FindAsync(stream, cancel) is not { } profile)
            return false;

        var networks = await host.Services.GetAsync<INetworks>(cancel);
        return (await networks.ForAsync(profile, cancel)).Listen is not null;
    }

    public async Task ListenAsync(string stream, CancellationToken cancel)
    {
        if (await FindAsync(stream, cancel) is not { } profile)
            throw new WrongUseException($"There is no profile for the stream {stream}. It is called {Prefix} and the profile's name: {Prefix}@slocombe.");

        await host.Streams.Open(stream, new ProfileEvents(host.Services, profile)).ListenAsync(cancel);
    }

    private async Task<Profile?> FindAsync(string stream, CancellationToken cancel)
    {
        var profiles = await host.Services.GetAsync<IProfiles>(cancel);
        return profiles.All.FirstOrDefault(profile => stream == Prefix + profile.Name);
    }
}
