using PluginHost.Workbench.Finding;

namespace PluginHost.Workbench.Tests.Finding;

public sealed class FuzzyQueryTests
{
    [Theory]
    [InlineData("so", "Show outbox", "Also")] // word starts before the middle of a word
    [InlineData("oo", "openOutbox", "look out")] // the first letter and a hump
    [InlineData("fla", "Run: daily-flavours", "Find a list again")] // letters side by side
    [InlineData("out", "Outbox", "Show outbox")] // the start of the text
    [InlineData("outbox", "Outbox", "Outbox of a very long name that goes on for some time")] // a short text
    public void Should_Rank_The_First_Before_The_Second(string typed, string first, string second)
    {
        var query = new FuzzyQuery(typed);

        query.Match(new FuzzyText(first)).ShouldNotBeNull().Score.ShouldBeGreaterThan(query.Match(new FuzzyText(second)).ShouldNotBeNull().Score);
    }

    [Theory]
    [InlineData("creme", "Crème brûlée", new[] { 0, 1, 2, 3, 4 })]
    [InlineData("أحمد", "يا أَحْمَد", new[] { 3, 5, 7, 9 })]
    [InlineData("no", "Post: Now", new[] { 6, 7 })]
    [InlineData("show out", "Show outbox", new[] { 0, 1, 2, 3, 5, 6, 7 })]
    public void Should_Tell_Which_Letters_It_Found(string typed, string text, int[] places) =>
        new FuzzyQuery(typed).Match(new FuzzyText(text)).ShouldNotBeNull().Places.ShouldBe(places);

    [Fact]
    public void Should_Pass_Over_Signs_That_Only_Steer_Direction() =>
        new FuzzyQuery("ab").Match(new FuzzyText("a\u2067\u200fb")).ShouldNotBeNull().Places.ShouldBe([0, 3]);

    [Theory]
    [InlineData("xyz", "Outbox")]
    [InlineData("outboxes", "Outbox")]
    [InlineData("tuo", "Outbox")]
    [InlineData("a", "")]
    public void Should_Find_Nothing_When_A_Letter_Is_Not_There_In_Its_Order(string typed, string text) =>
        new FuzzyQuery(typed).Match(new FuzzyText(text)).ShouldBeNull();

    [Fact]
    public void Should_Find_Everything_When_Nothing_Is_Typed() => new FuzzyQuery("  ").Match(new FuzzyText("Outbox")).ShouldNotBeNull().Places.ShouldBeEmpty();
}
