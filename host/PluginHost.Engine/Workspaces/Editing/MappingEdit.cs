namespace PluginHost.Engine.Workspaces.Editing;

/// <summary>Puts entries into mappings of a text and takes them out, in lines or in braces as the mapping is written.</summary>
internal sealed class MappingEdit(string text)
{
    /// <summary>How the text ends its lines.</summary>
    public string NewLine { get; } = text.Contains("\r\n", StringComparison.Ordinal) ? "\r\n" : "\n";

    /// <summary>Writes something in a place, and something else at the end of that line, behind its comment.</summary>
    public string Put(int start, int end, string here, string atEndOfLine)
    {
        var line = EndOfLine(end);
        return $"{text.AsSpan(0, start)}{here}{text.AsSpan(end, line - end)}{atEndOfLine}{text.AsSpan(line)}";
    }

    public string? AppendToFlow(PlacedNode mapping, string entry) => mapping.Entries is [.., var last]
        ? $"{text.AsSpan(0, last.End)}, {entry}{text.AsSpan(last.End)}"
        : $"{text.AsSpan(0, mapping.Start + 1)} {entry} {text.AsSpan(mapping.End - 1)}";

    public string? AppendToBlock(PlacedNode mapping, string entry) => IndentOf(mapping.Entries[0]) is { } indent
        ? Put(mapping.End, mapping.End, "", $"{NewLine}{indent}{entry}")
        : null;

    public string? PutFirstInFlow(PlacedNode mapping, string entry) => mapping.Entries is [var first, ..]
        ? $"{text.AsSpan(0, first.Start)}{entry}, {text.AsSpan(first.Start)}"
        : AppendToFlow(mapping, entry);

    public string? PutFirstInBlock(PlacedNode mapping, string entry) => IndentOf(mapping.Entries[0]) is { } indent
        ? $"{text.AsSpan(0, mapping.Entries[0].Start)}{entry}{NewLine}{indent}{text.AsSpan(mapping.Entries[0].Start)}"
        : null;

    public string? Remove(PlacedNode mapping, PlacedEntry entry) => mapping.Kind switch
    {
        PlacedKind.Block when IndentOf(entry) is { } indent => RemoveLines(entry.Start - indent.Length, EndOfLine(entry.End)),
        PlacedKind.Flow => RemoveFromFlow(entry),
        _ => null,
    };

    private string RemoveLines(int start, int end)
    {
        if (end < text.Length)
            end += text[end] == '\r' ? 2 : 1;

        return $"{text.AsSpan(0, start)}{text.AsSpan(end)}";
    }

    // With the comma behind it, else with the one before it.
    private string RemoveFromFlow(PlacedEntry entry)
    {
        var (start, end) = (entry.Start, entry.End);
        var behind = end + Spaces(text.AsSpan(end));
        if (behind < text.Length && text[behind] == ',')
        {
            end = behind + 1;
            end += Spaces(text.AsSpan(end));
        }
        else
        {
            var before = text.AsSpan(0, start).TrimEnd();
            start = before is [.., ','] ? before.Length - 1 : before.Length;
        }

        return $"{text.AsSpan(0, start)}{text.AsSpan(end)}";
    }

    private static int Spaces(ReadOnlySpan<char> rest) => rest.IndexOfAnyExcept(' ', '\t') is >= 0 and var count ? count : rest.Length;

    private int EndOfLine(int from)
    {
        var end = text.AsSpan(from).IndexOf('\n');
        end = end < 0 ? text.Length : from + end;
        return end > from && text[end - 1] == '\r' ? end - 1 : end;
    }

    /// <summary>What stands before an entry on its line; null where that is more than spaces.</summary>
    private string? IndentOf(PlacedEntry entry)
    {
        var start = text.AsSpan(0, entry.Start).LastIndexOf('\n') + 1;
        var before = text[start..entry.Start];
        return string.IsNullOrWhiteSpace(before) ? before : null;
    }
}
