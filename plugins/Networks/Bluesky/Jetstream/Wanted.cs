using System.Buffers;
using System.Text;
using PluginHost.Campaigns;

namespace PluginHost.Bluesky;

/// <summary>
/// Tells of the bytes of a post whether one of the words that are wanted may be in it: sometimes where none is, and never not where one is. Most posts are plain letters, signs and scripts that have
/// nothing to do with the letters of the words; in those the words are looked for as they are. Of the others the skeleton is made.
/// </summary>
internal sealed class Wanted
{
    private const int LongText = 1024;

    private readonly SearchValues<string>? _plain;
    private readonly SearchValues<string>? _skeletons;
    private readonly bool _arePlain;

    private Wanted(IReadOnlyList<string> words)
    {
        var skeletons = words.Select(Skeleton.Of).ToList();
        _arePlain = skeletons.All(word => Ascii.IsValid(word));
        _plain = SearchValues.Create([.. words.Concat(skeletons).Where(word => Ascii.IsValid(word)).Distinct()], StringComparison.OrdinalIgnoreCase);
        _skeletons = SearchValues.Create([.. skeletons.Distinct()], StringComparison.Ordinal);
    }

    private Wanted()
    {
    }

    public static Wanted In(PublicQuery query)
    {
        // An author goes by a handle, and the stream tells no handles.
        var words = query.AnyOf.Select(WordOf).ToList();
        var isAll = words.Count == 0 || query.AnyOf.Any(term => term.StartsWith("from:", StringComparison.Ordinal)) || words.Any(word => Skeleton.Of(word).Length == 0);
        return isAll ? new Wanted() : new Wanted(words);
    }

    public bool MayBeIn(in JetstreamEvent post)
    {
        if (_skeletons is null)
            return true;

        if (!post.IsEscaped && post.Text.Length <= LongText)
        {
            Span<char> letters = stackalloc char[LongText];
            if (Encoding.UTF8.TryGetChars(post.Text, letters, out var count) && IsUntouched(letters[..count]))
                return letters[..count].ContainsAny(_plain!);
        }

        var text = Unescaped.Of(post.Text, post.IsEscaped);
        return IsUntouched(text) ? text.AsSpan().ContainsAny(_plain!) : !Skeleton.IsAble || Skeleton.Of(text).AsSpan().ContainsAny(_skeletons);
    }

    // Letters whose skeleton is what they are, but for capitals and vowels that are written for marks; and others of which nothing becomes a plain letter.
    private bool IsUntouched(ReadOnlySpan<char> text)
    {
        if (Ascii.IsValid(text))
            return true;

        if (!_arePlain)
            return false;

        for (var i = 0; i < text.Length; i++)
        {
            var isUntouched = text[i] switch
            {
                < '\u0080' => true,
                >= '\u2010' and <= '\u2027' or >= '\u2030' and <= '\u205E' => true, // quotation marks, dashes, dots
                >= '\u3001' and <= '\u312F' or >= '\u3400' and <= '\u9FFF' or >= '\uAC00' and <= '\uD7A3' => true, // kana, Han, Hangul
                '\uD83C' => IsBetween(text, ++i, '\uDF00', '\uDFFF'), // pictures
                '\uD83D' => IsBetween(text, ++i, '\uDC00', '\uDFFF'),
                '\uD83E' => IsBetween(text, ++i, '\uDC00', '\uDEFF'),
                _ => false,
            };
            if (!isUntouched)
                return false;
        }

        return true;
    }

    private static bool IsBetween(ReadOnlySpan<char> text, int index, char first, char last) => index < text.Length && text[index] >= first && text[index] <= last;

    // #acme, @acme, @acme@server, acm*
    private static string WordOf(string term)
    {
        var word = term.TrimStart('#', '@').TrimEnd('*');
        return word.IndexOf('@') is > 0 and var server ? word[..server] : word;
    }
}
