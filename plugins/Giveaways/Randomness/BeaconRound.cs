using PluginHost.Giveaways.Draws;

namespace PluginHost.Giveaways.Randomness;

/// <summary>What a beacon has said in a round, and who has told us.</summary>
internal sealed record BeaconRound
{
    public required long Round { get; init; }

    /// <summary>The signature in hexadecimal. The randomness is its digest.</summary>
    public required string Signature { get; init; }

    /// <summary>The hosts that agreed on it; <c>handed in</c> among them where a person brought it.</summary>
    public required IReadOnlyList<string> Sources { get; init; }

    /// <summary>Which beacon: <c>drand quicknet</c>, or <c>rehearsal</c>, whose rounds are invented.</summary>
    public required string Beacon { get; init; }

    public byte[] Randomness => Draw.RandomnessOf(Convert.FromHexString(Signature));
}
