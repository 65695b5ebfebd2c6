using System.Globalization;
using PluginHost.Campaigns;
using PluginHost.Sdk;

namespace PluginHost.Rehearsal;

/// <summary>
/// What strangers say in public, hour by hour. It follows from the seed, the network and the hour alone and is kept nowhere: a listener that looks again is told the same, and
/// nobody's reactions change.
/// </summary>
internal sealed class Chatter(int perHour, IReadOnlyList<string> topics, string seed, IRandom random)
{
    // In one hour of forty something happens, and everybody talks of it.
    private const int SpikeChance = 40;
    private const int SpikeFactor = 6;
    private const int NoiseChance = 15;
    private const int HourInMilliseconds = 3_600_000;

    private static readonly string[] Languages = ["en", "en", "nb", "de", "fr", "ar"];
    private static readonly string[] Places = ["oslo", "bergen", "york", "koeln", "wien", "lyon", "cairo", "lagos", "boston", "delhi"];

    /// <summary>How much is said at each hour of the day, in UTC, in percent of what is usual.</summary>
    private static readonly int[] Day = [40, 30, 20, 20, 30, 50, 80, 110, 120, 120, 120, 130, 140, 130, 120, 120, 130, 140, 150, 160, 150, 120, 90, 60];

    public bool IsSilent => perHour == 0;

    /// <summary>All that is said in an hour, in order.</summary>
    /// <param name="network">The network; on each, others talk.</param>
    /// <param name="hour">The hour, counted from 1970.</param>
    public IReadOnlyList<PublicPost> InHour(string network, long hour)
    {
        var dice = random.Seeded(string.Create(CultureInfo.InvariantCulture, $"{seed}/chatter/{network}/{hour}"));
        var spiking = dice.Next(0, SpikeChance) == 0 ? topics[dice.Next(0, topics.Count)] : null;
        var usual = perHour * Day[hour % 24] / 100.0 * (0.7 + (0.6 * dice.NextDouble()));
        var count = (int)Math.Ceiling(spiking is null ? usual : usual * SpikeFactor);
        var instants = Enumerable.Range(0, count).Select(_ => dice.Next(0, HourInMilliseconds)).Order().ToList();
        var begin = DateTimeOffset.FromUnixTimeMilliseconds(hour * HourInMilliseconds);
        return [.. instants.Select((after, place) => Say(begin.AddMilliseconds(after), $"c{Text(hour)}-{Text(place)}", spiking, dice))];
    }

    private PublicPost Say(DateTimeOffset at, string id, string? spiking, IRandom dice)
    {
        var isNoise = dice.Next(0, NoiseChance) == 0;
        var language = isNoise ? "en" : Pick(Languages, dice);
        var topic = spiking is not null && dice.Next(0, 4) > 0 ? spiking : Pick(topics, dice);
        var texts = ChatterTexts.In(language);
        var text = isNoise ? ChatterTexts.Noise : Pick(texts, dice);
        var who = isNoise ? new Stranger { Handle = "deals_daily", Name = "Deals Daily", Language = language } : Someone(language, dice);
        return new PublicPost
        {
            RemoteId = id,
            Handle = who.Handle,
            Name = who.Name,
            Text = string.Format(CultureInfo.InvariantCulture, text, topic, Other(topic, dice), topic.Replace(" ", "", StringComparison.Ordinal).ToLowerInvariant()),
            Language = language,
            At = at,
            Link = RemoteIds.Link(who.Handle, id),
        };
    }

    private static Stranger Someone(string language, IRandom dice)
    {
        var (handle, name) = Pick(FirstNames.In(language), dice);
        return new Stranger { Handle = $"{handle}_{Pick(Places, dice)}", Name = name, Language = language };
    }

    private string Other(string topic, IRandom dice)
    {
        var others = topics.Where(known => known != topic).ToList();
        return others.Count > 0 ? Pick(others, dice) : topic;
    }

    private static T Pick<T>(IReadOnlyList<T> items, IRandom dice) => items[dice.Next(0, items.Count)];

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);
}
