using System.Globalization;
using System.Text;

namespace PluginHost.Terminal.Tests.Text;

public sealed class HostileTextTests
{
    private static readonly TextOptions Options = new();

    [Fact]
    public void Should_Never_Send_A_Character_That_Steers_The_Terminal()
    {
        var wrong = new List<string>();
        for (var codePoint = 0; codePoint <= 0x10FFFF; codePoint++)
        {
            var character = codePoint is >= 0xD800 and <= 0xDFFF ? ((char)codePoint).ToString() : char.ConvertFromUtf32(codePoint);
            foreach (var cluster in new TextWalker($"x{character}y", 80, Options))
            {
                if (Dangers(cluster.Text).Count > 0 || cluster.Width > 2 + Options.TabWidth)
                    wrong.Add($"U+{codePoint:X4}");
            }
        }

        wrong.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("a\u001B[2Jb", "a␛[2Jb")]
    [InlineData("\u0007\u0000\u007F", "␇␀␡")]
    [InlineData("a\u009B2J", "a\uFFFD2J")]
    [InlineData("a\r\nb\nc", "a␤b␊c")]
    [InlineData("a\u2028b\u2029", "a␤b␤")]
    [InlineData("user\u202Etxt", "user⇄txt")]
    [InlineData("a\u2066b\u2069", "a⇄b⇄")]
    [InlineData("a\uFFFEb", "a\uFFFDb")]
    [InlineData("a\u200B\u200E\u2060\uFEFF\u00ADb", "ab")]
    [InlineData("\u0301a", "◌a")]
    [InlineData("\uFE0Fa\u200Cb", "ab")]
    public void Should_Draw_A_Sign_For_What_Is_Not_Sent(string text, string drawn) =>
        Drawn(TextLine.Of(text, Direction.LeftToRight, new TextOptions { Reorder = false })).ShouldBe(drawn);

    // Not in the theory: an attribute cannot hold half a pair.
    [Fact]
    public void Should_Draw_A_Sign_For_Half_A_Pair() => Drawn(TextLine.Of("a\uD83Db\uDE00", Direction.Auto, Options)).ShouldBe("a\uFFFDb\uFFFD");

    [Fact]
    public void Should_Turn_What_An_Override_Turns_And_Show_The_Override() =>
        Drawn(TextLine.Of("gnp.\u202Eabc\u202C!", Direction.LeftToRight, Options)).ShouldBe("gnp.⇄⇄cba!");

    [Fact]
    public void Should_Cap_Marks_That_Are_Stacked_Without_End()
    {
        // Given
        var line = TextLine.Of("a" + new string('\u0301', 100_000) + "b", Direction.Auto, Options);

        // Then
        line.Width.ShouldBe(2);
        Drawn(line).Length.ShouldBe(33);
    }

    [Fact]
    public void Should_Read_Text_Of_Isolates_Alone_In_Time_That_Grows_With_Its_Length()
    {
        // A quadratic way would take minutes.
        var line = TextLine.Of(new string('\u2068', 200_000), Direction.Auto, Options);

        line.Width.ShouldBe(200_000);
    }

    /// <summary>The characters of a drawn text that a terminal would obey, or that are none.</summary>
    internal static List<string> Dangers(ReadOnlySpan<char> drawn)
    {
        var dangers = new List<string>();
        foreach (var rune in drawn.EnumerateRunes())
        {
            var category = Rune.GetUnicodeCategory(rune);
            if (category is UnicodeCategory.Control or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator or UnicodeCategory.Surrogate
                || rune.Value is 0x61C or 0x200E or 0x200F or (>= 0x202A and <= 0x202E) or (>= 0x2066 and <= 0x2069) or 0xFEFF)
                dangers.Add($"U+{rune.Value:X4}");
        }

        // An unpaired half is read as the replacement character; it must not be one.
        for (var i = 0; i < drawn.Length; i++)
        {
            if (char.IsSurrogate(drawn[i]) && !(char.IsHighSurrogate(drawn[i]) && i + 1 < drawn.Length && char.IsLowSurrogate(drawn[++i])))
                dangers.Add("half a pair");
        }

        return dangers;
    }

    private static string Drawn(TextLine line)
    {
        var drawn = new StringBuilder();
        foreach (var cluster in line)
            drawn.Append(cluster.Text);

        return drawn.ToString();
    }
}
