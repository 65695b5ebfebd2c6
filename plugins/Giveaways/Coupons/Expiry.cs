using System.Globalization;
using PluginHost.Sdk;

namespace PluginHost.Giveaways.Coupons;

/// <summary>
/// Until when a coupon is good, as a person at a counter means it: a day is good until its end, and without a zone the clock on the wall of the workspace is meant.
/// </summary>
internal sealed class Expiry(ITimes times, TimeZoneInfo zone)
{
    private static readonly string[] Walls = ["yyyy-MM-dd'T'HH:mm", "yyyy-MM-dd'T'HH:mm:ss"];

    /// <exception cref="WrongUseException">It is neither a day nor a time.</exception>
    public DateTimeOffset Read(string text)
    {
        text = text.Trim();
        if (Parse(text, Walls) is { } wall)
            return times.At(wall, zone).Instant;

        var end = text.IndexOf(' ', StringComparison.Ordinal);
        var (first, rest) = end < 0 ? (text, "") : (text[..end], text[end..].Trim());
        return Parse(first, "yyyy-MM-dd") is { } day && !rest.Contains(':', StringComparison.Ordinal)
            ? times.At(day.AddDays(1).AddSeconds(-1), rest.Length == 0 ? zone : times.ReadZone(rest)).Instant
            : ReadTime(text);
    }

    private DateTimeOffset ReadTime(string text)
    {
        try
        {
            return times.Read(text).Instant;
        }
        catch (WrongUseException wrong)
        {
            throw new WrongUseException(
                $"\"{text}\" is neither a day nor a time. Coupons are good until the end of a day (2026-12-18), or until a time (18:00, 2026-12-18 18:00, 2026-12-18 18:00 Europe/Oslo). {wrong.Message}");
        }
    }

    private static DateTime? Parse(string text, params string[] forms) =>
        DateTime.TryParseExact(text, forms, CultureInfo.InvariantCulture, DateTimeStyles.None, out var read) ? read : null;
}
