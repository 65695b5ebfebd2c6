using PluginHost.Workbench.Rendering;

namespace PluginHost.Workbench.Tests.Rendering;

public sealed class TextDifferenceTests
{
    [Theory]
    [InlineData("a color.", "a colour.", 6, 6, "u")]
    [InlineData("aaa", "aa", 2, 3, "")]
    [InlineData("", "new", 0, 0, "new")]
    [InlineData("same", "same", 4, 4, "")]
    [InlineData("one\ntwo", "two", 0, 4, "")]
    public void Should_Leave_Alone_What_Both_Texts_Have(string before, string after, int start, int end, string put)
    {
        var difference = TextDifference.Between(before, after);

        difference.ShouldBe(new TextDifference(start, end, put));
        before.Remove(start, end - start).Insert(start, put).ShouldBe(after);
    }

    [Theory]
    [InlineData("ab\ncd", 0, 0, 0)]
    [InlineData("ab\ncd", 2, 0, 2)]
    [InlineData("ab\ncd", 3, 1, 0)]
    [InlineData("ab\ncd\n", 6, 2, 0)]
    public void Should_Find_A_Place_By_Its_Distance(string text, int index, int line, int column) =>
        TextPlace.In(text, index).ShouldBe(new TextPlace(line, column));
}
