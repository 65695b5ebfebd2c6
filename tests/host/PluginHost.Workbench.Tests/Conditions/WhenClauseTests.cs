using PluginHost.Workbench.Conditions;
using PluginHost.Workbench.Tests.Fixtures;

namespace PluginHost.Workbench.Tests.Conditions;

public sealed class WhenClauseTests
{
    private readonly FakeConditions _conditions = new() { ["view"] = "acme.notes.list", ["locked"] = false, ["count"] = 12, ["name"] = "two words" };

    public WhenClauseTests()
    {
        _conditions.Meanings["locked"] = "Whether the notes are locked.";
        _conditions.Meanings["count"] = "How many notes there are.";
        _conditions.Titles["acme.notes.list"] = "Notes";
    }

    [Theory]
    [InlineData("view == acme.notes.list", true)]
    [InlineData("view != acme.notes.list", false)]
    [InlineData("!locked", true)]
    [InlineData("locked || count", true)]
    [InlineData("locked && count", false)]
    [InlineData("!(locked || count)", false)]
    [InlineData("locked && locked || count", true)]
    [InlineData("count > 9", true)]
    [InlineData("count <= 11", false)]
    [InlineData("count == 12.0", true)]
    [InlineData("name == 'two words'", true)]
    [InlineData("name == \"two words\"", true)]
    [InlineData("unset", false)]
    [InlineData("unset == ''", true)]
    [InlineData("  view==acme.notes.list&&!locked  ", true)]
    public void Should_Hold_As_It_Is_Written(string text, bool holds) => Parse(text).Holds(_conditions).ShouldBe(holds);

    [Theory]
    [InlineData("", 1, "the name of a context key is wanted here.")]
    [InlineData("view ==", 8, "what to compare with is wanted here: a word, a number, or a text in quotes.")]
    [InlineData("view = list", 6, "the condition ends before this. Join two with && or ||.")]
    [InlineData("(view", 6, "a ) is wanted here.")]
    [InlineData("view && ", 9, "the name of a context key is wanted here.")]
    [InlineData("name == 'two", 9, "the quote that opens here is not closed.")]
    [InlineData("a b", 3, "the condition ends before this. Join two with && or ||.")]
    public void Should_Say_Where_It_Cannot_Be_Read(string text, int place, string problem)
    {
        WhenClause.TryParse(text, out var said).ShouldBeNull();

        said.ShouldBe($"\"{text}\", character {place}: {problem}");
    }

    [Fact]
    public void Should_Refuse_More_Parentheses_Than_Anybody_Writes()
    {
        WhenClause.TryParse(new string('(', 100_000) + "a", out var said).ShouldBeNull();

        said.ShouldEndWith("too many parentheses within each other.");
    }

    [Theory]
    [InlineData("view == acme.notes.list && locked", "it works when the notes are locked (locked is false)")]
    [InlineData("view == other && locked", "it works in \"other\"")]
    [InlineData("unset || locked", "it works when unset is set or when the notes are locked (unset is not set yet, locked is false)")]
    [InlineData("!count", "it works unless \"How many notes there are\" is set (count is 12)")]
    public void Should_Explain_Which_Part_Is_False_And_Where_Its_Keys_Stand(string text, string why) => Parse(text).Explain(_conditions).ShouldBe(why);

    [Theory]
    [InlineData("view == acme.notes.list", "in \"Notes\"")]
    [InlineData("view != acme.notes.list", "outside \"Notes\"")]
    [InlineData("!(view == acme.notes.list)", "outside \"Notes\"")]
    [InlineData("view.kind == table", "in a view that is a table")]
    [InlineData("view.kind != table", "outside views that are a table")]
    [InlineData("view.area == panel", "in the panel")]
    [InlineData("!(view.area == panel)", "outside the panel")]
    [InlineData("locked == true", "when the notes are locked")]
    [InlineData("locked != true", "unless the notes are locked")]
    [InlineData("locked == false", "unless the notes are locked")]
    [InlineData("locked == maybe", "when \"Whether the notes are locked\" is maybe")]
    [InlineData("count > 3", "when \"How many notes there are\" is more than 3")]
    [InlineData("!(count > 3)", "when \"How many notes there are\" is at most 3")]
    [InlineData("!(count <= 3)", "when \"How many notes there are\" is more than 3")]
    [InlineData("count != 3", "when \"How many notes there are\" is not 3")]
    [InlineData("view == acme.notes.list && !(locked || count)", "in \"Notes\" and unless the notes are locked and unless \"How many notes there are\" is set")]
    [InlineData("!(locked && count >= 3)", "unless the notes are locked or when \"How many notes there are\" is less than 3")]
    public void Should_Be_Said_In_Words(string text, string words) => Parse(text).Say(_conditions).ShouldBe(words);

    [Fact]
    public void Should_Name_The_Keys_That_It_Reads() => Parse("a == b && !c || (a < 3)").Keys.ShouldBe(["a", "c"]);

    private static WhenClause Parse(string text) => WhenClause.TryParse(text, out var problem) ?? throw new InvalidOperationException(problem);
}
