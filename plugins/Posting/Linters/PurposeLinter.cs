using PluginHost.Campaigns;

namespace PluginHost.Posting;

/// <summary>
/// Finds offers where people come for help or for news. It knows words, and no meaning: an offer without any of them passes, and an apology that has one is
/// found. So it warns, and names the word.
/// </summary>
internal sealed class PurposeLinter(IReadOnlyList<string> moreWords) : TextLinter
{
    private static readonly string[] Spared = ["support", "press"];

    private readonly IReadOnlyList<string> _words = [.. KnownWords.Offers, .. moreWords.Where(word => !string.IsNullOrWhiteSpace(word))];

    protected override IEnumerable<Finding> Check(Lint lint)
    {
        if (!Spared.Contains(lint.Profile.Purpose, StringComparer.OrdinalIgnoreCase))
            yield break;

        for (var part = 0; part < lint.Parts.Count; part++)
        {
            var text = lint.Parts[part];
            var (start, word) = First(text);
            if (start < 0)
                continue;

            var better = lint.Profiles.FirstOrDefault(other => other.Purpose == "offers" && other.CanSend && other.RealNetwork == lint.Profile.RealNetwork)?.Name;
            yield return new Finding
            {
                Message = $"\"{text.Substring(start, word.Length)}\" sounds like an offer, and people follow {lint.Profile.Name} for {lint.Profile.Purpose}. "
                    + (better is null ? "Say it elsewhere, or in other words." : $"{better} is for offers."),
                Range = new TextRange { Part = part, Start = start, Length = word.Length },
            };
        }
    }

    private (int Start, string Word) First(string text)
    {
        var first = (Start: -1, Word: "");
        foreach (var word in _words)
        {
            var start = Find(text, word);
            if (start >= 0 && (first.Start < 0 || start < first.Start))
                first = (start, word);
        }

        return first;
    }

    // Ordinal, so that what is found is as long as what was sought; whole words, so that "discounted" in a name is none.
    private static int Find(string text, string word)
    {
        for (var start = text.IndexOf(word, StringComparison.OrdinalIgnoreCase); start >= 0; start = text.IndexOf(word, start + 1, StringComparison.OrdinalIgnoreCase))
        {
            var end = start + word.Length;
            if ((start == 0 || !char.IsLetter(text[start - 1]) || !char.IsLetter(word[0])) && (end == text.Length || !char.IsLetter(text[end])))
                return start;
        }

        return -1;
    }
}
