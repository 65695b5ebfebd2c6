using PluginHost.Sdk;

namespace PluginHost.Giveaways.Randomness;

/// <summary>Where the randomness of a round comes from.</summary>
internal interface IBeacon
{
    string Name { get; }

    /// <summary>Asks for a round that has come.</summary>
    /// <exception cref="PluginHostException">Nobody answers, or not enough agree. Nothing is decided then; it can be asked again.</exception>
    Task<BeaconRound> ReadAsync(long round, CancellationToken cancel);
}
