namespace PluginHost.Listening.Tests.Matching;

/// <summary>A query of the test's own: how it is written, and whether a post meets it, said side by side.</summary>
internal sealed record Ask(string Written, bool IsAnchored, Func<NaivePost, bool> Holds)
{
    public static Ask Word(string word)
    {
        var typed = Naive.Typed(word);
        return new(word, true, post => post.Pieces.Any(piece => IsWord(piece) && piece.IsMeantBy(typed)));
    }

    public static Ask Prefix(string beginning)
    {
        var typed = Naive.Typed(beginning);
        return new($"{beginning}*", true, post => post.Pieces.Any(piece => IsWord(piece) && piece.BeginsLike(typed)));
    }

    public static Ask Tag(string tag)
    {
        var typed = Naive.Typed(tag);
        return new($"#{tag}", true, post => post.Pieces.Any(piece => piece.Kind == "tag" && piece.IsMeantBy(typed)));
    }

    /// <summary>Words, and what else stands in sentences: #tag, @handle, a link.</summary>
    public static Ask Phrase(IReadOnlyList<string> parts)
    {
        var holds = parts.Select(IsPart).ToList();
        return new($"\"{string.Join(' ', parts)}\"", true, post => Enumerable.Range(0, post.Pieces.Count).Any(begin => begin + holds.Count <= post.Pieces.Count
            && Enumerable.Range(0, holds.Count).All(place => holds[place](post.Pieces[begin + place]))));
    }

    public static Ask Mention(string handle) => new($"@{handle}", true, post => post.Pieces.Any(piece => IsMention(piece, handle)));

    public static Ask From(string handle) => new($"from:{handle}", true, post => post.Handle == handle);

    public static Ask Language(string language) =>
        new($"lang:{language}", false, post => post.Language.Split('-')[0] == language || (language == "no" && post.Language is "nb" or "nn"));

    public static Ask Network(string network) => new($"network:{network}", false, post => post.Network == network);

    public static Ask Not(Ask part, bool asHyphen) => new($"{(asHyphen ? "-" : "NOT ")}({part.Written})", false, post => !part.Holds(post));

    public static Ask All(IReadOnlyList<Ask> parts, bool asWord) =>
        new(string.Join(asWord ? " AND " : " ", parts.Select(InBrackets)), parts.Any(part => part.IsAnchored), post => parts.All(part => part.Holds(post)));

    public static Ask Any(IReadOnlyList<Ask> parts) =>
        new(string.Join(" OR ", parts.Select(InBrackets)), parts.All(part => part.IsAnchored), post => parts.Any(part => part.Holds(post)));

    private static Func<Naive.Piece, bool> IsPart(string part)
    {
        var typed = Naive.Typed(part.TrimStart('#'));
        return part[0] switch
        {
            '#' => piece => piece.Kind == "tag" && piece.IsMeantBy(typed),
            '@' => piece => IsMention(piece, part[1..]),
            _ when part.StartsWith("https://", StringComparison.Ordinal) => piece => piece.Kind == "link",
            _ => piece => IsWord(piece) && piece.IsMeantBy(typed),
        };
    }

    private static bool IsMention(Naive.Piece piece, string handle) =>
        piece.Kind == "mention" && (piece.Exact == handle || piece.Exact.StartsWith($"{handle}@", StringComparison.Ordinal));

    private static bool IsWord(Naive.Piece piece) => piece.Kind is "word" or "tag";

    private static string InBrackets(Ask part) => part.Written.Contains(' ') ? $"({part.Written})" : part.Written;
}
