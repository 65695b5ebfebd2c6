using YamlDotNet.Core;

namespace PluginHost.Engine.Data.Yaml;

/// <summary>
/// Says what is wrong with a text that is no YAML in words that a person can act on. The scanner's own words are kept where they are
/// not known here, so that a new version of it can make a message worse, but never lose one.
/// </summary>
internal static class YamlSyntax
{
    /// <param name="text">The file.</param>
    /// <param name="place">Where the scanner stopped.</param>
    /// <param name="said">What it says.</param>
    /// <param name="lastLine">The line up to which all was well.</param>
    public static YamlStop Explain(string text, Mark place, string said, int lastLine)
    {
        var line = (int)place.Line;
        if (TabLine(text, said, line, lastLine) is { } tab)
            return new YamlStop(tab, "a tab; YAML indents with spaces.");

        if (!said.Contains("cannot start any token", StringComparison.Ordinal))
            return new YamlStop(line, Translate(said));

        var word = WordAt(LineOf(text, line), (int)place.Column - 1);
        return new YamlStop(line, $"a text cannot begin with {word[..Math.Min(1, word.Length)]} unless it is quoted. Write it as \"{word}\".");
    }

    private static string Translate(string said)
    {
        foreach (var (sign, message) in Known)
        {
            if (said.Contains(sign, StringComparison.Ordinal))
                return message;
        }

        return $"this is no YAML: {char.ToLowerInvariant(said[0])}{said[1..]}";
    }

    private static readonly (string Sign, string Message)[] Known =
    [
        ("found invalid mapping", "a colon where none can be: the line is indented wrongly, or a text that holds \": \" needs quotes."),
        ("quoted scalar, found unexpected end of stream", "the quote that opens here is not closed."),
        ("quoted scalar, found wrong indentation", "the quote that opens here is not closed."),
        ("quoted scalar, found unexpected document indicator", "the quote that opens here is not closed."),
        ("unknown escape character", "a backslash between double quotes begins an escape, and this one is unknown. Write \\\\, or take single quotes."),
        ("Block sequence entries are not allowed", "a list cannot begin here. Put \"- \" on a line of its own below the key, or the text in quotes."),
        ("Global tags must be valid", "a text cannot begin with ! unless it is quoted."),
    ];

    // The scanner notices a tab late and gives no useful line: the tab is looked for behind what was read well.
    private static int? TabLine(string text, string said, int line, int lastLine)
    {
        if (IndentsWithTab(LineOf(text, line)))
            return line;

        if (!said.Contains(" tab", StringComparison.Ordinal))
            return null;

        var number = 0;
        foreach (var candidate in text.AsSpan().EnumerateLines())
        {
            if (++number >= lastLine && IndentsWithTab(candidate))
                return number;
        }

        return Math.Max(line, lastLine);
    }

    private static bool IndentsWithTab(ReadOnlySpan<char> line)
    {
        var indent = line[..^line.TrimStart(" \t").Length];
        return indent.Contains('\t');
    }

    private static ReadOnlySpan<char> LineOf(string text, int wanted)
    {
        var number = 0;
        foreach (var line in text.AsSpan().EnumerateLines())
        {
            if (++number == wanted)
                return line;
        }

        return default;
    }

    private static string WordAt(ReadOnlySpan<char> line, int start)
    {
        if (start >= line.Length)
            return "";

        var rest = line[start..];
        var end = rest.IndexOfAny(",{}[] ");
        var word = end < 0 ? rest : rest[..end];
        return word.TrimEnd(':').ToString();
    }
}
