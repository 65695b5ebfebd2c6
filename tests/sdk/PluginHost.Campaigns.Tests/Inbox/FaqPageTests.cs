using PluginHost.Sdk;

namespace PluginHost.Campaigns.Tests.Inbox;

/// <summary>Questions with their answers, and the rule by which a text finds one.</summary>
public sealed class FaqPageTests
{
    private const string Markdown =
        """
        # What people ask

        Something for whoever edits this.

        ## When are you open on Sundays?
        Also: sunday opening; ouvert dimanche
        also: søndagsåpent

        From 10 to 18.

        Not at Christmas.

        ## How much is delivery?
        Four dollars.

        ## هل أنتم مفتوحون يوم الجمعة؟
        نعم، من العاشرة.
        """;

    [Fact]
    public void Should_Read_Questions_Other_Words_For_Them_And_Answers()
    {
        var page = FaqPage.Parse(Markdown, "faq.md");

        page.Title.ShouldBe("What people ask");
        page.Entries.Select(entry => (entry.Question, entry.Line)).ShouldBe(
            [("When are you open on Sundays?", 5), ("How much is delivery?", 13), ("هل أنتم مفتوحون يوم الجمعة؟", 16)]);
        page.Entries[0].Others.ShouldBe(["sunday opening", "ouvert dimanche", "søndagsåpent"]);
        page.Entries[0].Answer.ShouldBe("From 10 to 18.\n\nNot at Christmas.");
    }

    [Theory]
    [InlineData("Are you OPEN on sunday???", "When are you open on Sundays?")]
    [InlineData("@grocer Hello! Is the shop open on Sundays too?", "When are you open on Sundays?")]
    [InlineData("Êtes-vous ouverts le dimanche ?", "When are you open on Sundays?")]
    [InlineData("Har dere sondagsapent?", "When are you open on Sundays?")]
    [InlineData("How much is the delivery, please?", "How much is delivery?")]
    [InlineData("@grocer_of.oslo @friend@town.example delivery?", "How much is delivery?")]
    [InlineData("My delivery was rotten.", null)]
    [InlineData("هل أنتم مفتوحون يوم الجمعة", "هل أنتم مفتوحون يوم الجمعة؟")]
    [InlineData("When are you open?", null)]
    [InlineData("I found a stone in my lentils.", null)]
    [InlineData("", null)]
    [InlineData("🍦?!", null)]
    public void Should_Find_What_Is_Asked_By_Two_Thirds_Of_The_Words_Of_A_Question(string asked, string? question) =>
        (FaqPage.Parse(Markdown, "faq.md").Find(asked)?.Question).ShouldBe(question);

    [Fact]
    public void Should_Leave_To_A_Person_What_Two_Answers_Are_As_Near_To()
    {
        var page = FaqPage.Parse("## Is the bread fresh?\nYes.\n## Is the fish fresh?\nOn Fridays.\n## Is the fresh bread dark?\nSome.", "faq.md");

        page.Find("Is fresh fish or fresh bread better?").ShouldBeNull();
        page.Find("Is your fish fresh?")!.Answer.ShouldBe("On Fridays.");
    }

    [Fact]
    public void Should_Answer_Where_Two_Questions_That_Are_As_Near_Have_One_Answer() =>
        FaqPage.Parse("## Is the bread fresh?\nYes.\n## Is the fish fresh?\nYes.", "faq.md").Find("Are fresh bread and fresh fish there?")!.Answer.ShouldBe("Yes.");

    [Theory]
    [InlineData("## When?\n\n## Where?\nHere.", "faq.md(1): \"When?\" has no answer")]
    [InlineData("# Title\n\n## When?\nNow.\n\n## when?\nLater.", "faq.md(6): \"when?\" stands on line 3 already")]
    [InlineData("## When?\nAlso: what time", "faq.md(1): \"When?\" has no answer")]
    [InlineData("---\nlang: nb\n---\n# Title\n## When?\n", "faq.md(5): \"When?\" has no answer")]
    [InlineData("---\ntitle: x\nlang: no way!\n---\n## When?\nNow.", "faq.md(3): \"no way!\" is no language")]
    public void Should_Name_The_Line_Of_A_Mistake(string markdown, string message) =>
        Should.Throw<PluginHostException>(() => FaqPage.Parse(markdown, "faq.md")).Message.ShouldStartWith(message);

    [Fact]
    public void Should_Know_No_Question_Where_There_Is_None() => FaqPage.Parse("# Nothing yet\n", "faq.md").Find("When?").ShouldBeNull();

    [Theory]
    [InlineData("---\nlayout: page\nlang: \"nb-NO\"\n---\n\n# T\n## When?\nNow.\n", "nb-NO")]
    [InlineData("# T\n## When?\nNow.\n\n---\nlang: nb\n---\n", "")]
    [InlineData("---\n# T\n## When?\nNow.\n---\n", "")]
    [InlineData("---\n---\n# T\n## When?\nNow.\n", "")]
    public void Should_Read_The_Language_From_The_Head_Of_The_File_And_Nowhere_Else(string markdown, string language)
    {
        var page = FaqPage.Parse(markdown, "faq.md");

        page.Language.ShouldBe(language);
        page.Title.ShouldBe("T");
        page.Entries.Single().Question.ShouldBe("When?");
    }
}
