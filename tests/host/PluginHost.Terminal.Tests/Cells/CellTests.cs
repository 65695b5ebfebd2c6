using System.Runtime.CompilerServices;

namespace PluginHost.Terminal.Tests.Cells;

public sealed class CellTests
{
    [Fact]
    public void Should_Take_Sixteen_Bytes() => Unsafe.SizeOf<Cell>().ShouldBe(16);

    [Fact]
    public void Should_Keep_Width_And_Style_Apart()
    {
        // Given
        var style = new Style
        {
            Foreground = Color.Rgb(1, 2, 3),
            Background = Color.Indexed(7),
            Attributes = Attributes.Strike | Attributes.Bold,
            Link = 9,
        };

        // When
        var cell = new Cell('x', 2, style);

        // Then
        cell.Width.ShouldBe(2);
        cell.Style.ShouldBe(style);
    }
}
