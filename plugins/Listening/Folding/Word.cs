using System.Text;

namespace PluginHost.Listening.Folding;

/// <summary>
/// A word in the three forms in which it can be asked for. Who types <c>far</c> finds <c>får</c> too; who types <c>får</c> finds that alone; who types <c>faar</c>, as
/// people do who lack the letter, finds it as well.
/// </summary>
internal sealed record Word
{
    // Marks that people without the key write as a letter of its own.
    private const char Diaeresis = '\u0308';
    private const char Ring = '\u030A';

    /// <summary>Without capitals, with its marks.</summary>
    public required string Exact { get; init; }

    /// <summary>Without marks, and with plain letters for those that look like them.</summary>
    public required string Folded { get; init; }

    /// <summary>As it is spelled where the letter is lacking: <c>ue</c>, <c>oe</c>, <c>aa</c>.</summary>
    public required string Spelled { get; init; }

    /// <summary>Whether something is lost when it is folded: a query that is typed so asks for the exact form.</summary>
    public bool HasMarks => Exact != Folded;

    /// <param name="exact">Its exact form, as <see cref="FoldTable"/> makes it.</param>
    public static Word Of(string exact)
    {
        if (System.Text.Ascii.IsValid(exact))
            return new Word { Exact = exact, Folded = exact, Spelled = exact };

        var (folded, spelled) = (new StringBuilder(exact.Length), new StringBuilder(exact.Length + 2));
        var previous = '\0';
        foreach (var letter in exact)
        {
            if (Letters.IsMark(letter))
                spelled.Append(SpelledMark(previous, letter));
            else
            {
                var plain = Plain(letter);
                folded.Append(plain);
                spelled.Append(letter == 'ø' ? "oe" : plain);
            }

            previous = letter;
        }

        return new Word { Exact = exact, Folded = folded.ToString(), Spelled = spelled.ToString() };
    }

    private static string SpelledMark(char letter, char mark) => (letter, mark) switch
    {
        ('a' or 'o' or 'u', Diaeresis) => "e",
        ('a', Ring) => "a",
        _ => "",
    };

    private static string Plain(char letter) => letter switch
    {
        'ø' => "o",
        'đ' or 'ð' => "d",
        'ł' => "l",
        'ı' => "i",
        'æ' => "ae",
        'œ' => "oe",
        'ß' => "ss",
        'þ' => "th",
        _ => letter.ToString(),
    };
}
