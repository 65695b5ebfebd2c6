using PluginHost.Campaigns;

namespace PluginHost.Posting.Tests.Linters;

public sealed class TextLinterTests
{
    [Theory]
    [InlineData("Hello {name}, welcome!", "{name}")]
    [InlineData("👩‍👩‍👧 مرحبا {{اسم}} بك", "{{اسم}}")]
    [InlineData("Costs ${price} today", "${price}")]
    [InlineData("[TODO] write this", "[TODO]")]
    [InlineData("See [insert link here] now", "[insert link here]")]
    [InlineData("Hi %s!", "%s")]
    [InlineData("Now: Lorem ipsum dolor", "Lorem ipsum")]
    [InlineData("Item {0} of {1}", "{0}")]
    public async Task Should_Find_What_Nobody_Has_Filled_In(string text, string hole)
    {
        var lint = Linted.Of(text);

        var found = await new PlaceholderLinter().FindAsync(lint);

        found[0].Place(lint).ShouldBe(hole);
        found[0].Message.ShouldContain(hole);
    }

    [Theory]
    [InlineData("100%sure and 50 %stabil")]
    [InlineData("Our todo list is long. [sic]")]
    [InlineData("A set {1, 2, 3} and a smile :-}")]
    [InlineData("Prices in $ and %, as always (see below).")]
    [InlineData("{ }")]
    [InlineData("Save 20% on Sunday")]
    public async Task Should_Not_Take_Signs_For_Placeholders(string text) => (await new PlaceholderLinter().FindAsync(Linted.Of(text))).ShouldBeEmpty();

    [Fact]
    public async Task Should_Find_A_Placeholder_In_A_Later_Part_Of_A_Thread()
    {
        var lint = Linted.Of("One.", more: ["Two.", "🎈 {three}"]);

        var found = (await new PlaceholderLinter().FindAsync(lint)).ShouldHaveSingleItem();

        found.Range.ShouldBe(new TextRange { Part = 2, Start = 3, Length = 7 });
    }

    [Theory]
    [InlineData("Hello.\n=== nb\nHei.", "heading")]
    [InlineData("One.\n---\nTwo.", "another part")]
    [InlineData("Look.\n![a cat](cat.png)", "picture")]
    public async Task Should_Find_Marks_Of_The_Composer_In_What_Is_Said_As_It_Stands(string text, string what) =>
        (await new MarkLinter().FindAsync(Linted.Of(text))).ShouldHaveSingleItem().Message.ShouldContain(what);

    [Theory]
    [InlineData("A dash --- and === signs in a line, ![so](to speak)")]
    [InlineData("Plain.")]
    public async Task Should_Not_Take_What_Stands_In_A_Line_For_A_Mark(string text) => (await new MarkLinter().FindAsync(Linted.Of(text))).ShouldBeEmpty();

    [Fact]
    public async Task Should_Offer_To_Write_The_Second_Cashtag_Without_Its_Sign()
    {
        // Given: an emoji before it takes two units.
        var lint = Linted.Of("😀 $TLC and مرحبا $BRK.A are up");

        // When
        var found = (await new CashtagLinter().FindAsync(lint)).ShouldHaveSingleItem();

        // Then
        found.Place(lint).ShouldBe("$BRK.A");
        found.Fix!.Replacement.ShouldBe("BRK.A");
    }

    [Theory]
    [InlineData("$TLC is up", "x")]
    [InlineData("$TLC and $5 and $100k", "x")]
    [InlineData("US$AB and a$TLC and $TLC", "x")]
    [InlineData("$TLC and $BRK are up", "mastodon")]
    public async Task Should_Leave_One_Cashtag_And_Sums_Of_Money_Alone(string text, string network) =>
        (await new CashtagLinter().FindAsync(Linted.Of(text, network))).ShouldBeEmpty();

    [Theory]
    [InlineData("12345678901234567890ab", "ab")]
    [InlineData("1234567890123456789👨‍👩‍👧‍👦👨‍👩‍👧‍👦", "👨‍👩‍👧‍👦")]
    [InlineData("مرحبا مرحبا مرحبا مرحبا", "حبا")]
    public async Task Should_Say_Where_A_Text_Begins_To_Be_Too_Long(string text, string excess)
    {
        var lint = Linted.Of(text);

        var found = (await new LengthLinter().FindAsync(lint)).ShouldHaveSingleItem();

        found.Place(lint).ShouldBe(excess);
        found.Message.ShouldContain("too many");
    }

    [Fact]
    public async Task Should_Let_A_Text_Be_As_Long_As_It_May_And_Each_Part_Count_By_Itself()
    {
        (await new LengthLinter().FindAsync(Linted.Of("12345678901234567890", more: ["12345678901234567890"]))).ShouldBeEmpty();
        (await new LengthLinter().FindAsync(Linted.Of("Short.", more: ["This part is far too long."]))).ShouldHaveSingleItem().Message.ShouldStartWith("part 2 has 26 of 20");
    }

    [Theory]
    [InlineData("a\uD83Db", 1, 1)]
    [InlineData("😀\uFFFD", 2, 1)]
    [InlineData("😀 red\u001B[31m", 6, 1)]
    [InlineData("\0", 0, 1)]
    public async Task Should_Find_Broken_Characters(string text, int start, int length) =>
        (await new BrokenLinter().FindAsync(Linted.Of(text))).ShouldHaveSingleItem().Range.ShouldBe(new TextRange { Start = start, Length = length });

    [Theory]
    [InlineData("Ünïcödé 👩‍🚀 مرحبا \u200F\r\n\t")]
    [InlineData("")]
    public async Task Should_Leave_Whole_Characters_Alone(string text) => (await new BrokenLinter().FindAsync(Linted.Of(text))).ShouldBeEmpty();

    [Theory]
    [InlineData("", true)]
    [InlineData("  ", true)]
    [InlineData("shop.jpg", true)]
    [InlineData("SHOP", true)]
    [InlineData("A shop, seen from the street", false)]
    public async Task Should_Want_Pictures_Described(string alt, bool isFound)
    {
        var lint = Linted.Of("Look.") with { Variant = new Variant { Profile = "@telco", Text = "Look.", Media = [new Medium { File = "pictures/shop.jpg", Alt = alt }] } };

        (await new AltTextLinter().FindAsync(lint)).Count.ShouldBe(isFound ? 1 : 0);
    }
}
