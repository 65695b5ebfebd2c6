namespace PluginHost.Posting.Tests.Linters;

public sealed class PurposeLinterTests
{
    [Theory]
    [InlineData("A special offer for you", "special offer")]
    [InlineData("🎉 50% off until Friday", "% off")]
    [InlineData("Nå med RABATT til alle", "RABATT")]
    [InlineData("اليوم خصم للجميع", "خصم")]
    public async Task Should_Find_An_Offer_Where_People_Come_For_Help(string text, string word)
    {
        var lint = Linted.Of(text, purpose: "support");

        var found = (await new PurposeLinter([]).FindAsync(lint)).ShouldHaveSingleItem();

        found.Place(lint).ShouldBe(word);
        found.Message.ShouldContain("@telco_offers is for offers");
    }

    [Theory]
    [InlineData("A special offer for you", "offers")]
    [InlineData("A special offer for you", "")]
    [InlineData("We offer our apologies. The line is back.", "support")]
    [InlineData("She was discountedly polite.", "press")]
    public async Task Should_Leave_Alone_What_Belongs_There_Or_Is_No_Offer(string text, string purpose) =>
        (await new PurposeLinter([]).FindAsync(Linted.Of(text, purpose: purpose))).ShouldBeEmpty();

    [Fact]
    public async Task Should_Know_The_Words_Of_The_Workspace() =>
        (await new PurposeLinter(["bonanza", " "]).FindAsync(Linted.Of("Bonanza!", purpose: "press"))).ShouldHaveSingleItem().Range!.Start.ShouldBe(0);
}
