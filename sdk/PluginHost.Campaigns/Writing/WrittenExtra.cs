using System.Globalization;
using System.Text.RegularExpressions;

namespace PluginHost.Campaigns;

/// <summary>A line that says what goes with a post besides: <c>!warning</c>, <c>!for</c>, <c>!poll</c>, <c>!quote</c>, <c>!card</c>.</summary>
internal static partial class WrittenExtra
{
    /// <summary>Reads a line.</summary>
    /// <returns>What it adds to the extras, be it that it could not be read; null where it is no such mark.</returns>
    public static Func<PostExtras, PostExtras>? Read(string line)
    {
        if (Mark().Match(line) is not { Success: true } mark)
            return null;

        var said = mark.Groups[2].Value.Trim();
        Func<PostExtras, PostExtras>? read = mark.Groups[1].Value switch
        {
            _ when said.Length == 0 => null,
            "warning" => extras => extras with { Warning = said },
            "quote" => extras => extras with { Quotes = said },
            "for" => Visibility(said),
            "poll" => ReadPoll(said),
            _ => ReadCard(said),
        };
        return read ?? (extras => extras with { Unread = line });
    }

    /// <summary>Whether a line is such a mark, be it readable or not.</summary>
    public static bool LooksLikeOne(string line) => Mark().IsMatch(line);

    private static Func<PostExtras, PostExtras>? Visibility(string said) =>
        !int.TryParse(said, CultureInfo.InvariantCulture, out _) && Enum.TryParse<PostVisibility>(said, ignoreCase: true, out var visibility)
            ? extras => extras with { Visibility = visibility }
            : null;

    private static Func<PostExtras, PostExtras>? ReadPoll(string said)
    {
        if (PollShape().Match(said) is not { Success: true } shape || !int.TryParse(shape.Groups[1].Value, CultureInfo.InvariantCulture, out var count))
            return null;

        var lasts = shape.Groups[2].Value switch
        {
            "m" => TimeSpan.FromMinutes(count),
            "h" => TimeSpan.FromHours(count),
            _ => TimeSpan.FromDays(count),
        };
        var poll = new Poll { Options = [.. shape.Groups[3].Value.Split('|', StringSplitOptions.TrimEntries)], Lasts = lasts };
        return extras => extras with { Poll = poll };
    }

    private static Func<PostExtras, PostExtras>? ReadCard(string said)
    {
        if (CardShape().Match(said) is not { Success: true } shape)
            return null;

        var card = new LinkCard { Address = shape.Groups[1].Value, Title = shape.Groups[2].Value.Trim(), Description = shape.Groups[3].Value.Trim() };
        return extras => extras with { Card = card };
    }

    [GeneratedRegex(@"^!(warning|for|poll|quote|card)(?:[ \t]+(.*))?$", RegexOptions.CultureInvariant)]
    private static partial Regex Mark();

    // Six digits: a time span holds no more days.
    [GeneratedRegex(@"^(\d{1,6})([mhd])[ \t]+(\S.*\|.*)$", RegexOptions.CultureInvariant)]
    private static partial Regex PollShape();

    [GeneratedRegex(@"^(https?://\S+)[ \t]+([^|]*\S)[ \t]*(?:\|(.*))?$", RegexOptions.CultureInvariant)]
    private static partial Regex CardShape();
}
