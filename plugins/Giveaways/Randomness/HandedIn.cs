using System.Globalization;
using PluginHost.Giveaways.Draws;
using PluginHost.Sdk;

namespace PluginHost.Giveaways.Randomness;

/// <summary>A round that a person brings, for machines without a way out.</summary>
internal static class HandedIn
{
    public const string Source = "handed in";

    /// <summary>Where no host could be reached: nobody but the person stands for it.</summary>
    public const string Unheard = "handed in by a person, no host was asked";

    /// <exception cref="WrongUseException">It is no signature, or the randomness is not its digest.</exception>
    public static BeaconRound Read(long round, string signature, string randomness, string beacon)
    {
        var bytes = Hex.Read(signature, Quicknet.SignatureBytes) ?? throw new WrongUseException(string.Create(
            CultureInfo.InvariantCulture,
            $"\"{signature}\" is no signature of quicknet, which is {Quicknet.SignatureBytes} bytes in small hexadecimal letters. "
            + $"https://api.drand.sh/{Quicknet.Chain}/public/{round} shows it."));
        var digest = Hex.Of(Draw.RandomnessOf(bytes));
        return randomness.Length > 0 && randomness != digest
            ? throw new WrongUseException($"The randomness {randomness} does not fit its signature, whose digest is {digest}. Nothing was drawn.")
            : new BeaconRound { Round = round, Signature = signature, Sources = [Source], Beacon = beacon };
    }
}
