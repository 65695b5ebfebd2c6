using System.Globalization;
using System.Text;

namespace PluginHost.Bluesky;

/// <summary>A text of JSON as its author meant it. Half of a character, as some clients leave behind, becomes U+FFFD, and does not lose the post.</summary>
internal static class Unescaped
{
    public static string Of(ReadOnlySpan<byte> json, bool isEscaped)
    {
        var text = Encoding.UTF8.GetString(json);
        return isEscaped ? Whole(WithoutEscapes(text)) : text;
    }

    private static string WithoutEscapes(string text)
    {
        var plain = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] != '\\' || i + 1 == text.Length)
            {
                plain.Append(text[i]);
                continue;
            }

            i++;
            if (text[i] == 'u' && i + 4 < text.Length && ushort.TryParse(text.AsSpan(i + 1, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var unit))
            {
                plain.Append((char)unit);
                i += 4;
                continue;
            }

            plain.Append(text[i] switch
            {
                'n' => '\n',
                't' => '\t',
                'r' => '\r',
                'b' => '\b',
                'f' => '\f',
                var itself => itself,
            });
        }

        return plain.ToString();
    }

    private static string Whole(string text)
    {
        var whole = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
            whole.Append(rune);

        return whole.ToString();
    }
}
