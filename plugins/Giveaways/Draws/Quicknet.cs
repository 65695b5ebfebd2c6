namespace PluginHost.Giveaways.Draws;

/// <summary>
/// The drand chain that decides: a round every three seconds, each a signature that nobody knows before its time. Its facts are those of the League of Entropy
/// (<c>https://api.drand.sh/…/info</c>), and part of every proof.
/// </summary>
internal static class Quicknet
{
    public const string Chain = "52db9ba70e0cc0f6eaf7803dd07447a1f5477735fd3f661792ba94600c84e971";

    public const long Genesis = 1_692_803_367;

    public const long Period = 3;

    /// <summary>A signature is a point of G1, compressed.</summary>
    public const int SignatureBytes = 48;

    /// <summary>The round that is the newest at an instant; 0 before the first.</summary>
    public static long RoundAt(DateTimeOffset instant) => instant.ToUnixTimeSeconds() < Genesis ? 0 : ((instant.ToUnixTimeSeconds() - Genesis) / Period) + 1;

    /// <summary>When a round comes.</summary>
    public static DateTimeOffset TimeOf(long round) => DateTimeOffset.FromUnixTimeSeconds(Genesis + ((round - 1) * Period));

    /// <summary>The first round that comes no sooner than an instant.</summary>
    public static long FirstAfter(DateTimeOffset instant)
    {
        var round = RoundAt(instant);
        return TimeOf(round) >= instant ? round : round + 1;
    }
}
