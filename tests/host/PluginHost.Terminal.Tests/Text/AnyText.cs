using FsCheck;
using FsCheck.Fluent;

namespace PluginHost.Terminal.Tests.Text;

/// <summary>Text of any language, and of none: letters of both directions, marks, emoji, controls, halves of pairs.</summary>
internal static class AnyText
{
    private static readonly string[] Parts =
    [
        "a", "B", " ", "  ", "1", "23", ".", ",", "-", "(", ")", "[", "]", "«", "»", "$", "%", "é", "e\u0301", "ß",
        "א", "ב", "ש\u05C1", "س", "لا", "م", "ع\u064E", "ـ", "پ", "ی", "٣", "\u200C", "\u200D", "\u0301", "\u200F", "\u200E", "\u061C",
        "中", "か", "한", "\u1112\u1161\u11AB", "Ａ", "ก็", "กำ", "क्षि", "§",
        "😀", "❤\uFE0F", "⌚\uFE0E", "👨‍👩‍👧", "🇳🇴", "🇫", "👍🏽", "1\uFE0F\u20E3", "🏳\uFE0F‍🌈",
        "\u202A", "\u202B", "\u202D", "\u202E", "\u202C", "\u2066", "\u2067", "\u2068", "\u2069",
        "\t", "\n", "\r\n", "\u001B[31m", "\u0000", "\u007F", "\u009B", "\u2028", "\u00AD", "\u200B", "\uFEFF", "\uD83D", "\uDE00", "\uFFFE",
    ];

    /// <summary>A text, a direction and what a terminal does.</summary>
    public static Arbitrary<(string Text, Direction Direction, TextOptions Options)> Fields { get; } = Arb.From(
        from text in Texts()
        from direction in Gen.Elements(Direction.Auto, Direction.LeftToRight, Direction.RightToLeft)
        from options in Gen.Elements(
            new TextOptions(),
            new TextOptions { ShapeArabic = false, TabWidth = 0 },
            new TextOptions { Reorder = false },
            new TextOptions { Widths = new WidthProfile { JoinsEmoji = false, JoinsFlags = false, WidensByVariation = false, Ambiguous = 2 } })
        select (text, direction, options),
        field => Arb.From(Texts()).Shrinker(field.Item1).Select(text => (text, field.Item2, field.Item3)));

    private static Gen<string> Texts() => Gen.Elements(Parts).ListOf().Select(string.Concat);
}
