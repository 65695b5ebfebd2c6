using System.Globalization;

namespace PluginHost.Terminal.Tests.Widgets.Charts;

public sealed class ChartNumbersTests
{
    [Theory]
    [InlineData(0, 10, 6, "0 2 4 6 8 10")]
    [InlineData(0, 97, 3, "0 50 100")]
    [InlineData(-3, 4, 5, "-4 -2 0 2 4")]
    [InlineData(0.12, 0.18, 4, "0.12 0.14 0.16 0.18")]
    [InlineData(0, 45_000, 4, "0 20k 40k 60k")]
    [InlineData(1_000_000, 1_000_200, 3, "1000.0k 1000.1k 1000.2k")]
    [InlineData(7, 7, 3, "0 10 20")]
    public void Should_Number_An_Axis_Roundly(double low, double high, int ticks, string numbers)
    {
        var scale = ChartScale.Of(low, high, ticks);

        var written = Enumerable.Range(0, scale.Ticks)
            .Select(tick => ChartNumbers.OnAxis(scale.TickAt(tick), scale.Step, scale.Farthest, CultureInfo.InvariantCulture));

        string.Join(' ', written).ShouldBe(numbers);
    }

    [Theory]
    [InlineData(0, "0")]
    [InlineData(1234567.89, "1,234,567.9")]
    [InlineData(0.00001234, "1.234E-5")]
    [InlineData(-5.5, "-5.5")]
    public void Should_Write_A_Value_In_Full(double value, string written) =>
        ChartNumbers.Alone(value, CultureInfo.InvariantCulture).ShouldBe(written);

    [Theory]
    [InlineData(0.0)]
    [InlineData(1e300)]
    [InlineData(-1e-300)]
    public void Should_Hold_All_Values_On_The_Axis(double value)
    {
        var scale = ChartScale.Of(Math.Min(value, 1), Math.Max(value, 1), 5);

        scale.Low.ShouldBeLessThanOrEqualTo(Math.Min(value, 1));
        scale.High.ShouldBeGreaterThanOrEqualTo(Math.Max(value, 1));
        scale.Ticks.ShouldBeInRange(2, 5);
    }
}
