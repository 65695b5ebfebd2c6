namespace PluginHost.RehearsalServer;

/// <summary>Takes a text apart as networks do: links with a scheme, mentions, hashtags, line breaks. Put together, the pieces are the text.</summary>
internal static class TextPieces
{
    public static IEnumerable<TextPiece> Of(string text)
    {
        var plain = 0;
        var place = 0;
        while (place < text.Length)
        {
            var length = LengthAt(text, place, out var kind);
            if (length == 0)
            {
                place++;
                continue;
            }

            if (plain < place)
                yield return new TextPiece(TextPieceKind.Plain, text[plain..place]);

            yield return new TextPiece(kind, text.Substring(place, length));
            plain = place += length;
        }

        if (plain < text.Length)
            yield return new TextPiece(TextPieceKind.Plain, text[plain..]);
    }

    private static int LengthAt(string text, int place, out TextPieceKind kind)
    {
        var rest = text.AsSpan(place);
        kind = TextPieceKind.Break;
        if (rest[0] == '\n')
            return 1;

        if (place > 0 && (char.IsLetterOrDigit(text[place - 1]) || text[place - 1] is '/' or '@' or '#' or '&'))
            return 0;

        kind = TextPieceKind.Link;
        if (rest.StartsWith("https://", StringComparison.OrdinalIgnoreCase) || rest.StartsWith("http://", StringComparison.OrdinalIgnoreCase))
            return LinkLength(rest);

        kind = rest[0] == '@' ? TextPieceKind.Mention : TextPieceKind.Tag;
        if (rest[0] is not ('@' or '#'))
            return 0;

        var end = 1;
        while (end < rest.Length && (char.IsLetterOrDigit(rest[end]) || rest[end] == '_'))
            end++;

        if (kind == TextPieceKind.Mention && end > 1 && end < rest.Length && rest[end] == '@')
            end = HostEnd(rest, end);

        return end > 1 ? end : 0;
    }

    // A link ends where white space or quotes begin, and does not take the sentence's own marks along.
    private static int LinkLength(ReadOnlySpan<char> rest)
    {
        var end = 0;
        while (end < rest.Length && !char.IsWhiteSpace(rest[end]) && rest[end] is not ('<' or '>' or '"'))
            end++;

        while (end > 0 && rest[end - 1] is '.' or ',' or ';' or ':' or '!' or '?' or ')' or '\'')
            end--;

        return end > rest.IndexOf("//") + 2 ? end : 0;
    }

    private static int HostEnd(ReadOnlySpan<char> rest, int at)
    {
        var end = at + 1;
        while (end < rest.Length && (char.IsAsciiLetterOrDigit(rest[end]) || rest[end] is '.' or '-'))
            end++;

        while (end > at + 1 && rest[end - 1] is '.' or '-')
            end--;

        return end > at + 1 ? end : at;
    }
}
