using PluginHost.Campaigns;
using PluginHost.Posting.Tests.Linters;

namespace PluginHost.Posting.Tests.Money;

public sealed class PricingTests
{
    private static readonly DateTimeOffset Day = new(2027, 3, 1, 9, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("x", "Hello", "0.015 USD")]
    [InlineData("x", "Look: https://example.org/a?b=c", "0.20 USD")]
    [InlineData("x", "Look at example.org now", "0.20 USD")]
    [InlineData("x", "Look at telco.shop now", "0.20 USD")]
    [InlineData("mastodon", "Look: https://example.org", "free")]
    [InlineData("bluesky", "Hello", "free")]
    [InlineData("rehearsal", "Hello", "n/a")]
    public void Should_Say_What_A_Text_Costs_Is_Free_Or_Is_Not_Known(string network, string text, string cost) =>
        Pricing.Of(new Variant { Profile = "@telco", Text = text }, Of(network), Day).ToString().ShouldBe(cost);

    [Fact]
    public void Should_Add_The_Parts_Of_A_Thread_And_The_Descriptions()
    {
        var variant = new Variant
        {
            Profile = "@telco",
            Text = "One",
            More = ["Two https://example.org", "Three"],
            Media = [new Medium { File = "a.jpg", Alt = "A shop" }, new Medium { File = "b.jpg" }],
        };

        var cost = Pricing.Of(variant, Of("x"), Day);

        cost.ToString().ShouldBe("0.235 USD");
        cost.Items.ShouldBe(["1 × post with a link at 0.20 USD", "2 × post at 0.015 USD", "1 × description of a picture at 0.005 USD"]);
        cost.Source.ShouldContain("2026-08-22");
    }

    [Fact]
    public void Should_Not_Guess_What_A_Post_Cost_Before_The_List_Begins() =>
        Pricing.Of(new Variant { Profile = "@telco", Text = "Hello" }, Of("x"), new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero)).ToString().ShouldBe("n/a");

    [Theory]
    [InlineData("👨‍👩‍👧 مرحبا https://example.org/", "https://example.org/")]
    [InlineData("(see shop.example.com/a)", "shop.example.com/a")]
    public async Task Should_Point_To_The_Link_That_Costs(string text, string link)
    {
        var lint = Linted.Of(text);

        var found = (await new PriceLinter().FindAsync(lint)).ShouldHaveSingleItem();

        found.Place(lint).ShouldBe(link);
        found.Message.ShouldContain("costs 0.20 USD, without it 0.015 USD");
    }

    [Theory]
    [InlineData("Version 3.5 is out, e.g. today", "x")]
    [InlineData("Write to help@example.org", "x")]
    [InlineData("Mr.Slocombe said no.thing", "x")]
    [InlineData("https://example.org", "bluesky")]
    [InlineData("https://example.org", "rehearsal")]
    public async Task Should_Leave_Alone_What_Is_No_Link_Or_Costs_Nothing_More(string text, string network) =>
        (await new PriceLinter().FindAsync(Linted.Of(text, network))).ShouldBeEmpty();

    private static Profile Of(string network) => new() { Name = "@telco", Network = network, Handle = "telco" };
}
