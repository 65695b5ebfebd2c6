using System.Globalization;

namespace PluginHost.Listening.Counting;

/// <summary>
/// When an hour counts as a spike, in a rule that can be said in a sentence and checked by hand. It knows neither the hour of the day nor the day of the week.
/// </summary>
internal static class SpikeRule
{
    /// <summary>How many hours before an hour say what is usual.</summary>
    public const int Baseline = 168;

    /// <summary>The rule, as people read it.</summary>
    public const string Text =
        "A spike is an hour with at least 5 posts, at least 3 times the mean of the 168 hours before it, and more than 4 standard deviations above that mean.";

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

        // Chance alone makes the variance of counts as large as their mean: what was quieter was so by chance.
        var deviation = Math.Sqrt(Math.Max(mean, before.Average(count => (count - mean) * (count - mean))));
        var isSpike = posts >= LeastPosts && posts >= LeastTimes * mean && posts > mean + (LeastDeviations * deviation);
        return new SpikeVerdict
        {
            Posts = posts,
            Usual = mean,
            IsSpike = isSpike,
            Why = string.Create(
                CultureInfo.InvariantCulture,
                $"{posts} in the hour; usual are {mean:0.##} ± {deviation:0.##} (mean and standard deviation of the {before.Count} hours before)"),
        };
    }
}
