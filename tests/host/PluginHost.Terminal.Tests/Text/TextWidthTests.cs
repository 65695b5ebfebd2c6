namespace PluginHost.Terminal.Tests.Text;

public sealed class TextWidthTests
{
    private static readonly TextOptions Options = new();

    [Theory]
    [InlineData("", 0)]
    [InlineData("abc", 3)]
    [InlineData("é", 1)]
    [InlineData("e\u0301", 1)]
    [InlineData("中文", 4)]
    [InlineData("Ａ", 2)]
    [InlineData("ｱ", 1)]
    [InlineData("한", 2)]
    [InlineData("\u1112\u1161\u11AB", 2)]
    [InlineData("😀", 2)]
    [InlineData("👨‍👩‍👧‍👦", 2)]
    [InlineData("👍🏽", 2)]
    [InlineData("☝🏽", 2)]
    [InlineData("🇳🇴", 2)]
    [InlineData("🏳\uFE0F‍🌈", 2)]
    [InlineData("❤", 1)]
    [InlineData("❤\uFE0F", 2)]
    [InlineData("⌚", 2)]
    [InlineData("⌚\uFE0E", 1)]
    [InlineData("1\uFE0F\u20E3", 2)]
    [InlineData("a\uFE0F", 1)]
    [InlineData("س\u064Eلام", 4)]
    [InlineData("می\u200Cخواهم", 7)]
    [InlineData("ก็กำ", 3)]
    [InlineData("§", 1)]
    [InlineData("\u0007", 1)]
    [InlineData("\uFEFF", 0)]
    public void Should_Measure_By_Clusters(string text, int width) => TextWidth.Of(text, Options).ShouldBe(width);

    [Fact]
    public void Should_Measure_As_The_Terminal_Does()
    {
        WidthOf("👨‍👩‍👧", new WidthProfile { JoinsEmoji = false }).ShouldBe(6);
        WidthOf("🇳🇴", new WidthProfile { JoinsFlags = false }).ShouldBe(4);
        WidthOf("❤\uFE0F", new WidthProfile { WidensByVariation = false }).ShouldBe(1);
        WidthOf("§…", new WidthProfile { Ambiguous = 2 }).ShouldBe(4);
    }

    private static int WidthOf(string text, WidthProfile widths) => TextWidth.Of(text, Options with { Widths = widths });
}
