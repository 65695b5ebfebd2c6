namespace PluginHost.Campaigns.Tests.Threads;

public sealed class ThreadSplitTests
{
    private static readonly NetworkRules Thirty = new() { Limit = 30, Source = "a test", Links = new LinkRules { Forms = LinkForms.Any } };

    [Fact]
    public void Should_Leave_A_Text_That_Fits_As_It_Is()
    {
        ThreadSplit.Of("One part.\n", Thirty).Parts.ShouldBe(["One part.\n"]);
        ThreadSplit.Numbered("One part.\n", Thirty).Parts.ShouldBe(["One part.\n"]);
    }

    [Fact]
    public void Should_Cut_At_A_Blank_Line_Before_A_Sentence() =>
        ThreadSplit.Of("First paragraph here.\n\nOne. Two sentences more.", Thirty).Parts.ShouldBe(["First paragraph here.", "One. Two sentences more."]);

    [Fact]
    public void Should_Cut_At_A_Sentence_Before_A_Word() =>
        ThreadSplit.Of("The door is open until six. Come and see the offers.", Thirty).Parts.ShouldBe(["The door is open until six.", "Come and see the offers."]);

    [Fact]
    public void Should_Cut_Between_Words_Where_No_Sentence_Ends() =>
        ThreadSplit.Of("the door is open until six and then it is closed again", Thirty).Parts
            .ShouldBe(["the door is open until six and", "then it is closed again"]);

    [Fact]
    public void Should_Cut_A_Word_That_No_Part_Can_Hold_But_No_Character() =>
        ThreadSplit.Of(string.Concat(Enumerable.Repeat("👨‍👩‍👧‍👦", 31)), Thirty).Parts
            .ShouldBe([string.Concat(Enumerable.Repeat("👨‍👩‍👧‍👦", 30)), "👨‍👩‍👧‍👦"]);

    [Fact]
    public void Should_Not_Cut_A_Link_Or_A_Mention()
    {
        ThreadSplit.Of("look at this page https://example.com/page", Thirty).Parts.ShouldBe(["look at this page", "https://example.com/page"]);
        ThreadSplit.Of("we were asked by @somebody@example.org yesterday", Thirty).Parts.ShouldBe(["we were asked by", "@somebody@example.org", "yesterday"]);
    }

    [Fact]
    public void Should_Say_What_No_Part_Can_Hold()
    {
        var split = ThreadSplit.Of("see https://example.com/a/page/that/is/long", Thirty);

        split.Parts.ShouldBeEmpty();
        split.TooLong.ShouldBe(new TextRange { Start = 4, Length = 39 });
    }

    [Fact]
    public void Should_Count_The_Numbers()
    {
        var split = ThreadSplit.Numbered("The door is open until six o'clock. Come and see the offers.", Thirty);

        split.Parts.ShouldBe(["The door is open until six 1/3", "o'clock. Come and see the 2/3", "offers. 3/3"]);
    }

    [Fact]
    public void Should_Make_Room_For_Two_Digits_Where_There_Are_Ten_Parts()
    {
        var split = ThreadSplit.Numbered(string.Join(' ', Enumerable.Repeat("twenty-four_characters_!", 12)), Thirty);

        split.Parts.Count.ShouldBe(12);
        split.Parts[^1].ShouldBe("twenty-four_characters_! 12/12");
    }

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    public void Should_Make_One_Part_Of_Nothing(string text) => ThreadSplit.Of(text, Thirty).Parts.ShouldBe([text]);
}
