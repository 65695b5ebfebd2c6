namespace PluginHost.Campaigns.Tests.Money;

public sealed class BudgetTests
{
    [Theory]
    [InlineData("5 USD/day", "5.00 USD/day")]
    [InlineData("100 EUR / month", "100.00 EUR/month")]
    [InlineData("0.015 USD", "0.015 USD")]
    [InlineData("0 USD", "0.00 USD")]
    public void Should_Read_A_Sum_And_How_Long_It_Lasts(string text, string written) => Budget.Parse(text)!.ToString().ShouldBe(written);

    [Theory]
    [InlineData("")]
    [InlineData("5")]
    [InlineData("USD 5")]
    [InlineData("5 usd/day")]
    [InlineData("-5 USD/day")]
    [InlineData("5,50 USD")]
    [InlineData("5 USD/week")]
    [InlineData("5 USD/day/day")]
    [InlineData("0.0000001 USD")]
    [InlineData("99999999999999999999 USD")]
    public void Should_Refuse_What_Is_No_Budget(string text) => Budget.Parse(text).ShouldBeNull();

    [Fact]
    public void Should_Take_The_Newest_Price_That_Has_Begun()
    {
        var list = new PriceList
        {
            Network = "square",
            Source = "a test",
            Prices = [Of("2027-01-01", 1), Of("2028-01-01", 3), Of("2027-06-01", 2)],
        };

        list.At(PriceList.Post, new DateOnly(2026, 12, 31)).ShouldBeNull();
        list.At(PriceList.Post, new DateOnly(2027, 5, 31))!.Each.Micros.ShouldBe(1);
        list.At(PriceList.Post, new DateOnly(2027, 12, 31))!.Each.Micros.ShouldBe(2);
        list.At(PriceList.Post, new DateOnly(2030, 1, 1))!.Each.Micros.ShouldBe(3);
        list.At("a wish", new DateOnly(2030, 1, 1)).ShouldBeNull();
    }

    [Theory]
    [InlineData("x", false)]
    [InlineData("mastodon", true)]
    [InlineData("bluesky", true)]
    public void Should_Know_The_Networks_With_A_Source_And_A_Date(string network, bool isFree)
    {
        var list = PriceList.Find(network)!;

        list.Network.ShouldBe(network);
        list.IsFree.ShouldBe(isFree);
        list.Source.ShouldMatch("20[0-9]{2}-[0-9]{2}-[0-9]{2}");
        list.Prices.ShouldNotBeEmpty();
    }

    [Theory]
    [InlineData("rehearsal")]
    [InlineData("../x")]
    [InlineData("")]
    public void Should_Know_No_Price_Of_Others(string network) => PriceList.Find(network).ShouldBeNull();

    private static Price Of(string from, long micros) => new()
    {
        What = PriceList.Post,
        From = DateOnly.Parse(from, System.Globalization.CultureInfo.InvariantCulture),
        Each = new Amount { Micros = micros, Currency = "USD" },
    };
}
