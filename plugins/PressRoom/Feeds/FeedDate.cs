using System.Collections.Frozen;
using System.Globalization;

namespace PluginHost.PressRoom.Feeds;

/// <summary>Reads the dates of feeds: RFC 3339 as Atom has it, RFC 822 as RSS has it, with the names of zones that are still about.</summary>
internal static class FeedDate
{
    private static readonly FrozenDictionary<string, string> Zones = new Dictionary<string, string>
    {
        ["UT"] = "+00:00",
        ["UTC"] = "+00:00",
        ["GMT"] = "+00:00",
        ["Z"] = "+00:00",
        ["EST"] = "-05:00",
        ["EDT"] = "-04:00",
        ["CST"] = "-06:00",
        ["CDT"] = "-05:00",
        ["MST"] = "-07:00",
        ["MDT"] = "-06:00",
        ["PST"] = "-08:00",
        ["PDT"] = "-07:00",
        ["CET"] = "+01:00",
        ["CEST"] = "+02:00",
        ["BST"] = "+01:00",
    }.ToFrozenDictionary();

    private static readonly string[] Shapes =
    [
        "d MMM yyyy HH:mm:ss zzz", "d MMM yyyy HH:mm zzz", "d MMM yy HH:mm:ss zzz", "d MMM yy HH:mm zzz",
    ];

    public static DateTimeOffset? Read(string? text)
    {
        if (string.IsNullOrWhiteSpace(text) || text.Length > 100)
            return null;

        var trimmed = text.Trim();
        if (char.IsAsciiDigit(trimmed[0]) && trimmed.Contains('-', StringComparison.Ordinal)
            && DateTimeOffset.TryParse(trimmed, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var instant))
            return instant.ToUniversalTime();

        // The day of the week says nothing that the date does not, and is wrong now and then.
        var comma = trimmed.IndexOf(',', StringComparison.Ordinal);
        var words = trimmed[(comma + 1)..].Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (words.Length < 4)
            return null;

        words[^1] = Zones.GetValueOrDefault(words[^1].ToUpperInvariant(), words[^1]);
        if (words[^1] is [('+' or '-'), _, _, _, _])
            words[^1] = words[^1].Insert(3, ":");

        return DateTimeOffset.TryParseExact(string.Join(' ', words), Shapes, CultureInfo.InvariantCulture, DateTimeStyles.None, out instant) ? instant.ToUniversalTime() : null;
    }
}
