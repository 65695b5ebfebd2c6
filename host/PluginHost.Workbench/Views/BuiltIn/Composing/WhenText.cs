using System.Globalization;
using PluginHost.Engine.Campaigns.Schedules;
using PluginHost.Sdk;

namespace PluginHost.Workbench.Views.BuiltIn.Composing;

/// <summary>
/// Reads a time as a person writes it, as times are written everywhere, and by two words more: <c>today 18:00</c> and <c>tomorrow 9:00</c>, on the wall clock
/// of the workspace.
/// </summary>
internal static class WhenText
{
    /// <returns>The time, with what the clocks do to it.</returns>
    /// <exception cref="WrongUseException">The text is no time. The message says what it would be.</exception>
    public static DueTime Read(string text, TimeProvider clock, TimeZoneInfo zone)
    {
        var words = text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (words.Length == 0 || (words.Length == 1 && !words[0].Contains(':', StringComparison.Ordinal)))
            throw new WrongUseException(Texts.Fill(Texts.WhenWanted, text, DayAfter(0, clock, zone)));

        if (DaysAhead(words[0]) is { } days)
            words[0] = DayAfter(days, clock, zone);

        return new Times(clock, zone).Read(string.Join(' ', words));
    }

    private static string DayAfter(int days, TimeProvider clock, TimeZoneInfo zone) =>
        TimeZoneInfo.ConvertTime(clock.GetUtcNow(), zone).AddDays(days).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static int? DaysAhead(string word) =>
        word.Equals("today", StringComparison.OrdinalIgnoreCase) ? 0
        : word.Equals("tomorrow", StringComparison.OrdinalIgnoreCase) ? 1
        : null;
}
