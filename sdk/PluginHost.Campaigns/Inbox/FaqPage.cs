using PluginHost.Sdk;

namespace PluginHost.Campaigns;

/// <summary>
/// Questions with their answers, as a Markdown file has them: <c>## Question</c>, below it, where people ask in other words, <c>Also: other words; still others</c>, then the
/// answer. Before all that, a head between two lines of <c>---</c> may say the language: <c>lang: nb</c>; what else stands there is for others.
/// </summary>
/// <remarks>
/// The rule by which a text finds its answer, small words and mentions apart: two thirds of the words of a question at least must stand in the text, and more than half of the
/// words of the text in the question, so that who tells a story is not answered because of one word. Two words are the same where they are equal without capitals and
/// accents, or where both have four letters or more and one begins with the other. The question of which the greatest part is found wins, then the one of which more words
/// are found; where two answers are as near, none is given, because a person had better read it.
/// </remarks>
public sealed class FaqPage
{
    private readonly IReadOnlyList<(FaqEntry Entry, IReadOnlySet<string> Words)> _ways;

    private FaqPage(string title, string language, IReadOnlyList<FaqEntry> entries)
    {
        Title = title;
        Language = language;
        Entries = entries;
        _ways = [.. entries.SelectMany(entry => entry.Others.Prepend(entry.Question).Select(way => (entry, FaqWords.Of(way)))).Where(way => way.Item2.Count > 0)];
    }

    /// <summary>The page's title, from the line that begins with <c># </c>.</summary>
    /// <value>Empty: it has none.</value>
    public string Title { get; }

    /// <summary>The language in which it is written (BCP 47), from the head of the file: <c>lang: nb</c> between two lines of <c>---</c>.</summary>
    /// <value>Empty: the file does not say.</value>
    public string Language { get; }

    /// <summary>The questions, in order.</summary>
    public IReadOnlyList<FaqEntry> Entries { get; }

    /// <summary>Reads a page.</summary>
    /// <param name="markdown">The text of the file.</param>
    /// <param name="file">The file's name, for messages.</param>
    /// <returns>The page.</returns>
    /// <exception cref="PluginHostException">A question has no answer, or stands there twice, or <c>lang</c> is no language. The message names the line.</exception>
    public static FaqPage Parse(string markdown, string file)
    {
        var reader = new FaqReader(file);
        var entries = reader.Read(markdown);
        return new FaqPage(reader.Title, reader.Language, entries);
    }

    /// <summary>Finds the question that a text asks.</summary>
    /// <param name="asked">What somebody has asked.</param>
    /// <returns>The question with its answer, or <see langword="null"/> where none is near enough, or two are as near.</returns>
    public FaqEntry? Find(string asked)
    {
        var words = FaqWords.Of(asked);
        FaqEntry? best = null;
        var (found, of, isTie) = (0, 1, false);
        foreach (var (entry, wanted) in _ways)
        {
            var count = wanted.Count(word => words.Any(said => FaqWords.AreSame(word, said)));
            if (count == 0 || count * 3 < wanted.Count * 2 || words.Count(said => wanted.Any(word => FaqWords.AreSame(word, said))) * 2 <= words.Count)
                continue;

            // Parts are compared without dividing: a/b < c/d where ad < cb.
            var difference = (count * of) - (found * wanted.Count);
            if (difference == 0)
                difference = count - found;

            if (difference < 0)
                continue;

            isTie = difference == 0 && (isTie || best?.Answer != entry.Answer);
            if (difference > 0 || best is null)
                (best, found, of) = (entry, count, wanted.Count);
        }

        return isTie ? null : best;
    }
}
