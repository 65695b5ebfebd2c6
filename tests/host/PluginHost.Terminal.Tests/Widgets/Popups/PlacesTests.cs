namespace PluginHost.Terminal.Tests.Widgets.Popups;

public sealed class PlacesTests
{
    private static readonly Rect Screen = new(0, 0, 20, 10);

    [Theory]
    [InlineData(3, 2, 3, 3)]
    [InlineData(15, 2, 12, 3)]
    [InlineData(3, 8, 3, 4)]
    [InlineData(-5, -5, 0, 0)]
    [InlineData(50, 50, 12, 6)]
    public void Should_Stand_Near_And_On_The_Screen(int x, int y, int left, int top) =>
        Places.Near(Screen, new Rect(x, y, 1, 1), 8, 4).ShouldBe(new Rect(left, top, 8, 4));

    [Fact]
    public void Should_Shrink_To_Where_There_Is_More_Room()
    {
        Places.Near(Screen, new Rect(0, 6, 1, 1), 30, 30).ShouldBe(new Rect(0, 0, 20, 6));
        Places.Near(Screen, new Rect(0, 3, 1, 1), 30, 30).ShouldBe(new Rect(0, 4, 20, 6));
    }

    [Theory]
    [InlineData(2, 5, 7)]
    [InlineData(12, 4, 4)]
    public void Should_Stand_Beside(int x, int width, int left) =>
        Places.Beside(Screen, new Rect(x, 1, width, 1), 8, 4).ShouldBe(new Rect(left, 1, 8, 4));

    [Fact]
    public void Should_Never_Leave_The_Screen()
    {
        for (var size = 0; size < 30; size++)
        {
            for (var at = -3; at < 25; at++)
            {
                var anchor = new Rect(at, at, 2, 1);
                Rect[] places = [Places.Near(Screen, anchor, size, size), Places.Beside(Screen, anchor, size, size), Places.Center(Screen, size, size), Places.Upper(Screen, size, size), Places.LowerRight(Screen, size, size)];
                foreach (var place in places)
                    place.Intersect(Screen).ShouldBe(place);
            }
        }
    }
}
