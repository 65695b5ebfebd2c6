using System.Globalization;
using PluginHost.Sdk;

namespace PluginHost.Rehearsal;

/// <summary>Makes the chatter when somebody first listens, by the settings.</summary>
internal sealed class ChatterSource(IHost host)
{
    private const int Most = 10_000;

    private Chatter? _chatter;

    /// <exception cref="WrongUseException">The settings say what they must not.</exception>
    public Chatter Read() => _chatter ??= Make();

    private Chatter Make()
    {
        var perHour = host.Settings.Number("chatter");
        if (perHour is < 0 or > Most || perHour != decimal.Truncate(perHour))
            throw new WrongUseException($"The setting chatter of rehearsal is {perHour}. Take a whole number from 0 to {Most}.");

        var topics = host.Settings.List("topics");
        var seed = host.Settings.Number("seed").ToString(CultureInfo.InvariantCulture);

        // A rehearsal's seed comes beside the workspace's, as with the audience.
        var whole = host.Clock is RehearsalClock rehearsal ? $"{seed}/{rehearsal.Seed}" : seed;
        return new Chatter((int)perHour, topics.Count > 0 ? topics : ChatterTexts.Topics, whole, host.Random);
    }
}
