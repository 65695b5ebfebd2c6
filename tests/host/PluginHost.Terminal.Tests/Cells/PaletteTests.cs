namespace PluginHost.Terminal.Tests.Cells;

public sealed class PaletteTests
{
    [Fact]
    public void Should_Find_Each_Of_The_Fixed_Colours_Again()
    {
        for (var i = 16; i < 256; i++)
            Palette.Rgb(Palette.NearestOf256(Palette.Rgb((byte)i))).ShouldBe(Palette.Rgb((byte)i), $"colour {i}");
    }

    [Fact]
    public void Should_Find_The_Nearest_Colour_As_A_Search_Through_All_Would_Nearly()
    {
        for (var gray = 0; gray < 256; gray++)
        {
            var color = Color.Rgb((byte)gray, (byte)gray, (byte)gray);
            var found = Palette.Rgb(Palette.NearestOf256(color));

            Math.Abs(found.Red - gray).ShouldBeLessThanOrEqualTo(8, $"gray {gray}");
        }
    }

    [Theory]
    [InlineData(250, 5, 5, 9)]
    [InlineData(0, 0, 0, 0)]
    [InlineData(255, 255, 255, 15)]
    [InlineData(10, 200, 10, 2)]
    public void Should_Find_The_Nearest_Of_The_Theme(byte red, byte green, byte blue, byte expected) =>
        Palette.NearestOf16(Color.Rgb(red, green, blue)).ShouldBe(expected);
}
