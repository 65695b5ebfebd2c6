using System.Collections.Frozen;
using System.Text;

namespace PluginHost.Campaigns;

/// <summary>Which endings of a host there are. Read once, when the first text with a dot in it is counted.</summary>
internal static class TopLevelDomains
{
    private static readonly FrozenSet<string> Names = Read();

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Lookup = Names.GetAlternateLookup<ReadOnlySpan<char>>();

    private static readonly int Longest = Names.Max(name => name.Length);

    /// <summary>How much of a label is a top-level domain: it may end where a script begins that parts no words, as in "comです".</summary>
    /// <param name="text">The text.</param>
    /// <param name="start">Where the label begins.</param>
    /// <param name="end">Where it ends.</param>
    /// <returns>The length; 0 where it is none.</returns>
    public static int LengthAt(ReadOnlySpan<char> text, int start, int end)
    {
        if (text[start..end].StartsWith("xn--", StringComparison.OrdinalIgnoreCase))
        {
            var last = start + 4;
            while (last < end && (char.IsAsciiLetterOrDigit(text[last]) || text[last] == '-'))
                last++;

            return last > start + 4 ? last - start : 0;
        }

        for (var length = Math.Min(end - start, Longest); length >= 2; length--)
        {
            var after = start + length;
            var isBounded = after >= text.Length || !(char.IsAsciiLetterOrDigit(text[after]) || text[after] is '@' or '+' or '-');
            if (isBounded && Lookup.Contains(text[start..after]))
                return length;
        }

        return 0;
    }

    private static FrozenSet<string> Read()
    {
        using var stream = typeof(TopLevelDomains).Assembly.GetManifestResourceStream("top-level-domains.txt")!;
        using var reader = new StreamReader(stream, Encoding.UTF8);
        var names = new List<string>();
        while (reader.ReadLine() is { } line)
        {
            if (line.Length > 0 && line[0] != '#')
                names.Add(line);
        }

        return names.ToFrozenSet(StringComparer.OrdinalIgnoreCase);
    }
}
