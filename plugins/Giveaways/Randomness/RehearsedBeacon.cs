using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using PluginHost.Giveaways.Draws;
using PluginHost.Sdk;

namespace PluginHost.Giveaways.Randomness;

/// <summary>
/// The beacon of a rehearsal, whose clock is ahead of every round that exists: nobody outside is asked, and what it says follows from the rehearsal's seed, as all its
/// chance does. A proof names it, so that none of a rehearsal is taken for one in earnest.
/// </summary>
internal sealed class RehearsedBeacon(RehearsalClock clock) : IBeacon
{
    public const string Known = "rehearsal";

    public string Name => Known;

    public Task<BeaconRound> ReadAsync(long round, CancellationToken cancel)
    {
        var said = SHA512.HashData(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{clock.Seed}/{round}")));
        return Task.FromResult(new BeaconRound { Round = round, Signature = Hex.Of(said.AsSpan(0, Quicknet.SignatureBytes)), Sources = [Known], Beacon = Known });
    }

    public async Task<BeaconRound> CheckAsync(BeaconRound handed, CancellationToken cancel)
    {
        var said = await ReadAsync(handed.Round, cancel);
        return said.Signature == handed.Signature ? handed : throw new PluginHostException("The signature that was handed in is not the one of this rehearsal. Nothing was drawn.");
    }
}
