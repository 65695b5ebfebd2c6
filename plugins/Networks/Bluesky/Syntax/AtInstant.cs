using System.Globalization;

namespace PluginHost.Bluesky;

/// <summary>An instant as records write it (atproto.com/specs/lexicon#datetime): RFC 3339 and ISO 8601 at once, always with its zone.</summary>
internal static class AtInstant
{
    private const string Shape = "dddd-dd-ddTdd:dd:dd";
    private const int MostDigits = 20;

    // What .NET keeps of a second.
    private const int KeptDigits = 7;

    /// <summary>Whether a text is written so. It may still be the 41st of a month.</summary>
    public static bool Is(string text)
    {
        if (text.Length <= Shape.Length || text.StartsWith("000", StringComparison.Ordinal))
            return false;

        for (var place = 0; place < Shape.Length; place++)
        {
            if (Shape[place] == 'd' ? !char.IsAsciiDigit(text[place]) : text[place] != Shape[place])
                return false;
        }

        var zone = text.AsSpan(Shape.Length + FractionLength(text));
        return zone is "Z" || (zone.Length == 6 && zone[0] is '+' or '-' && IsHours(zone[1..]) && zone is not "-00:00");
    }

    /// <summary>The instant; null where a text is none.</summary>
    public static DateTimeOffset? Read(string? text)
    {
        if (text is null || !Is(text))
            return null;

        var fraction = FractionLength(text);
        var kept = fraction <= KeptDigits + 1 ? text : text.Remove(Shape.Length + KeptDigits + 1, fraction - KeptDigits - 1);
        return DateTimeOffset.TryParse(kept, CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal, out var instant) ? instant : null;
    }

    /// <summary>As we write instants: to the millisecond, in UTC, so that the same instant is always the same bytes.</summary>
    public static string Write(DateTimeOffset instant) => instant.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);

    private static bool IsHours(ReadOnlySpan<char> hours) =>
        hours.Length == 5 && char.IsAsciiDigit(hours[0]) && char.IsAsciiDigit(hours[1]) && hours[2] == ':' && char.IsAsciiDigit(hours[3]) && char.IsAsciiDigit(hours[4]);

    // A point, and one digit at least.
    private static int FractionLength(string text)
    {
        if (text[Shape.Length] != '.')
            return 0;

        var digits = text.AsSpan(Shape.Length + 1).IndexOfAnyExceptInRange('0', '9');
        return digits is > 0 and <= MostDigits ? digits + 1 : 0;
    }
}
