using System.Globalization;

namespace PluginHost.Listening.Counting;

/// <summary>
/// When an hour counts as a spike, in a rule that can be said in a few sentences, <see cref="Text"/>, and checked by hand. It knows neither the hour of the day nor the day of
/// the week. The text is the rule: a test works it out from there.
/// </summary>
internal static class SpikeRule
{
    /// <summary>How many hours before an hour say what is usual, at most.</summary>
    public const int Baseline = 168;

    /// <summary>The rule, as people read it.</summary>
    public const string Text =
        "A spike is an hour with at least 5 posts, at least 3 times the usual, and more than 4 deviations above it. " +
        "Usual is the mean of the hours before it, 168 at most: from the one in which the query was saved, or from the first of them with a match if that is earlier. " +
        "Of fewer than 12 nobody knows what is usual. " +
        "The deviation is their standard deviation, or the square root of the mean where that is greater. " +
        "The hour that runs counts once it is a spike; until then the last whole one does.";

    private const int LeastPosts = 5;
    private const double LeastTimes = 3;
    private const double LeastDeviations = 4;

    // Of a query that is younger than that, nobody knows what is usual.
    private const int LeastHours = 12;

    /// <summary>Judges an hour.</summary>
    /// <param name="posts">The posts of the hour.</param>
    /// <param name="before">The posts of the hours before it that are known, oldest first.</param>
    public static SpikeVerdict Judge(long posts, IReadOnlyList<long> before)
    {
        if (before.Count < LeastHours)
        {
            return new SpikeVerdict
            {
                Posts = posts,
                Why = string.Create(CultureInfo.InvariantCulture, $"too young to say: {before.Count} of {LeastHours} hours are known"),
            };
        }

        var mean = before.Average(count => (double)count);

        // Chance alone makes the variance of counts as large as their mean: what varied less did so by chance.
        var deviation = Math.Sqrt(Math.Max(mean, before.Average(count => (count - mean) * (count - mean))));
        var isSpike = posts >= LeastPosts && posts >= LeastTimes * mean && posts > mean + (LeastDeviations * deviation);
        return new SpikeVerdict
        {
            Posts = posts,
            Usual = mean,
            IsSpike = isSpike,
            Why = string.Create(
                CultureInfo.InvariantCulture,
                $"{posts} in the hour; usual are {mean:0.##} ± {deviation:0.##} (mean and deviation of the {before.Count} hours before)"),
        };
    }
}
