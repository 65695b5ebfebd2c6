using System.Globalization;
using PluginHost.Sdk;

namespace PluginHost.Posting;

/// <summary>What is repeated, as a table.</summary>
internal static class RepetitionTable
{
    public static Table Of(IReadOnlyList<RepetitionStanding> standings, TimeZoneInfo zone) => Table.Of(
        standings,
        ("repetition", each => each.Repetition.Id),
        ("state", each => each.State),
        ("next", each => each.Next is { } next ? TimeZoneInfo.ConvertTime(next, zone) : Value.Nothing),
        ("schedule", each => each.Repetition.Schedule),
        ("profile", each => string.Join(' ', each.Repetition.Profiles)),
        ("text", each => each.Repetition.Texts[0]),
        ("texts", each => each.Repetition.Texts.Count),
        ("ends", each => EndOf(each.Repetition, zone)),
        ("waiting", each => each.Waiting),
        ("sent", each => each.Sent));

    private static string EndOf(Repetition repetition, TimeZoneInfo zone)
    {
        var parts = new List<string>();
        if (repetition.Until is { } until)
            parts.Add(TimeZoneInfo.ConvertTime(until, zone).ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture));

        if (repetition.Times > 0)
            parts.Add(string.Create(CultureInfo.InvariantCulture, $"after {repetition.Times} times"));

        return parts.Count == 0 ? "never" : string.Join(", or ", parts);
    }
}
