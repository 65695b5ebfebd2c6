using PluginHost.Listening.Folding;
using PluginHost.Listening.Queries;

namespace PluginHost.Listening.Matching;

/// <summary>
/// Asks every query of every post, one after the other: easy to see through, and what faster engines are checked against. A post's words are put into sets once.
/// </summary>
internal sealed class PlainMatcher(IReadOnlyList<MatchedQuery> queries) : IMatcher
{
    private readonly IReadOnlyList<MatchedQuery> _queries = [.. queries.OrderBy(query => query.Id)];

    public IReadOnlyList<long> Match(HeardPost post)
    {
        var words = new WordSets(post.Text);
        var met = new List<long>();
        foreach (var query in _queries)
        {
            if (Meets(query.Query, post, words))
                met.Add(query.Id);
        }

        return met;
    }

    /// <summary>Whether a post meets one query.</summary>
    public static bool Meets(QueryNode query, HeardPost post) => Meets(query, post, new WordSets(post.Text));

    private static bool Meets(QueryNode query, HeardPost post, WordSets words)
    {
        switch (query)
        {
            case AllOf all:
                foreach (var part in all.Parts)
                {
                    if (!Meets(part, post, words))
                        return false;
                }

                return true;
            case AnyOf any:
                foreach (var part in any.Parts)
                {
                    if (Meets(part, post, words))
                        return true;
                }

                return false;
            case NotOf not:
                return !Meets(not.Part, post, words);
            case WordTerm word:
                return words.Has(word.Word);
            case PrefixTerm prefix:
                return Any(post.Text.Words, word => Begins(word, prefix.Beginning));
            case PhraseTerm phrase:
                return HasPhrase(post.Text.Pieces, phrase.Pieces, words);
            case TagTerm tag:
                return Any(post.Text.Tags, known => Is(known, tag.Tag));
            case MentionTerm mention:
                return Any(post.Text.Mentions, handle => Handles.IsMeant(handle, mention.Handle));
            case FromTerm from:
                return from.Handles.Contains(post.Handle) || from.Handles.Any(handle => Handles.IsMeant(post.Handle, handle));
            case LanguageTerm language:
                return Speaks(post.Language, language.Language);
            case NetworkTerm network:
                return post.Network == network.Network;
            default:
                throw new ArgumentOutOfRangeException(nameof(query), query, "Nobody knows what this part of a query means.");
        }
    }

    /// <summary>Whether a word is the one that was asked for.</summary>
    public static bool Is(Word word, Word asked) => asked.HasMarks ? word.Exact == asked.Exact : word.Folded == asked.Folded || word.Spelled == asked.Folded;

    private static bool Begins(Word word, Word asked) => asked.HasMarks
        ? word.Exact.StartsWith(asked.Exact, StringComparison.Ordinal)
        : word.Folded.StartsWith(asked.Folded, StringComparison.Ordinal) || word.Spelled.StartsWith(asked.Folded, StringComparison.Ordinal);

    private static bool HasPhrase(IReadOnlyList<TextPiece> pieces, IReadOnlyList<TextPiece> phrase, WordSets words)
    {
        // Few posts have the first word: the rest are not gone through.
        if (phrase[0] is { Kind: PieceKind.Word, Word: { } first } && !words.Has(first))
            return false;

        for (var begin = 0; begin + phrase.Count <= pieces.Count; begin++)
        {
            var length = 0;
            while (length < phrase.Count && Is(pieces[begin + length], phrase[length]))
                length++;

            if (length == phrase.Count)
                return true;
        }

        return false;
    }

    private static bool Is(TextPiece piece, TextPiece asked) => asked.Kind switch
    {
        PieceKind.Word => piece.Word is { } word && Is(word, asked.Word!),
        PieceKind.Tag => piece.Kind == PieceKind.Tag && Is(piece.Word!, asked.Word!),
        PieceKind.Mention => piece.Kind == PieceKind.Mention && Handles.IsMeant(piece.Handle, asked.Handle),
        _ => piece.Kind == PieceKind.Link,
    };

    // Norwegian is stated as "no" by some, and as the way in which it is written by others.
    private static bool Speaks(string language, string asked)
    {
        var hyphen = language.IndexOf('-', StringComparison.Ordinal);
        var primary = hyphen < 0 ? language : language[..hyphen];
        return language == asked || primary == asked || (asked == "no" && primary is "nb" or "nn");
    }

    private static bool Any<T>(IReadOnlyList<T> items, Func<T, bool> isMeant)
    {
        foreach (var item in items)
        {
            if (isMeant(item))
                return true;
        }

        return false;
    }
}
