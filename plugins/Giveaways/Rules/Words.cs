using System.Text;

namespace PluginHost.Giveaways.Rules;

/// <summary>Mentions and hashtags in what people say.</summary>
internal static class Words
{
    /// <summary>Whether a word with its sign stands in a text, whole: <c>@telco</c> is not in <c>@telco_help</c>.</summary>
    public static bool Has(string text, char sign, string word)
    {
        var marked = sign + word;
        for (var at = text.IndexOf(marked, StringComparison.OrdinalIgnoreCase); at >= 0; at = text.IndexOf(marked, at + 1, StringComparison.OrdinalIgnoreCase))
        {
            if (!GoesOn(text, at + marked.Length) && (at == 0 || !IsPart(text[at - 1])))
                return true;
        }

        return false;
    }

    // A dot ends a sentence, unless a domain goes on behind it.
    private static bool GoesOn(string text, int end)
    {
        if (end >= text.Length)
            return false;

        var isMore = Rune.TryGetRuneAt(text, end, out var next) && (Rune.IsLetterOrDigit(next) || next.Value is '_' or '-');
        return isMore || (text[end] is '.' or '@' && end + 1 < text.Length && IsPart(text[end + 1]));
    }

    private static bool IsPart(char letter) => char.IsLetterOrDigit(letter) || letter == '_';
}
