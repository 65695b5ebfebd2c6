namespace PluginHost.Terminal.Tests.Widgets.Lists;

public sealed class FilterWordsTests
{
    [Theory]
    [InlineData("", "anything", true)]
    [InlineData("   ", "anything", true)]
    [InlineData("any THING", "anything", true)]
    [InlineData("thing any", "anything", true)]
    [InlineData("any none", "anything", false)]
    [InlineData("قهوة", "أريد قهوة", true)]
    [InlineData("É", "café", true)]
    public void Should_Match_Where_All_Words_Are(string words, string text, bool matches)
    {
        new FilterWords(words).Match(text).ShouldBe(matches);
        new FilterWords(words).Match(RichLine.Empty, text).ShouldBe(matches);
    }

    [Theory]
    [InlineData("café Á la", "á", 5)]
    [InlineData("abab", "bab", 1)]
    [InlineData("ab", "abc", -1)]
    [InlineData("", "a", -1)]
    public void Should_Find_The_First_Place_Of_A_Word(string text, string word, int place) =>
        FilterWords.IndexOf(text, word).ShouldBe(place);
}
