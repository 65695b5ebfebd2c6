using PluginHost.Sdk;

namespace PluginHost.Campaigns.Tests.Publishing;

public sealed class PostTextTests
{
    private static readonly string? Missing = null;

    [Fact]
    public void Should_Take_A_Text_As_It_Is()
    {
        Write("Braces {stay}").ShouldBe("Braces {stay}");
        Write("").ShouldBe("");
    }

    [Fact]
    public void Should_Fill_Its_Holes() => Write($"Today: {"Elvis"}, {3} scoops, {(Value)"come early"}.").ShouldBe("Today: Elvis, 3 scoops, come early.");

    [Theory]
    [InlineData("ar-SA")]
    [InlineData("nb-NO")]
    [InlineData("th-TH")]
    public void Should_Write_The_Same_In_Every_Culture(string culture)
    {
        using var _ = new OtherCulture(culture);

        Write($"{1234.5m} {1234.5:N1} {0.25:P0} {new DateOnly(2026, 3, 2):yyyy-MM-dd} {(Value)1.5m}").ShouldBe("1234.5 1,234.5 25 % 2026-03-02 1.5");
    }

    [Fact]
    public void Should_Align_And_Format() => Write($"[{7,3}] [{7,-3}] [{7:000}] [{7,5:00}] [{"a",3}]").ShouldBe("[  7] [7  ] [007] [   07] [  a]");

    [Fact]
    public void Should_Refuse_An_Empty_Hole()
    {
        Refused($"Today: {Missing}.").ShouldBe("\"Today: .\" was not published: placeholder 1 is empty.");
        Refused($"{"a"} {""} {"  "} {Value.Nothing}").ShouldBe(
            "\"a     \" was not published: placeholder 2 is empty; placeholder 3 is empty; placeholder 4 is empty.");
        Refused($"{"",5}").ShouldContain("placeholder 1 is empty");
    }

    [Fact]
    public void Should_Refuse_A_List_That_Nobody_Joined()
    {
        Refused($"Today: {new[] { "a", "b" }}.").ShouldEndWith("was not published: placeholder 1 is a list; say how to join it: string.Join(\", \", …).");
        Refused($"Today: {Enumerable.Range(1, 2)}.").ShouldContain("placeholder 1 is a list");
    }

    [Fact]
    public void Should_Show_What_There_Is_In_Messages()
    {
        PostText text = $"Today: {Missing}.";

        text.ToString().ShouldBe("Today: .");
    }

    private static string Write(PostText text) => text.ToText();

    private static string Refused(PostText text) => Should.Throw<EmptyPlaceholderException>(text.ToText).Message;
}
