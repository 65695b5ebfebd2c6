namespace PluginHost.Campaigns;

/// <summary>What follows a host and still belongs to the link: port, path and query, without the sentence's own marks.</summary>
internal static class LinkEnd
{
    public static int After(ReadOnlySpan<char> text, int host) => AfterQuery(text, AfterPath(text, AfterPort(text, host)));

    private static int AfterPort(ReadOnlySpan<char> text, int at)
    {
        if (at >= text.Length || text[at] != ':')
            return at;

        var end = at + 1;
        while (end < text.Length && char.IsAsciiDigit(text[end]))
            end++;

        return end > at + 1 ? end : at;
    }

    private static int AfterPath(ReadOnlySpan<char> text, int at)
    {
        if (at >= text.Length || text[at] != '/')
            return at;

        var end = ++at;
        while (at < text.Length)
        {
            if (LinkLetters.IsPathEnd(text[at]))
                end = ++at;
            else if (LinkLetters.IsOfPath(text[at]))
                at++;
            else if (text[at] == '(' && AfterParentheses(text, at, depth: 2) is > 0 and var closed)
                end = at = closed;
            else
                break;
        }

        return end;
    }

    // Parentheses belong to a path where they come in pairs, two deep at most.
    private static int AfterParentheses(ReadOnlySpan<char> text, int at, int depth)
    {
        var first = ++at;
        while (at < text.Length)
        {
            if (text[at] == ')')
                return at > first ? at + 1 : 0;

            if (LinkLetters.IsOfPath(text[at]))
                at++;
            else if (text[at] == '(' && depth > 1 && AfterParentheses(text, at, depth - 1) is > 0 and var closed)
                at = closed;
            else
                return 0;
        }

        return 0;
    }

    private static int AfterQuery(ReadOnlySpan<char> text, int at)
    {
        if (at >= text.Length || text[at] != '?')
            return at;

        var end = at;
        for (var place = at + 1; place < text.Length && LinkLetters.IsOfQuery(text[place]); place++)
        {
            if (LinkLetters.IsQueryEnd(text[place]))
                end = place + 1;
        }

        return end;
    }
}
