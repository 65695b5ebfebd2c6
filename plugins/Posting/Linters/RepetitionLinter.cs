using System.Globalization;
using PluginHost.Campaigns;

namespace PluginHost.Posting;

/// <summary>
/// Finds what a profile says again and again: the same text, the same beginning, the same name in nearly every post. There was a station that said its name four
/// thousand times a day.
/// </summary>
internal sealed class RepetitionLinter(Func<CancellationToken, Task<IEarlierTexts>> earlier, TimeSpan within) : Linter
{
    private const int Last = 10;
    private const int OpeningWords = 3;
    private const int SameOpenings = 5;
    private const int SameNames = 9;

    public override async Task<IReadOnlyList<Finding>> CheckAsync(Lint lint, CancellationToken cancel)
    {
        var texts = await earlier(cancel);
        foreach (var part in lint.Parts)
        {
            var same = await texts.FindSimilarAsync(
                new SimilarSearch
                {
                    Text = part,
                    Profiles = [lint.Profile.Name],
                    From = lint.At - DateTimeOffset.MinValue > within ? lint.At - within : DateTimeOffset.MinValue,
                    To = DateTimeOffset.MaxValue - lint.At > within ? lint.At + within : DateTimeOffset.MaxValue,
                    AtLeast = 0.7,
                    Except = lint.Post,
                },
                cancel);
            if (same.Count > 0)
                return [Again(lint, same)];
        }

        // How it begins, and what it names first, is for the first part alone: the others go on from it.
        var last = await texts.ReadLastAsync(lint.Profile.Name, Last, lint.Post, cancel);
        var found = Opening(lint.Variant.Text, last) ?? Name(lint.Variant.Text, last);
        return found is null ? [] : [found];
    }

    private Finding Again(Lint lint, IReadOnlyList<EarlierText> same) => new()
    {
        Message = string.Create(
            CultureInfo.InvariantCulture,
            $"{lint.Profile.Name} says {(same[0].Similarity >= 1 ? "the same" : "nearly the same")} {Times(same.Count)} within {Math.Round(within.TotalDays)} days, ")
            + $"as post {same[0].Post} ({same[0].At:yyyy-MM-dd}). {(lint.Profile.RealNetwork == "x" ? "X refuses repeats. " : "")}Say something new.",
    };

    private static string Times(int count) => count == 1 ? "once" : count == 2 ? "twice"
        : string.Create(CultureInfo.InvariantCulture, $"{(count >= 20 ? "20 or more" : count)} times");

    private static Finding? Opening(string text, IReadOnlyList<EarlierText> last)
    {
        var opening = OpeningOf(text);
        var count = opening.Length == 0 ? 0 : last.Count(other => OpeningOf(other.Text) == opening);
        return count < SameOpenings ? null : new Finding
        {
            Message = string.Create(CultureInfo.InvariantCulture, $"It begins as {count} of the last {last.Count} posts do: \"{opening} …\". Begin it otherwise."),
        };
    }

    private static string OpeningOf(string text) =>
        FoldedText.Of(text).Split(' ') is { Length: > OpeningWords } words ? string.Join(' ', words.Take(OpeningWords)) : "";

    // Good to know, and no more: a name may belong there.
    private static Finding? Name(string text, IReadOnlyList<EarlierText> last)
    {
        if (last.Count < Last)
            return null;

        var others = last.Select(other => FoldedText.Of(other.Text).Split(' ').ToHashSet()).ToList();
        var place = 0;
        foreach (var word in text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
        {
            place = text.IndexOf(word, place, StringComparison.Ordinal);
            var name = FoldedText.Of(word);
            if (IsName(word, name) && others.Count(other => other.Contains(name)) >= SameNames)
            {
                return new Finding
                {
                    Message = string.Create(
                        CultureInfo.InvariantCulture, $"\"{word}\" stands in {others.Count(other => other.Contains(name))} of the last {last.Count} posts too. People know it by now."),
                    Severity = Sdk.Severity.Information,
                    Range = new TextRange { Start = place, Length = word.Length },
                };
            }

            place += word.Length;
        }

        return null;
    }

    // Tags and names: what begins with a sign, or with a capital and is no common word.
    private static bool IsName(string word, string folded) =>
        folded.Length >= 4 && !folded.Contains(' ', StringComparison.Ordinal) && (word[0] is '#' or '@' || char.IsUpper(word[0]))
        && !KnownWords.Common.Values.Any(words => words.Contains(folded));
}
