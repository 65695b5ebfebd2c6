using PluginHost.Sdk;

namespace PluginHost.PressRoom.Releases;

/// <summary>A Markdown file that begins with what is said of it: YAML between two lines of three hyphens.</summary>
internal sealed record FrontMatter
{
    private const string Fence = "---";

    /// <summary>What is said of the text.</summary>
    public required Record Fields { get; init; }

    /// <summary>On which line each field stands, from 1.</summary>
    public required IReadOnlyDictionary<string, int> Lines { get; init; }

    /// <summary>The text itself.</summary>
    public required string Body { get; init; }

    /// <summary>The line on which it begins.</summary>
    public required int BodyLine { get; init; }

    public int LineOf(string field) => Lines.GetValueOrDefault(field, 1);

    /// <summary>Reads a file.</summary>
    /// <param name="file">The file's name, for messages.</param>
    /// <param name="text">What stands in it.</param>
    /// <param name="readYaml">Reads YAML; its second argument is the file's name for messages.</param>
    /// <param name="problem">What is wrong; null: nothing.</param>
    public static FrontMatter? Read(string file, string text, Func<string, string, Value> readYaml, out string? problem)
    {
        var lines = text.ReplaceLineEndings("\n").TrimStart('\uFEFF').Split('\n');
        var end = Array.FindIndex(lines, 1, line => line.TrimEnd() == Fence);
        problem = lines[0].TrimEnd() != Fence
            ? $"{file}(1): a release begins with a line of three hyphens, then its title and the rest, then three hyphens once more."
            : end < 0 ? $"{file}(1): the front matter that begins here never ends. Close it by a line of three hyphens." : null;
        if (problem is not null)
            return null;

        try
        {
            // The first line is left empty, so that lines are counted as in the file.
            var fields = readYaml(string.Join('\n', lines[1..end].Prepend("")), file);
            if (fields is Record or NothingValue)
                return new FrontMatter
                {
                    Fields = fields as Record ?? Record.Empty,
                    Lines = LinesOf(lines.AsSpan(1, end - 1)),
                    Body = string.Join('\n', lines[(end + 1)..]),
                    BodyLine = end + 2,
                };

            problem = $"{file}(2): the front matter is no list of names and values. Write it as title: What it is about.";
        }
        catch (PluginHostException unread)
        {
            problem = unread.Message;
        }

        return null;
    }

    private static Dictionary<string, int> LinesOf(ReadOnlySpan<string> lines)
    {
        var found = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var place = 0; place < lines.Length; place++)
        {
            var colon = lines[place].IndexOf(':', StringComparison.Ordinal);
            if (colon > 0 && !char.IsWhiteSpace(lines[place][0]))
                found.TryAdd(lines[place][..colon].Trim().Trim('"', '\''), place + 2);
        }

        return found;
    }
}
