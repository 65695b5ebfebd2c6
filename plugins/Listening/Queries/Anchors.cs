using PluginHost.Listening.Folding;

namespace PluginHost.Listening.Queries;

/// <summary>
/// Terms of which every post that meets a query has at least one: by them a network is asked, and posts that were heard are found. Where a query has none, everything would
/// have to be looked at.
/// </summary>
internal static class Anchors
{
    /// <returns>The terms; null where there are none.</returns>
    public static IReadOnlyList<QueryNode>? Of(QueryNode query) => query switch
    {
        AllOf all => all.Parts.Select(Of).Where(anchors => anchors is not null).MinBy(Cost),
        AnyOf any => OfAny([.. any.Parts.Select(Of)]),
        NotOf or LanguageTerm or NetworkTerm => null,
        PhraseTerm phrase => [OfPhrase(phrase.Pieces)],
        var term => [term],
    };

    /// <summary>The term as networks are asked for it.</summary>
    public static IEnumerable<string> Asked(QueryNode anchor) => anchor switch
    {
        WordTerm word => [Typed(word.Word)],
        PrefixTerm prefix => [$"{Typed(prefix.Beginning)}*"],
        TagTerm tag => [$"#{Typed(tag.Tag)}"],
        MentionTerm mention => [$"@{mention.Handle}"],
        FromTerm from => from.Handles.Select(handle => $"from:{handle}"),
        _ => throw new ArgumentOutOfRangeException(nameof(anchor), anchor, "This is no anchor."),
    };

    // The longest word, as all networks look for words; else what else there is.
    private static QueryNode OfPhrase(IReadOnlyList<TextPiece> pieces) => pieces.MaxBy(piece => piece.Kind switch
    {
        PieceKind.Word => 2 + piece.Word!.Folded.Length,
        PieceKind.Tag => 2,
        PieceKind.Mention => 1,
        _ => 0,
    })! switch
    {
        { Kind: PieceKind.Word, Word: var word } => new WordTerm(word!),
        { Kind: PieceKind.Tag, Word: var tag } => new TagTerm(tag!),
        var mention => new MentionTerm(mention.Handle),
    };

    private static IReadOnlyList<QueryNode>? OfAny(IReadOnlyList<IReadOnlyList<QueryNode>?> parts) =>
        parts.Contains(null) ? null : [.. parts.SelectMany(anchors => anchors!)];

    // Few and long ones find little that is not meant.
    private static int Cost(IReadOnlyList<QueryNode>? anchors) => anchors!.Sum(anchor => anchor switch
    {
        WordTerm word => 100 / word.Word.Folded.Length,
        PrefixTerm prefix => 400 / prefix.Beginning.Folded.Length,
        TagTerm or MentionTerm => 5,
        _ => 20,
    });

    // Letters and marks together, as people type and networks index them.
    private static string Typed(Word word) => word.Exact.Normalize(System.Text.NormalizationForm.FormC);
}
