namespace PluginHost.Terminal;

/// <summary>Markdown, as far as one line tells: headings, lists, quotes, code, emphasis, links. A small example of a language.</summary>
public sealed class Markdown : ILanguage
{
    /// <inheritdoc/>
    public bool IsProse => true;

    /// <inheritdoc/>
    public string? CommentPrefix => null;

    /// <inheritdoc/>
    public long Classify(string line, long state, List<TextSpan> spans)
    {
        var text = line.AsSpan().TrimStart();
        var indent = line.Length - text.Length;
        var fence = FenceOf(text);
        if (state != 0)
        {
            Add(spans, 0, line.Length, Roles.CodeString);
            var isEnd = fence != 0 && (fence & 1) == (state & 1) && fence >= state && text.Trim(text[0]).IsWhiteSpace();
            return isEnd ? 0 : state;
        }

        if (fence != 0)
            Add(spans, 0, line.Length, Roles.CodeString);
        else if (IsHeading(text))
            Add(spans, 0, line.Length, Roles.Heading);
        else
            Inline(line, Prefix(line, indent, spans), spans);

        return fence;
    }

    // Three signs or more: twice their number, and one more where they are tildes; so a longer fence is a greater number.
    private static long FenceOf(ReadOnlySpan<char> text)
    {
        const int Least = 3;
        var sign = text.IsEmpty ? '\0' : text[0];
        var length = text.Length - text.TrimStart(sign).Length;
        var isFence = length >= Least && (sign == '~' || (sign == '`' && !text[length..].Contains('`')));
        return isFence ? (length * 2L) + (sign == '~' ? 1 : 0) : 0;
    }

    private static bool IsHeading(ReadOnlySpan<char> text)
    {
        const int Most = 6;
        var length = text.Length - text.TrimStart('#').Length;
        return length is > 0 and <= Most && (length == text.Length || text[length] == ' ');
    }

    // A quote or the sign of a list.
    private static int Prefix(string line, int at, List<TextSpan> spans)
    {
        while (at < line.Length && line[at] == '>')
        {
            Add(spans, at, at + 1, Roles.Dim);
            at = SkipBlanks(line, at + 1);
        }

        var digits = at;
        while (digits < line.Length && char.IsAsciiDigit(line[digits]))
            digits++;

        var end = digits > at && digits < line.Length && line[digits] is '.' or ')' ? digits + 1
            : at < line.Length && line[at] is '-' or '*' or '+' ? at + 1 : at;
        if (end == at || end >= line.Length || line[end] != ' ')
            return at;

        Add(spans, at, end, Roles.CodeKeyword);
        return end;
    }

    private static void Inline(string line, int at, List<TextSpan> spans)
    {
        while (at < line.Length)
        {
            at = line[at] switch
            {
                '\\' => at + 2,
                '`' => Enclosed(line, at, Roles.CodeString, Attributes.None, spans),
                '*' or '_' => Enclosed(line, at, Roles.Text, EmphasisAt(line, at), spans),
                '[' => Link(line, at, spans),
                'h' when IsAddress(line, at) => Address(line, at, spans),
                _ => at + 1,
            };
        }
    }

    private static Attributes EmphasisAt(string line, int at) => at + 1 < line.Length && line[at + 1] == line[at] ? Attributes.Bold : Attributes.Italic;

    // Between as many of the same sign.
    private static int Enclosed(string line, int at, string role, Attributes attributes, List<TextSpan> spans)
    {
        var length = 1;
        while (at + length < line.Length && line[at + length] == line[at])
            length++;

        var inside = at + length;
        var isWithinWord = line[at] == '_' && at > 0 && char.IsLetterOrDigit(line[at - 1]);
        var end = inside < line.Length && !isWithinWord && (line[at] == '`' || line[inside] != ' ')
            ? line.IndexOf(line.Substring(at, length), inside, StringComparison.Ordinal)
            : -1;
        if (end < 0)
            return inside;

        spans.Add(new TextSpan(at, end + length - at, role) { Attributes = attributes });
        return end + length;
    }

    private static int Link(string line, int at, List<TextSpan> spans)
    {
        var middle = line.IndexOf("](", at, StringComparison.Ordinal);
        var end = middle < 0 ? -1 : line.IndexOf(')', middle);
        if (end < 0)
            return at + 1;

        Add(spans, at, middle + 1, Roles.Link);
        Add(spans, middle + 1, end + 1, Roles.Dim);
        return end + 1;
    }

    private static bool IsAddress(string line, int at) =>
        line.AsSpan(at).StartsWith("https://", StringComparison.Ordinal) || line.AsSpan(at).StartsWith("http://", StringComparison.Ordinal);

    private static int Address(string line, int at, List<TextSpan> spans)
    {
        var length = line.AsSpan(at).IndexOfAny(" \t<>\"");
        var end = length < 0 ? line.Length : at + length;
        Add(spans, at, end, Roles.Link);
        return end;
    }

    private static int SkipBlanks(string line, int at)
    {
        while (at < line.Length && line[at] == ' ')
            at++;

        return at;
    }

    private static void Add(List<TextSpan> spans, int start, int end, string role)
    {
        if (start < end)
            spans.Add(new TextSpan(start, end - start, role));
    }
}
