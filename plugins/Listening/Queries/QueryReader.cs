namespace PluginHost.Listening.Queries;

/// <summary>
/// Reads a query: <c>acme AND (slow OR down) NOT from:acme_status lang:en</c>. What stands side by side must all hold; NOT binds closest, then AND, then OR.
/// </summary>
internal sealed class QueryReader
{
    /// <summary>How long a query may be, in UTF-16 units.</summary>
    public const int Longest = 4000;

    private const int Deepest = 40;

    private readonly string _text;
    private readonly IReadOnlyList<QuerySymbol> _symbols;
    private readonly TermReader _terms;
    private int _place;

    private QueryReader(string text)
    {
        _text = text;
        _symbols = QuerySymbols.Cut(text);
        _terms = new TermReader(text);
    }

    private QuerySymbol Next => _symbols[_place];

    /// <summary>Reads a query by which posts are chosen from all that are said: it must ask for something that a post has.</summary>
    public static QueryReading Read(string text) => ReadAny(text) switch
    {
        QueryRead { Query: var query } when Anchors.Of(query) is null => new QueryRefused
        {
            Text = text,
            Start = 0,
            Length = text.Length,
            What = "it would take everything that is said but for what it leaves out",
            Cure = "Ask for a word, a phrase, a hashtag, a mention, an author or a list in each of its alternatives.",
        },
        var reading => reading,
    };

    /// <summary>Reads a query by which posts are found among those that were heard.</summary>
    public static QueryReading ReadAny(string text)
    {
        if (text.Length > Longest)
        {
            return new QueryRefused
            {
                Text = text,
                Start = Longest,
                Length = 0,
                What = $"it is {text.Length} characters long, and {Longest} are allowed",
                Cure = "Make two queries of it.",
            };
        }

        try
        {
            return new QueryRead(new QueryReader(text).ReadWhole());
        }
        catch (QueryException error)
        {
            return error.Refused;
        }
    }

    private QueryNode ReadWhole()
    {
        var query = ReadAny(0);
        return Next.Kind == QuerySymbolKind.End
            ? query
            : throw Wrong(Next, "this parenthesis closes nothing", "Leave it out, or open one before it.");
    }

    private QueryNode ReadAny(int depth)
    {
        var parts = new List<QueryNode> { ReadAll(depth) };
        while (Next.Kind == QuerySymbolKind.Or)
        {
            _place++;
            parts.Add(ReadAll(depth));
        }

        return parts.Count == 1 ? parts[0] : new AnyOf(parts);
    }

    private QueryNode ReadAll(int depth)
    {
        var parts = new List<QueryNode> { ReadOne(depth) };
        while (Next.Kind is not (QuerySymbolKind.Or or QuerySymbolKind.Close or QuerySymbolKind.End))
        {
            if (Next.Kind == QuerySymbolKind.And)
                _place++;

            parts.Add(ReadOne(depth));
        }

        return parts.Count == 1 ? parts[0] : new AllOf(parts);
    }

    private QueryNode ReadOne(int depth)
    {
        var symbol = Next;
        if (depth > Deepest)
            throw Wrong(symbol, $"it is nested more than {Deepest} deep", "Leave out parentheses, or make two queries of it.");

        _place++;
        switch (symbol.Kind)
        {
            case QuerySymbolKind.Not:
                return new NotOf(ReadOne(depth + 1));
            case QuerySymbolKind.Open:
                var inside = ReadAny(depth + 1);
                if (Next.Kind != QuerySymbolKind.Close)
                    throw Wrong(symbol, "this parenthesis is never closed", "Close it behind the last word that belongs into it.");

                _place++;
                return inside;
            case QuerySymbolKind.Term:
                return _terms.ReadTerm(symbol);
            case QuerySymbolKind.Phrase:
                return _terms.ReadPhrase(symbol);
            default:
                _place--;
                throw Missing(symbol);
        }
    }

    private QueryException Missing(QuerySymbol symbol)
    {
        var what = symbol.Kind switch
        {
            QuerySymbolKind.End when _text.AsSpan().IsWhiteSpace() => "it is empty",
            QuerySymbolKind.End => $"nothing follows {WordOf(_symbols[_place - 1])}",
            QuerySymbolKind.Close => "there is nothing in front of this parenthesis to look for",
            _ when _place == 0 => $"there is nothing in front of {WordOf(symbol)}",
            _ => $"{WordOf(symbol)} follows {WordOf(_symbols[_place - 1])}, and there is nothing between them",
        };
        return Wrong(symbol, what, "Write what to look for there: a word, a \"phrase\", #tag, @mention, from:, list:, lang: or network:.");
    }

    private string WordOf(QuerySymbol symbol) => _text.Substring(symbol.Start, symbol.Length);

    private QueryException Wrong(QuerySymbol symbol, string what, string cure) =>
        new(new QueryRefused { Text = _text, Start = symbol.Start, Length = symbol.Length, What = what, Cure = cure });
}
