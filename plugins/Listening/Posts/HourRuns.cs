namespace PluginHost.Listening.Posts;

/// <summary>Hours that follow each other, as one span of time to look through.</summary>
internal static class HourRuns
{
    /// <param name="hours">The beginnings of hours, newest first.</param>
    /// <returns>The spans, newest first; the end is left out of each.</returns>
    public static IEnumerable<(DateTimeOffset From, DateTimeOffset To)> Of(IReadOnlyList<DateTimeOffset> hours)
    {
        for (var place = 0; place < hours.Count;)
        {
            var to = hours[place].AddHours(1);
            while (place + 1 < hours.Count && hours[place + 1].AddHours(1) == hours[place])
                place++;

            yield return (hours[place++], to);
        }
    }
}
