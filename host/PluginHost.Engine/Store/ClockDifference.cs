using System.Globalization;
using PluginHost.Sdk;

namespace PluginHost.Engine.Store;

/// <summary>What this machine's clock and that of the database said at the same time.</summary>
internal sealed record ClockDifference
{
    /// <summary>
    /// How far they may be apart. Two machines that both keep to it are at most twice as far from each other, and whoever waits for what another machine
    /// does waits longer than that.
    /// </summary>
    public static readonly TimeSpan Tolerance = TimeSpan.FromSeconds(10);

    /// <summary>What this machine's clock said, in the middle of the question.</summary>
    public required DateTimeOffset Ours { get; init; }

    public required DateTimeOffset Theirs { get; init; }

    /// <summary>How wrong that may be, since the question and its answer took time.</summary>
    public required TimeSpan Doubt { get; init; }

    /// <summary>How far this machine is ahead; less than zero: it is behind.</summary>
    public TimeSpan Ahead => Ours - Theirs;

    /// <summary>Whether they may be further apart than <see cref="Tolerance"/>.</summary>
    public bool IsTooFar => Ahead.Duration() + Doubt > Tolerance;

    /// <summary>The difference in a line, for <c>doctor</c>.</summary>
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"This machine's clock is {Seconds(Ahead.Duration())} {Side} that of the store's server (to within {Seconds(Doubt)}); {Tolerance.TotalSeconds:0} seconds are allowed.");

    /// <summary>What to throw where it is too far.</summary>
    public PluginHostException Refusal(string place) => new(
        $"{What} With more than {Tolerance.TotalSeconds:0} seconds between them nobody can say what is due, and whether what another machine does is over, so this "
        + $"process sends nothing and takes nothing over. {Cure} ({place})");

    private string What => Ahead.Duration() > Tolerance
        ? string.Create(
            CultureInfo.InvariantCulture,
            $"This machine's clock is {Seconds(Ahead.Duration())} {Side} that of the store's server: here it is {Ours:yyyy-MM-dd HH:mm:ss}Z, there {Theirs:yyyy-MM-dd HH:mm:ss}Z.")
        : $"This machine's clock cannot be compared with that of the store's server, which took {Seconds(Doubt * 2)} to answer.";

    private string Cure => Ahead.Duration() > Tolerance ? "Set the clock that is wrong; it is looked at again by itself." : "It is asked again by itself.";

    private string Side => Ahead < TimeSpan.Zero ? "behind" : "ahead of";

    private static string Seconds(TimeSpan time) => string.Create(CultureInfo.InvariantCulture, $"{time.TotalSeconds:0.0} seconds");
}
