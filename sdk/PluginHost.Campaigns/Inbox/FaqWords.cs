using System.Globalization;
using System.Text;

namespace PluginHost.Campaigns;

/// <summary>The words of a text that say what it is about, as <see cref="FaqPage"/> compares them.</summary>
internal static class FaqWords
{
    private const int Stem = 4;

    // What stands in questions of all kinds, folded: in English, Norwegian, German, French and Arabic.
    private static readonly HashSet<string> Small = new(
        """
        a an and are at be can could did do does for from had has have how i if in is it its long many me much my of on or our please shall so some tell than that the their them
        there these they this those to too was we were what when where which who why will with would you your hello hi hey thanks thank
        av at de den der deres dere det dette du eller en er et for fra ha han har hei hun hva hvem hvilken hvis hvor hvordan hvorfor i ikke jeg kan man med meg mitt mye nar og om pa
        sa som takk til var vi vil
        aber als am an auch auf aus bei bin bis bitte da das dein dem den der des die du ein eine einen einer er es eure euer fur gibt habe haben habt hallo hat ich ihr im ist ja kann kein konnen
        man mein mir mit nicht noch oder seid sie sind so uber und uns von vor wann warum was wenn wer wie wir wird wo zu zum zur
        au aux avec avez bonjour c ce ces cette combien comment d dans des du elle en est et etes il ils j je l la le les leur ma merci mes mon n ne nous on ou par pas pour pourquoi
        qu quand que quel quelle quels quelles qui s sa se ses si sont sur ta te toi ton tu un une vos votre vous y
        من في على الى هل ما كم متى اين كيف هذا هذه انتم هو هي و او
        """.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries),
        StringComparer.Ordinal);

    public static IReadOnlySet<string> Of(string text)
    {
        var words = new HashSet<string>(StringComparer.Ordinal);
        var word = new StringBuilder();
        foreach (var letter in text.Normalize(NormalizationForm.FormD).ToLowerInvariant())
        {
            if (char.IsLetterOrDigit(letter) || (letter is '_' or '.' or '@' && word.Length > 0 && word[0] == '@'))
                word.Append(Plain(letter));
            else if (CharUnicodeInfo.GetUnicodeCategory(letter) is not UnicodeCategory.NonSpacingMark)
                End();

            if (letter == '@' && word.Length == 0)
                word.Append(letter);
        }

        End();
        return words;

        void End()
        {
            if (word.Length > 0 && word.ToString() is var whole && whole[0] != '@' && !Small.Contains(whole))
                words.Add(whole);

            word.Clear();
        }
    }

    public static bool AreSame(string left, string right) =>
        left == right
        || (left.Length >= Stem && right.Length >= Stem && (left.StartsWith(right, StringComparison.Ordinal) || right.StartsWith(left, StringComparison.Ordinal)));

    // Letters that are no other letter with a mark.
    private static string Plain(char letter) => letter switch
    {
        'ø' => "o",
        'æ' => "ae",
        'ß' => "ss",
        'œ' => "oe",
        'ł' => "l",
        'đ' => "d",
        _ => letter.ToString(),
    };
}
