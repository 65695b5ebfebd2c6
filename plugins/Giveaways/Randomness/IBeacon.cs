using PluginHost.Sdk;

namespace PluginHost.Giveaways.Randomness;

/// <summary>Where the randomness of a round comes from.</summary>
internal interface IBeacon
{
    string Name { get; }

    /// <summary>Asks for a round that has come.</summary>
    /// <exception cref="PluginHostException">Nobody answers, or not enough agree. Nothing is decided then; it can be asked again.</exception>
    Task<BeaconRound> ReadAsync(long round, CancellationToken cancel);

    /// <summary>Holds what a person has brought against what hosts say, as far as any can be reached: else who brings it could choose the winners.</summary>
    /// <returns>The round, with who has said the same.</returns>
    /// <exception cref="PluginHostException">A host says another thing.</exception>
    Task<BeaconRound> CheckAsync(BeaconRound handed, CancellationToken cancel);
}
