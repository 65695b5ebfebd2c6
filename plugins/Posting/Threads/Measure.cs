using PluginHost.Campaigns;
using PluginHost.Sdk;

namespace PluginHost.Posting;

/// <summary>By whose rules a person wants a text counted: a profile's, or a network's.</summary>
internal sealed class Measure(IServices services)
{
    /// <exception cref="WrongUseException">Neither is named, or both, or there is none of this name.</exception>
    public async Task<(string Network, NetworkRules Rules)> FindAsync(string network, string profile, CancellationToken cancel)
    {
        if (network.Length > 0 == profile.Length > 0)
        {
            throw new WrongUseException(
                $"Say by whose rules: network=…, which may be {string.Join(", ", KnownNetworks.Names)} or one of the workspace, or profile=…; one of the two.");
        }

        var profiles = await services.GetAsync<IProfiles>(cancel);
        if (profile.Length > 0)
            return await OfAsync(profiles[profile], cancel);

        // A profile on it knows better: limits may be its server's.
        if (profiles.All.FirstOrDefault(candidate => candidate.Network == network) is { } speaker)
            return await OfAsync(speaker, cancel);

        var known = KnownNetworks.Names.Concat(profiles.All.Select(candidate => candidate.Network)).Distinct().ToList();
        return KnownNetworks.Knows(network)
            ? (network, KnownNetworks.RulesOf(network))
            : throw new WrongUseException($"There is no network \"{network}\".{Nearest.Hint(network, known)} There are {string.Join(", ", known)}.");
    }

    private async Task<(string Network, NetworkRules Rules)> OfAsync(Profile profile, CancellationToken cancel)
    {
        var network = await (await services.GetAsync<INetworks>(cancel)).ForAsync(profile, cancel);
        return (profile.As.Length > 0 ? $"{profile.Network} as {profile.As}" : profile.Network, await network.RulesForAsync(profile, cancel));
    }
}
