using System.Text.RegularExpressions;

namespace PluginHost.Campaigns;

/// <summary>Reads what was written line by line: marks end what came before them, all else is said.</summary>
internal sealed partial class WrittenReader
{
    private readonly List<WrittenSection> _sections = [];
    private readonly List<WrittenPart> _parts = [];
    private readonly List<WrittenLine> _lines = [];
    private readonly List<(Medium Medium, WrittenLine Line)> _media = [];
    private IReadOnlyList<string> _names = [];
    private PostExtras _extras = PostExtras.None;

    public static IReadOnlyList<WrittenSection> Read(string text)
    {
        var reader = new WrittenReader();
        for (var place = 0; place <= text.Length;)
        {
            var end = text.IndexOf('\n', place);
            end = end < 0 ? text.Length : end;
            reader.Take(text[place..end].TrimEnd('\r'), place);
            place = end + 1;
        }

        reader.EndSection();
        return reader._sections;
    }

    private void Take(string line, int place)
    {
        if (SectionMark().Match(line) is { Success: true } section)
        {
            EndSection();
            _names = section.Groups[1].Value.Split([' ', ',', '\t'], StringSplitOptions.RemoveEmptyEntries);
        }
        else if (PartMark().IsMatch(line))
        {
            EndPart();
        }
        else if (MediumMark().Match(line) is { Success: true } medium)
        {
            var written = new Medium { Alt = medium.Groups[1].Value.Trim(), File = medium.Groups[2].Value.Trim(), Part = _parts.Count };
            _media.Add((written, new WrittenLine { Text = line, Place = place }));
        }
        else if (WrittenExtra.Read(line) is { } extra)
        {
            _extras = extra(_extras);
        }
        else
        {
            var isEscaped = line.StartsWith('\\') && IsMark(line[1..]);
            _lines.Add(new WrittenLine { Text = isEscaped ? line[1..] : line, Place = isEscaped ? place + 1 : place });
        }
    }

    private void EndPart()
    {
        _parts.Add(new WrittenPart([.. _lines], [.. _media]));
        _lines.Clear();
        _media.Clear();
    }

    private void EndSection()
    {
        EndPart();
        _sections.Add(new WrittenSection { Names = _names, Parts = [.. _parts], Extras = _extras });
        _parts.Clear();
        _extras = PostExtras.None;
    }

    // A line that was escaped once more keeps all but the first backslash.
    private static bool IsMark(string line)
    {
        var bare = line.TrimStart('\\');
        return SectionMark().IsMatch(bare) || PartMark().IsMatch(bare) || MediumMark().IsMatch(bare) || WrittenExtra.LooksLikeOne(bare);
    }

    [GeneratedRegex(@"^===[ \t]+(\S.*)$", RegexOptions.CultureInvariant)]
    private static partial Regex SectionMark();

    [GeneratedRegex(@"^---[ \t]*$", RegexOptions.CultureInvariant)]
    private static partial Regex PartMark();

    [GeneratedRegex(@"^!\[([^\]]*)\]\(([^()]+)\)[ \t]*$", RegexOptions.CultureInvariant)]
    private static partial Regex MediumMark();
}
