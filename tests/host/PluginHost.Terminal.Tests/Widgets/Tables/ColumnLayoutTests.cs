namespace PluginHost.Terminal.Tests.Widgets.Tables;

public sealed class ColumnLayoutTests
{
    private readonly ColumnLayout _layout = new();

    [Fact]
    public void Should_Share_What_The_Others_Leave()
    {
        Use(ColumnWidth.Fixed(5), ColumnWidth.Share(1, 3), ColumnWidth.Share(2, 3));

        _layout.Arrange(0, 30);

        Places().ShouldBe("0+5 7+8 17+13");
    }

    [Fact]
    public void Should_Keep_What_Is_Measured_Within_Its_Bounds()
    {
        Use(ColumnWidth.Measured(4, 10), ColumnWidth.Measured(4, 10), ColumnWidth.Measured(4, 10));
        _layout.Measure(0, 2);
        _layout.Measure(1, 7);
        _layout.Measure(2, 70);

        _layout.Arrange(1, 40);

        Places().ShouldBe("1+4 7+7 16+10");
    }

    [Fact]
    public void Should_Let_The_Widest_Shrink_First_Where_There_Is_Not_Enough_Room()
    {
        Use(ColumnWidth.Measured(4, 30), ColumnWidth.Measured(4, 30), ColumnWidth.Fixed(5));
        _layout.Measure(0, 20);
        _layout.Measure(1, 10);

        _layout.Arrange(0, 25);

        Places().ShouldBe("0+8 10+8 20+5");
    }

    [Fact]
    public void Should_Not_Jump_When_What_Is_Seen_Gets_Narrower()
    {
        Use(ColumnWidth.Measured(2, 30), ColumnWidth.Fixed(3));
        _layout.Measure(0, 12);
        _layout.Measure(0, 6);

        _layout.Arrange(0, 40);

        Places().ShouldBe("0+12 14+3");
        _layout.Forget();
        _layout.Measure(0, 6);
        _layout.Arrange(0, 40);
        Places().ShouldBe("0+6 8+3");
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(6, 0)]
    [InlineData(8, 1)]
    [InlineData(40, -1)]
    public void Should_Find_The_Column_At_A_Place(int x, int column)
    {
        Use(ColumnWidth.Fixed(6), ColumnWidth.Fixed(6));

        _layout.Arrange(0, 40);

        _layout.At(x).ShouldBe(column);
    }

    private void Use(params ColumnWidth[] widths) => _layout.Use([.. widths.Select(width => new TableColumn("x") { Width = width })]);

    private string Places() =>
        string.Join(' ', Enumerable.Range(_layout.First, _layout.End - _layout.First).Select(i => $"{_layout[i].X}+{_layout[i].Width}"));
}
