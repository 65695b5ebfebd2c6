using System.Globalization;

namespace PluginHost.Campaigns;

/// <summary>Takes a text apart into what a thread never cuts, and says how well it may be cut between.</summary>
internal static class ThreadAtoms
{
    private const string Ends = ".!?…。！？؟۔।";
    private const string Closing = "\"'”’»)]";

    public static List<ThreadAtom> Of(string text)
    {
        var atoms = new List<ThreadAtom>();
        var characters = StringInfo.ParseCombiningCharacters(text);
        var character = 0;

        // A bare host is a link to some networks, and a word to all.
        var spans = new TextSpans(text, LinkForms.Any);
        var (start, breaks) = (0, 0);
        while (spans.MoveNext())
        {
            var end = spans.Current.End;
            while (character < characters.Length && characters[character] < end)
                character++;

            // What is a link to its letters may end inside a character.
            if (end < text.Length && (character >= characters.Length || characters[character] != end))
                continue;

            var isSpace = text.AsSpan(start, end - start).IsWhiteSpace();
            atoms.Add(new ThreadAtom { Start = start, End = end, IsSpace = isSpace, Before = KindAt(text, atoms, isSpace, breaks) });
            breaks = isSpace ? breaks + (text.AsSpan(start, end - start).ContainsAny('\n', '\r') ? 1 : 0) : 0;
            start = end;
        }

        return atoms;
    }

    private static CutKind KindAt(string text, List<ThreadAtom> before, bool isSpace, int breaks) =>
        before.Count == 0 || isSpace ? CutKind.Character
        : breaks > 1 ? CutKind.Paragraph
        : breaks == 1 ? CutKind.Sentence
        : before[^1].IsSpace ? (EndsSentence(text, before) ? CutKind.Sentence : CutKind.Word)
        : text[before[^1].Start] is '。' or '！' or '？' ? CutKind.Sentence
        : CutKind.Character;

    private static bool EndsSentence(string text, List<ThreadAtom> atoms)
    {
        var at = atoms.Count - 1;
        while (at >= 0 && (atoms[at].IsSpace || Closing.Contains(text[atoms[at].Start], StringComparison.Ordinal)))
            at--;

        return at >= 0 && Ends.Contains(text[atoms[at].Start], StringComparison.Ordinal);
    }
}
