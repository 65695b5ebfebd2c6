namespace PluginHost.Listening.Queries;

/// <summary>Cuts a query's text into pieces. AND, OR and NOT are written with capitals, so that the words can be asked for too.</summary>
internal static class QuerySymbols
{
    private const string Quotes = "\"“”„«»";

    public static IReadOnlyList<QuerySymbol> Cut(string text)
    {
        var symbols = new List<QuerySymbol>();
        var place = 0;
        while (place < text.Length)
        {
            if (char.IsWhiteSpace(text[place]))
                place++;
            else
            {
                symbols.Add(At(text, place));
                place = symbols[^1].End;
            }
        }

        symbols.Add(new QuerySymbol(QuerySymbolKind.End, text.Length, 0));
        return symbols;
    }

    private static QuerySymbol At(string text, int place)
    {
        if (text[place] is '(' or ')')
            return new QuerySymbol(text[place] == '(' ? QuerySymbolKind.Open : QuerySymbolKind.Close, place, 1);

        if (IsQuote(text[place]))
            return Phrase(text, place);

        // A hyphen in front of something leaves it out; one that stands alone is nothing.
        if (text[place] == '-' && place + 1 < text.Length && !char.IsWhiteSpace(text[place + 1]) && text[place + 1] is not ('-' or ')'))
            return new QuerySymbol(QuerySymbolKind.Not, place, 1);

        var end = place;
        while (end < text.Length && !char.IsWhiteSpace(text[end]) && text[end] is not ('(' or ')') && !IsQuote(text[end]))
            end++;

        return new QuerySymbol(KindOf(text.AsSpan(place, end - place)), place, end - place);
    }

    private static QuerySymbol Phrase(string text, int place)
    {
        var end = place + 1;
        while (end < text.Length && !IsQuote(text[end]))
            end++;

        return end < text.Length
            ? new QuerySymbol(QuerySymbolKind.Phrase, place, end + 1 - place)
            : throw new QueryException(new QueryRefused
            {
                Text = text,
                Start = place,
                Length = 1,
                What = "a phrase begins here and does not end",
                Cure = "Close it with a second quotation mark.",
            });
    }

    private static QuerySymbolKind KindOf(ReadOnlySpan<char> text) => text switch
    {
        "AND" => QuerySymbolKind.And,
        "OR" => QuerySymbolKind.Or,
        "NOT" => QuerySymbolKind.Not,
        _ => QuerySymbolKind.Term,
    };

    private static bool IsQuote(char character) => Quotes.Contains(character, StringComparison.Ordinal);
}
