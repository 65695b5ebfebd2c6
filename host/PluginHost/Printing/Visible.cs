namespace PluginHost.Printing;

/// <summary>
/// Makes texts from plugins and networks harmless for a terminal: what would move its cursor or change its colours is shown as a symbol instead.
/// </summary>
internal static class Visible
{
    private const int Symbols = 0x2400;

    /// <summary>The text with its line breaks; a tab becomes a space.</summary>
    public static string Lines(string text) => text.Any(IsHarmful) ? string.Concat(text.ReplaceLineEndings("\n").Select(Show)) : text;

    /// <summary>The text on one line.</summary>
    public static string OneLine(string text) => Lines(text).Replace('\n', ' ');

    private static bool IsHarmful(char character) => char.IsControl(character) && character != '\n';

    private static char Show(char character) => character switch
    {
        '\n' => '\n',
        '\t' => ' ',
        < ' ' => (char)(Symbols + character),
        '\x7f' => '\u2421',
        _ when char.IsControl(character) => '\ufffd',
        _ => character,
    };
}
