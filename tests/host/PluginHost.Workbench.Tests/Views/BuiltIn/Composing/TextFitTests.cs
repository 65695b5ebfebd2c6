using PluginHost.Campaigns;
using PluginHost.Workbench.Views.BuiltIn.Composing;

namespace PluginHost.Workbench.Tests.Views.BuiltIn.Composing;

public sealed class TextFitTests
{
    [Theory]
    [InlineData("12345", -1)]
    [InlineData("123456", 5)]
    [InlineData("👩‍🍳👩‍🍳👩‍🍳👩‍🍳👩‍🍳!", 25)]
    public void Should_Find_The_First_Character_Too_Many_Between_Letters(string text, int expected) =>
        TextFit.FirstTooMany(text, new NetworkRules { Limit = 5, Source = "a test" }).ShouldBe(expected);

    [Fact]
    public void Should_Count_Code_Points_And_Bytes_Where_The_Network_Does()
    {
        TextFit.FirstTooMany("a😀bc", new NetworkRules { Unit = CountUnit.CodePoints, Limit = 3, Source = "a test" }).ShouldBe(4);
        TextFit.FirstTooMany("aøø", new NetworkRules { Limit = 5, ByteLimit = 4, Source = "a test" }).ShouldBe(2);
    }
}
