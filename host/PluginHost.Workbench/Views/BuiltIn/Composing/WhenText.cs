using System.Globalization;

namespace PluginHost.Workbench.Views.BuiltIn.Composing;

/// <summary>
/// Reads a time as a person writes it, on the wall clock of the workspace: <c>18:00</c> is the next one, <c>tomorrow 9:00</c>, <c>Mon 09:00</c>,
/// <c>2026-11-30 09:00</c>.
/// </summary>
internal static class WhenText
{
    private static readonly string[] Clock = ["H:mm", "HH:mm"];
    private static readonly string[] Days = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"];

    /// <returns>The instant; null where the text says none, or one that the clocks of the zone skip.</returns>
    public static DateTimeOffset? Parse(string text, DateTimeOffset now, TimeZoneInfo zone)
    {
        var words = text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (words.Length is 0 or > 2 || !TimeOnly.TryParseExact(words[^1], Clock, CultureInfo.InvariantCulture, DateTimeStyles.None, out var time))
            return null;

        var local = TimeZoneInfo.ConvertTime(now, zone).DateTime;
        var today = DateOnly.FromDateTime(local);
        var day = words.Length == 1 ? TimeOnly.FromDateTime(local) < time ? today : today.AddDays(1) : DayOf(words[0], today, TimeOnly.FromDateTime(local) < time);
        if (day is null)
            return null;

        var wall = day.Value.ToDateTime(time);
        return zone.IsInvalidTime(wall) ? null : new DateTimeOffset(wall, zone.GetUtcOffset(wall));
    }

    private static DateOnly? DayOf(string word, DateOnly today, bool isStillToCome)
    {
        if (word.Equals("today", StringComparison.OrdinalIgnoreCase))
            return today;

        if (word.Equals("tomorrow", StringComparison.OrdinalIgnoreCase))
            return today.AddDays(1);

        var weekday = Array.FindIndex(Days, day => word.Equals(day, StringComparison.OrdinalIgnoreCase));
        if (weekday < 0)
            return DateOnly.TryParseExact(word, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? date : null;

        var ahead = (weekday - (int)today.DayOfWeek + 7) % 7;
        return today.AddDays(ahead == 0 && !isStillToCome ? 7 : ahead);
    }
}
