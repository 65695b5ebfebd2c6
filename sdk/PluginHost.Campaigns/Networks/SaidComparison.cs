using System.Text;

namespace PluginHost.Campaigns;

/// <summary>Compares two texts place by place. Where one of them has a link or a mention, the other must have the same one there, however it is written.</summary>
internal static class SaidComparison
{
    public static bool AreSame(string sent, string found)
    {
        var left = Normalise(sent);
        var right = Normalise(found);
        if (left == right)
            return true;

        int i = 0, j = 0;
        while (i < left.Length && j < right.Length)
        {
            if (SaidMention.At(left, i) is { } mention && SaidMention.At(right, j) is { } other)
            {
                if (!mention.IsSameAs(other))
                    return false;

                i += mention.Length;
                j += other.Length;
            }
            else if (SaidLink.BeginsAt(left, i) || SaidLink.BeginsAt(right, j))
            {
                var link = SaidLink.At(left, i);
                var twin = SaidLink.At(right, j);
                if (!link.IsSameAs(twin))
                    return false;

                i += link.Length;
                j += twin.Length;
            }
            else if (left[i++] != right[j++])
            {
                return false;
            }
        }

        return i == left.Length && j == right.Length;
    }

    // Half a surrogate pair reaches no network as it is; going by runes makes U+FFFD of it, which networks do as well.
    private static string Normalise(string text)
    {
        var plain = new StringBuilder(text.Length);
        var space = false;
        foreach (var rune in text.EnumerateRunes())
        {
            if (Rune.IsWhiteSpace(rune))
            {
                space = plain.Length > 0;
                continue;
            }

            if (space)
                plain.Append(' ');

            space = false;
            plain.Append(rune);
        }

        return plain.ToString().Normalize(NormalizationForm.FormC);
    }
}
