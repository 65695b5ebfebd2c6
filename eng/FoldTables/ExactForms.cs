using System.Globalization;
using System.Text;

namespace PluginHost.FoldTables;

/// <summary>
/// What a character is compared as: decomposed with compatibility (Unicode's form KD), without capitals, its digits ASCII's. Arabic is folded here already: every writer
/// spells hamza, alif maqsura and ta marbuta differently, so an exact form of them would find nothing.
/// </summary>
/// <remarks>
/// The blocks are those that five languages and their decorations use. All of their characters were assigned long ago, and Unicode changes no decomposition of an assigned
/// character, so every version of ICU makes the same table.
/// </remarks>
internal static class ExactForms
{
    private static readonly (int First, int Last)[] Blocks =
    [
        (0x00A0, 0x024F), // Latin
        (0x02B0, 0x02FF), // modifier letters
        (0x0370, 0x052F), // Greek, Cyrillic
        (0x0600, 0x06FF), // Arabic
        (0x0750, 0x077F),
        (0x08A0, 0x08FF),
        (0x1E00, 0x1FFF), // Latin and Greek with marks
        (0x2070, 0x209F), // superscripts and subscripts
        (0x2100, 0x218F), // letterlike symbols, numbers
        (0x2460, 0x24FF), // circled
        (0xFB00, 0xFB06), // Latin ligatures
        (0xFB50, 0xFDFF), // Arabic presentation forms
        (0xFE70, 0xFEFF),
        (0xFF00, 0xFFEF), // full-width
        (0x1D400, 0x1D7FF), // mathematical letters
        (0x1F110, 0x1F16F), // squared letters
    ];

    /// <summary>Whether this process can decompose: in invariant globalization it does not, and says nothing.</summary>
    public static bool CanBeMade => "é".Normalize(NormalizationForm.FormKD).Length == 2;

    /// <summary>The characters that are compared as something else, in order. Nothing: the character is left out.</summary>
    public static IReadOnlyList<(int CodePoint, string Form)> Make()
    {
        var forms = new List<(int, string)>();
        foreach (var (first, last) in Blocks)
        {
            for (var code = first; code <= last; code++)
            {
                var character = char.ConvertFromUtf32(code);
                var form = FormOf(character);
                if (form != character)
                    forms.Add((code, form));
            }
        }

        return forms;
    }

    private static string FormOf(string character)
    {
        var form = new StringBuilder();
        foreach (var rune in character.Normalize(NormalizationForm.FormKD).EnumerateRunes())
        {
            var lower = Rune.ToLowerInvariant(rune);
            if (IsLeftOut(lower))
                continue;

            var digit = CharUnicodeInfo.GetDecimalDigitValue(lower.ToString(), 0);
            form.Append(digit >= 0 ? digit.ToString(CultureInfo.InvariantCulture) : Folded(lower).ToString());
        }

        return form.ToString();
    }

    // The stroke that only makes a word longer, and vowels and hamzas that stand above and below.
    private static bool IsLeftOut(Rune rune) =>
        rune.Value == 'ـ' || (rune.Value is >= 0x0600 and <= 0x08FF && Rune.GetUnicodeCategory(rune) == UnicodeCategory.NonSpacingMark);

    private static Rune Folded(Rune rune) => rune.Value switch
    {
        'ٱ' => new Rune('ا'),
        'ى' or 'ی' => new Rune('ي'),
        'ة' => new Rune('ه'),
        'ک' => new Rune('ك'),
        _ => rune,
    };
}
