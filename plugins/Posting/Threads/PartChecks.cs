using System.Globalization;
using System.Text;
using PluginHost.Campaigns;
using PluginHost.Sdk;

namespace PluginHost.Posting;

/// <summary>What could stop a text, looked for in each part of a thread: a thread goes out whole or not at all.</summary>
internal static class PartChecks
{
    /// <summary>Whether there is something to say, and all of it could be read.</summary>
    public static void Look(Variant variant, Profile profile, List<Problem> problems)
    {
        foreach (var (part, text) in PartsOf(variant))
        {
            if (string.IsNullOrWhiteSpace(text))
                problems.Add(Error("posting.empty", profile, variant, part, 0, 0, "The text is empty. Write something."));

            // What was no UTF-8 on its way here has become this character; half a surrogate pair would become it.
            if (BrokenAt(text) is >= 0 and var at)
                problems.Add(Error("posting.broken", profile, variant, part, at, 1, "The text has a broken character (U+FFFD). It was not read as UTF-8; write it anew."));
        }
    }

    /// <summary>Whether it fits the network.</summary>
    public static void Count(Variant variant, Profile profile, NetworkRules rules, List<Problem> problems)
    {
        foreach (var (part, text) in PartsOf(variant))
        {
            if (rules.Count(text) is not { Fits: false } count)
                continue;

            if (count.RefusedAt is { } refused)
                problems.Add(Error("posting.character", profile, variant, part, refused, 1, $"There is a character (U+{(int)text[refused]:X4}) that the network takes in no post. Leave it out."));

            if (count.Count > count.Limit || count.Bytes > count.ByteLimit)
                problems.Add(Error("posting.length", profile, variant, part, 0, text.Length, TooLong(count)));
        }
    }

    private static IEnumerable<(int Part, string Text)> PartsOf(Variant variant) => variant.More.Prepend(variant.Text).Select((text, part) => (part, text));

    private static int BrokenAt(string text)
    {
        var at = 0;
        foreach (var rune in text.EnumerateRunes())
        {
            if (rune == Rune.ReplacementChar)
                return at;

            at += rune.Utf16SequenceLength;
        }

        return -1;
    }

    private static string TooLong(TextCount count)
    {
        var over = count.Count > count.Limit ? count.Count - count.Limit : count.Bytes - count.ByteLimit;
        return string.Create(CultureInfo.InvariantCulture, $"{count with { RefusedAt = null }}; {over} too many");
    }

    private static Problem Error(string rule, Profile profile, Variant variant, int part, int start, int length, string message) => new()
    {
        Rule = rule,
        Severity = Severity.Error,
        Profile = profile.Name,
        Message = variant.More.Count == 0 ? message : string.Create(CultureInfo.InvariantCulture, $"part {part + 1}: {message}"),
        Range = new TextRange { Part = part, Start = start, Length = length },
    };
}
