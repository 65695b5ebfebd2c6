namespace PluginHost.Campaigns;

/// <summary>Which characters may stand where in a link, as twitter-text has it (2021-10-21): X and Mastodon count by it.</summary>
internal static class LinkLetters
{
    /// <summary>Whether a link may begin after it.</summary>
    public static bool MayComeBefore(char letter) =>
        !char.IsAsciiLetterOrDigit(letter) && letter is not ('@' or '＠' or '$' or '#' or '＃' or '\uFFFE' or '\uFEFF' or '\uFFFF');

    /// <summary>Whether it may stand at both ends of a label of a host.</summary>
    public static bool IsOfHost(char letter) => letter < 0x80
        ? char.IsAsciiLetterOrDigit(letter) || letter is '"' or '`' || letter < 0x09 || letter is (> '\r' and < ' ') or '\x7F'
        : !IsSpace(letter) && !IsDirection(letter) && letter is not ('\uFFFE' or '\uFEFF' or '\uFFFF');

    public static bool IsOfPath(char letter) =>
        IsPathEnd(letter) || letter is '!' or '*' or '\'' or ';' or ':' or ',' or '.' or '$' or '%' or '[' or ']' or '\u2013' or '~' or '@' or '|' or '&';

    public static bool IsPathEnd(char letter) =>
        char.IsAsciiLetterOrDigit(letter) || letter is '+' or '-' or '=' or '_' or '#' or '/' or (>= '\u0400' and <= '\u04FF') || IsAccented(letter);

    public static bool IsOfQuery(char letter) => IsQueryEnd(letter)
        || letter is '!' or '?' or '*' or '\'' or '@' or '(' or ')' or ';' or ':' or '+' or '$' or '%' or '[' or ']' or '.' or ',' or '~' or '|';

    public static bool IsQueryEnd(char letter) => char.IsAsciiLetterOrDigit(letter) || letter is '-' or '_' or '&' or '=' or '#' or '/';

    /// <summary>Whether it is a Latin letter with an accent, or an accent.</summary>
    public static bool IsAccented(char letter) => letter >= 0xC0 && letter is not ('×' or '÷') && letter is
        (>= '\u00C0' and <= '\u024F') or '\u0253' or '\u0254' or '\u0256' or '\u0257' or '\u0259' or '\u025B' or '\u0263' or '\u0268' or '\u026F'
        or '\u0272' or '\u0289' or '\u028B' or '\u02BB' or (>= '\u0300' and <= '\u036F') or (>= '\u1E00' and <= '\u1EFF');

    private static bool IsSpace(char letter) =>
        letter is '\u0085' or '\u00A0' or '\u1680' or '\u180E' or (>= '\u2000' and <= '\u200A') or '\u2028' or '\u2029' or '\u202F' or '\u205F' or '\u3000';

    private static bool IsDirection(char letter) =>
        letter is (>= '\u202A' and <= '\u202E') or '\u061C' or '\u200E' or '\u200F' or (>= '\u2066' and <= '\u2069');
}
