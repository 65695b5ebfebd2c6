using System.Globalization;
using System.Text;
using PluginHost.Campaigns;

namespace PluginHost.Posting;

/// <summary>
/// Posts as a calendar (RFC 5545), to be looked at beside everything else that happens. Times are in UTC, so that every calendar shows the instant at which we
/// send, whatever it makes of wall times that the clocks skip.
/// </summary>
internal static class ICalendar
{
    // Section 3.1: a line is no longer than this, in octets, without its end.
    private const int Longest = 75;
    private const int SummaryLength = 60;

    /// <param name="threads">What each profile says in one post: its parts, in order.</param>
    /// <param name="now">When it is written.</param>
    public static string Of(IEnumerable<IReadOnlyList<OutboxTarget>> threads, DateTimeOffset now)
    {
        var text = new StringBuilder();
        Append(text, "BEGIN:VCALENDAR");
        Append(text, "VERSION:2.0");
        Append(text, "PRODID:-//PluginHost//Posting//EN");
        Append(text, "CALSCALE:GREGORIAN");
        foreach (var thread in threads)
        {
            var target = thread[0];
            Append(text, "BEGIN:VEVENT");
            Append(text, $"UID:{target.Key}@posting.pluginhost");
            Append(text, $"DTSTAMP:{InUtc(now)}");
            Append(text, $"DTSTART:{InUtc(target.PlannedAt!.Value)}");
            Append(text, $"SUMMARY:{Escape($"{target.Profile}: {Summary(target.Text)}")}");
            Append(text, $"DESCRIPTION:{Escape(string.Join("\n\n", thread.Select(part => part.Text)))}");
            Append(text, $"CATEGORIES:{Escape(target.Profile)}");
            Append(text, $"STATUS:{StatusOf(target.State)}");
            Append(text, "TRANSP:TRANSPARENT");
            Append(text, "END:VEVENT");
        }

        Append(text, "END:VCALENDAR");
        return text.ToString();
    }

    private static string StatusOf(TargetState state) => state switch
    {
        TargetState.Refused => "CANCELLED",
        TargetState.Draft or TargetState.Unknown => "TENTATIVE",
        _ => "CONFIRMED",
    };

    private static string InUtc(DateTimeOffset instant) => instant.UtcDateTime.ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture);

    private static string Summary(string text)
    {
        var line = new StringInfo(text.Split('\n')[0].Trim());
        return line.LengthInTextElements <= SummaryLength ? line.String : line.SubstringByTextElements(0, SummaryLength - 1).TrimEnd() + "…";
    }

    // Section 3.3.11. Characters that no text may have are left out: a calendar would refuse the whole file.
    private static string Escape(string text)
    {
        var escaped = new StringBuilder(text.Length + 8);
        foreach (var letter in text.ReplaceLineEndings("\n"))
        {
            if (letter is '\\' or ';' or ',')
                escaped.Append('\\').Append(letter);
            else if (letter == '\n')
                escaped.Append("\\n");
            else if (letter == '\t' || !char.IsControl(letter))
                escaped.Append(letter);
        }

        return escaped.ToString();
    }

    // Folded between characters, never inside one: a fold that cuts its bytes apart is read as two broken ones.
    private static void Append(StringBuilder text, string line)
    {
        var length = 0;
        foreach (var rune in line.EnumerateRunes())
        {
            if (length + rune.Utf8SequenceLength > Longest)
            {
                text.Append("\r\n ");
                length = 1;
            }

            text.Append(rune.ToString());
            length += rune.Utf8SequenceLength;
        }

        text.Append("\r\n");
    }
}
