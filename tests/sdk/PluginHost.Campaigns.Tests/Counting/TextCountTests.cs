using FsCheck;
using FsCheck.Fluent;

namespace PluginHost.Campaigns.Tests.Counting;

public sealed class TextCountTests
{
    [Theory]
    [InlineData("", 0, 0)]
    [InlineData("hello", 5, 5)]
    [InlineData("blåbær", 6, 6)]
    [InlineData("e\u0301", 1, 2)] // é of a letter and an accent
    [InlineData("🍦", 1, 1)]
    [InlineData("👨‍👩‍👧‍👦", 1, 7)] // a family of four, joined
    [InlineData("👍🏽", 1, 2)] // with the tone of the skin
    [InlineData("🇳🇴", 1, 2)] // a flag of two letters
    [InlineData("🏴󠁧󠁢󠁳󠁣󠁴󠁿", 1, 7)] // Scotland's, of tags
    [InlineData("❤️", 1, 2)]
    [InlineData("مرحبا", 5, 5)]
    [InlineData("مَرْحَبًا", 5, 9)] // with its vowels
    [InlineData("ไอติม", 4, 5)]
    [InlineData("\r\n", 1, 2)]
    public void Should_Count_As_A_Reader_Does_Or_By_Code_Points(string text, int graphemes, int codePoints)
    {
        Rules(CountUnit.Graphemes).Count(text).Count.ShouldBe(graphemes);
        Rules(CountUnit.CodePoints).Count(text).Count.ShouldBe(codePoints);
    }

    [Theory]
    [InlineData("hello", true, "5 of 5 characters")]
    [InlineData("hello!", false, "6 of 5 characters")]
    [InlineData("🍦🍦🍦", false, "12 of 8 bytes")]
    [InlineData("🍦🍦🍦🍦🍦🍦", false, "6 of 5 characters")]
    [InlineData("🍦🍦", true, "2 of 5 characters")]
    public void Should_Say_What_Does_Not_Fit(string text, bool fits, string said)
    {
        var count = new NetworkRules { Limit = 5, ByteLimit = 8, Source = "here" }.Count(text);

        count.Fits.ShouldBe(fits);
        count.ToString().ShouldBe(said);
    }

    [Fact]
    public void Should_Not_Count_Bytes_Against_A_Network_That_Does_Not()
    {
        var count = Rules(CountUnit.Graphemes).Count(new string('å', 300));

        count.Bytes.ShouldBe(600);
        count.Fits.ShouldBeTrue();
    }

    [Theory]
    [InlineData("ar-SA")]
    [InlineData("fa-IR")]
    public void Should_Say_The_Same_In_Every_Culture(string culture)
    {
        using var _ = new OtherCulture(culture);

        Rules(CountUnit.Graphemes).Count("hello").ToString().ShouldBe("5 of 300 characters");
    }

    [Fact]
    public void Should_Never_Count_More_Graphemes_Than_Code_Points_Nor_More_Of_Those_Than_Bytes() => Prop.ForAll<NonNull<string>>(text =>
    {
        var graphemes = Rules(CountUnit.Graphemes).Count(text.Get);
        var codePoints = Rules(CountUnit.CodePoints).Count(text.Get);
        return graphemes.Count <= codePoints.Count && codePoints.Count <= codePoints.Bytes;
    }).QuickCheckThrowOnFailure();

    private static NetworkRules Rules(CountUnit unit) => new() { Unit = unit, Limit = 300, Source = "here" };
}
