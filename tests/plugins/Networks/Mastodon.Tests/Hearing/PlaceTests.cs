namespace PluginHost.Mastodon.Tests;

public sealed class PlaceTests
{
    [Theory]
    [InlineData("115", "", 0)]
    [InlineData("01J ULID with spaces", "abc", 7)]
    [InlineData("", "abc", 7)]
    public void Should_Be_Read_As_It_Was_Written(string id, string connection, long told)
    {
        var place = new Place { Id = id, At = Town.Noon, Connection = connection, Told = told };

        Place.Read(place.ToString()).ShouldBe(place);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("115")]
    [InlineData("a b c")]
    [InlineData("99999999999999999 :0 115")]
    [InlineData("1 abc 115")]
    public void Should_Be_None_When_It_Is_Another_Networks(string? cursor) => Place.Read(cursor).ShouldBeNull();
}
