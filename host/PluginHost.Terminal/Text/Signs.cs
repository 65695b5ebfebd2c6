namespace PluginHost.Terminal;

/// <summary>
/// What is drawn in place of characters that must not reach the terminal. A control character has its picture (U+2400 to U+2421), one that steers the
/// bidirectional algorithm an arrow both ways, what is no character the replacement character, and a mark without a letter a dotted circle.
/// </summary>
internal static class Signs
{
    public const int MaxTab = 16;
    public const int Delete = 32;
    public const int NoCharacter = 33;
    public const int Steering = 34;
    public const int NoLetter = 35;
    public const int LineEnd = 36;
    public const int Spaces = 37;
    public const int None = -1;

    public const string Text = "␀␁␂␃␄␅␆␇␈␉␊␋␌␍␎␏␐␑␒␓␔␕␖␗␘␙␚␛␜␝␞␟␡\uFFFD⇄◌␤ ";

    /// <summary>The sign of a character that is not drawn as itself.</summary>
    /// <param name="codePoint">A control or format character, half a pair, or none at all.</param>
    /// <returns>Its place in <see cref="Text"/>; <see cref="None"/> for what is drawn as nothing.</returns>
    public static int Of(int codePoint) => codePoint switch
    {
        < 0x20 => codePoint,
        0x7F => Delete,
        (>= 0x80 and < 0xA0) => NoCharacter,
        0x2028 or 0x2029 => LineEnd,
        (>= 0x202A and <= 0x202E) or (>= 0x2066 and <= 0x2069) => Steering,
        (>= 0xD800 and <= 0xDFFF) or (>= 0xFDD0 and <= 0xFDEF) => NoCharacter,
        _ => (codePoint & 0xFFFE) == 0xFFFE ? NoCharacter : None,
    };
}
