using System.Globalization;

namespace PluginHost.Inbox;

/// <summary>A length of time as a person says it: in the two greatest units that it has.</summary>
internal static class Age
{
    public static string Text(TimeSpan time)
    {
        var (days, hours, minutes, seconds) = ((int)time.TotalDays, time.Hours, time.Minutes, time.Seconds);
        return days > 0 ? Of(days, "d", hours, "h")
            : hours > 0 ? Of(hours, "h", minutes, "m")
            : minutes > 0 ? Of(minutes, "m", 0, "")
            : Of(Math.Max(seconds, 0), "s", 0, "");
    }

    private static string Of(int great, string greatUnit, int small, string smallUnit) =>
        string.Create(CultureInfo.InvariantCulture, $"{great}{greatUnit}{(small > 0 ? $" {small}{smallUnit}" : "")}");
}
