namespace PluginHost.Campaigns.Tests.Counting;

public sealed class FittingTests
{
    private static readonly NetworkRules Five = new() { Limit = 5, Source = "a test" };

    [Theory]
    [InlineData("12345", 5)]
    [InlineData("123456", 5)]
    [InlineData("👩‍🍳👩‍🍳👩‍🍳👩‍🍳👩‍🍳!", 25)]
    [InlineData("", 0)]
    public void Should_End_Between_Two_Characters(string text, int fits) => Five.FitsUpTo(text).ShouldBe(fits);

    [Fact]
    public void Should_Count_As_The_Network_Does()
    {
        (Five with { Unit = CountUnit.CodePoints, Limit = 3 }).FitsUpTo("a😀bc").ShouldBe(4);
        (Five with { ByteLimit = 4 }).FitsUpTo("aøø").ShouldBe(2);
        (Five with { Limit = 0 }).FitsUpTo("a").ShouldBe(0);
    }

    [Fact]
    public void Should_Not_End_Inside_A_Link_That_Fits_As_A_Whole()
    {
        var text = new string('a', 256) + " https://www.example.com/a/long/way/to/go b";

        KnownNetworks.RulesOf("x").FitsUpTo(text).ShouldBe(text.Length - 2);
    }
}
