using PluginHost.Listening.Folding;
using PluginHost.Sdk;

namespace PluginHost.Listening.Queries;

/// <summary>Reads a single term of a query: what a post must have, or be.</summary>
internal sealed class TermReader(string text)
{
    // A shorter beginning stands in every second post.
    private const int ShortestPrefix = 3;

    private static readonly string[] Fields = ["from", "list", "lang", "network"];

    public QueryNode ReadPhrase(QuerySymbol symbol)
    {
        var inside = text.Substring(symbol.Start + 1, symbol.Length - 2);
        var pieces = WordReader.Read(inside).Pieces;
        if (pieces.All(piece => piece.Kind == PieceKind.Link))
            throw Wrong(symbol, "this phrase has no word in it", "Write the words between the quotation marks, or leave them out.");

        return inside.Contains('*', StringComparison.Ordinal)
            ? throw Wrong(symbol, "a phrase has whole words only", "Leave the asterisk out, or ask for beginnings outside of quotation marks: slow AND connect*.")
            : OfPieces(pieces);
    }

    public QueryNode ReadTerm(QuerySymbol symbol)
    {
        var term = text.Substring(symbol.Start, symbol.Length);
        var colon = term.IndexOf(':', StringComparison.Ordinal);
        if (colon > 0 && term[..colon].All(char.IsAsciiLetter) && !term.AsSpan(colon + 1).StartsWith("//"))
            return ReadField(symbol, term[..colon].ToLowerInvariant(), term[(colon + 1)..]);

        return term[0] switch
        {
            '#' => ReadTag(symbol, term[1..]),
            '@' => new MentionTerm(HandleOf(symbol, term)),
            _ when term[^1] == '*' => ReadPrefix(symbol, term[..^1]),
            _ => ReadWord(symbol, term),
        };
    }

    private QueryNode ReadField(QuerySymbol symbol, string field, string value)
    {
        if (Array.IndexOf(Fields, field) < 0)
        {
            throw Wrong(
                symbol with { Length = field.Length + 1 },
                $"\"{field}:\" is not known, only {string.Join(": ", Fields)}:",
                $"Write one of them, or put it in quotation marks to look for the words.{Nearest.Hint(field, Fields)}");
        }

        if (value.Length == 0)
            throw Wrong(symbol, $"nothing follows {field}:", $"Write it without a space: {field}:{ExampleOf(field)}.");

        return field switch
        {
            "from" => new FromTerm(new HashSet<string>(StringComparer.Ordinal) { HandleOf(symbol, value) }),
            "list" => new ListTerm(value.ToLowerInvariant()),
            "lang" => new LanguageTerm(value.ToLowerInvariant()),
            _ => new NetworkTerm(value.ToLowerInvariant()),
        };
    }

    private TagTerm ReadTag(QuerySymbol symbol, string tag)
    {
        return WordReader.Read(tag).Pieces is [{ Kind: PieceKind.Word, Word: { } word }] && !tag.Contains('*', StringComparison.Ordinal)
            ? new TagTerm(word)
            : throw Wrong(symbol, $"\"#{tag}\" is no hashtag", "A hashtag is one word behind its sign: #black_friday.");
    }

    private PrefixTerm ReadPrefix(QuerySymbol symbol, string beginning)
    {
        if (WordReader.Read(beginning).Pieces is not [{ Kind: PieceKind.Word, Word: { } word }])
            throw Wrong(symbol, "an asterisk ends the beginning of one word", "Write letters in front of it, without punctuation: connect*.");

        return word.Folded.Length >= ShortestPrefix
            ? new PrefixTerm(word)
            : throw Wrong(symbol, $"every second post has a word that begins with \"{beginning}\"", $"Write at least {ShortestPrefix} letters in front of the asterisk.");
    }

    // What punctuation parts into several words stands in a post so too.
    private QueryNode ReadWord(QuerySymbol symbol, string term)
    {
        var asterisk = term.IndexOf('*', StringComparison.Ordinal);
        if (asterisk >= 0)
        {
            throw Wrong(
                symbol with { Start = symbol.Start + asterisk, Length = 1 }, "an asterisk stands at the end of a word only", "Move it there: connect*.");
        }

        var pieces = WordReader.Read(term).Pieces;
        return pieces.All(piece => piece.Kind == PieceKind.Link)
            ? throw Wrong(symbol, $"there is no word in \"{term}\"", "Look for letters or digits; links and signs are not looked at.")
            : OfPieces(pieces);
    }

    private static QueryNode OfPieces(IReadOnlyList<TextPiece> pieces) => pieces switch
    {
        [{ Kind: PieceKind.Word, Word: { } word }] => new WordTerm(word),
        [{ Kind: PieceKind.Tag, Word: { } tag }] => new TagTerm(tag),
        [{ Kind: PieceKind.Mention, Handle: var handle }] => new MentionTerm(handle),
        _ => new PhraseTerm(pieces),
    };

    private string HandleOf(QuerySymbol symbol, string value)
    {
        var handle = Handles.Plain(value);
        return handle.Length > 0 && handle.All(character => char.IsAsciiLetterOrDigit(character) || character is '_' or '.' or '-' or '@')
            ? handle
            : throw Wrong(symbol, $"\"{value}\" is no handle", "A handle has letters, digits, underscores, hyphens and dots, and perhaps a server: kari@example.social.");
    }

    private static string ExampleOf(string field) => field switch
    {
        "from" => "acme_status",
        "list" => "press",
        "lang" => "no",
        _ => "bluesky",
    };

    private QueryException Wrong(QuerySymbol symbol, string what, string cure) =>
        new(new QueryRefused { Text = text, Start = symbol.Start, Length = symbol.Length, What = what, Cure = cure });
}
