namespace PluginHost.Terminal;

/// <summary>
/// Cuts text into lines. A line ends with a line feed, with or without a carriage return before it. A return by itself becomes a feed: then no two line
/// ends that come to stand side by side are one, and whatever is taken out can be put back.
/// </summary>
internal static class LineReader
{
    public const string Feed = "\n";
    public const string ReturnAndFeed = "\r\n";

    /// <summary>The lines of a text; at least one.</summary>
    public static List<DocumentLine> Read(string text)
    {
        var lines = new List<DocumentLine>();
        for (var start = 0; ;)
        {
            var length = text.AsSpan(start).IndexOf('\n');
            if (length < 0)
            {
                lines.Add(new DocumentLine(text[start..], ""));
                return lines;
            }

            var hasReturn = length > 0 && text[start + length - 1] == '\r';
            lines.Add(new DocumentLine(text.Substring(start, hasReturn ? length - 1 : length), hasReturn ? ReturnAndFeed : Feed));
            start += length + 1;
        }
    }

    /// <summary>A text without returns by themselves.</summary>
    public static string Normal(string text)
    {
        for (var i = text.IndexOf('\r', StringComparison.Ordinal); i >= 0; i = text.IndexOf('\r', i + 1))
        {
            if (i + 1 == text.Length || text[i + 1] != '\n')
                return text.Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n');
        }

        return text;
    }

    /// <summary>Where a text ends that begins at a place.</summary>
    public static TextPlace EndOf(TextPlace start, string text)
    {
        var feeds = text.AsSpan().Count('\n');
        return feeds == 0
            ? start with { Column = start.Column + text.Length }
            : new TextPlace(start.Line + feeds, text.Length - text.LastIndexOf('\n') - 1);
    }
}
