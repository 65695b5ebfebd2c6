namespace PluginHost.Bluesky.Tests;

public sealed class ReadingPlaceTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);
    private static readonly TimeSpan Stretch = TimeSpan.FromMinutes(2);

    [Fact]
    public void Should_Know_What_Was_Told_And_What_Is_Older()
    {
        var place = Again(ReadingPlace.After(null, [("one", Now), ("two", Now.AddSeconds(-30))], Stretch));

        place.Knows("one", Now).ShouldBeTrue();
        place.Knows("two", Now.AddSeconds(-30)).ShouldBeTrue();
        place.Knows("ancient", Now.AddMinutes(-3)).ShouldBeTrue();
    }

    [Fact]
    public void Should_Not_Know_What_Turns_Up_Late()
    {
        var place = Again(ReadingPlace.After(null, [("one", Now)], Stretch));

        place.Knows("late", Now.AddSeconds(-90)).ShouldBeFalse();
        place.Knows("new", Now.AddSeconds(1)).ShouldBeFalse();
    }

    // Another question finds other things: what was told stays told.
    [Fact]
    public void Should_Remember_What_Was_Told_Before_While_It_Could_Turn_Up_Again()
    {
        var first = ReadingPlace.After(null, [("one", Now)], Stretch);
        var second = Again(ReadingPlace.After(first, [("two", Now.AddMinutes(1))], Stretch));
        var third = Again(ReadingPlace.After(second, [("three", Now.AddMinutes(4))], Stretch));

        second.Knows("one", Now).ShouldBeTrue();
        third.Told.Count.ShouldBe(1);
        third.Knows("one", Now).ShouldBeTrue();
    }

    [Fact]
    public void Should_Not_Go_Back_Where_Something_Late_Is_Told()
    {
        var first = ReadingPlace.After(null, [("one", Now)], Stretch);
        var second = ReadingPlace.After(first, [("late", Now.AddSeconds(-90))], Stretch);

        second.From.ShouldBe(first.From);
        second.Knows("late", Now.AddSeconds(-90)).ShouldBeTrue();
    }

    [Fact]
    public void Should_Look_Less_Far_Back_Where_Too_Much_Happens()
    {
        var storm = Enumerable.Range(0, 5_000).Select(place => ($"event {place}", Now.AddMilliseconds(place * 10))).ToList();

        var place = Again(ReadingPlace.After(null, storm, Stretch));

        place.Told.Count.ShouldBeLessThanOrEqualTo(2_000);
        $"{place}".Length.ShouldBeLessThan(40_000);
        storm.ShouldAllBe(one => place.Knows(one.Item1, one.Item2));
        place.Knows("new", Now.AddSeconds(50)).ShouldBeFalse();
    }

    [Fact]
    public void Should_Stay_As_Short_Where_It_Looks_A_Day_Back()
    {
        var day = Enumerable.Range(0, 5_000).Select(place => ($"event {place}", Now.AddSeconds(place * 30))).ToList();

        var place = Again(ReadingPlace.After(null, day, TimeSpan.FromHours(24)));

        $"{place}".Length.ShouldBeLessThan(32_100);
        day.ShouldAllBe(one => place.Knows(one.Item1, one.Item2));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("1795865855000000")]
    [InlineData("1~x~")]
    [InlineData("1~1~abc")]
    [InlineData("2~1~")]
    [InlineData("1~99999999999999999999~")]
    public void Should_Begin_Anew_At_A_Cursor_Of_Somebody_Else(string? cursor) => ReadingPlace.Read(cursor).ShouldBeNull();

    private static ReadingPlace Again(ReadingPlace place) => ReadingPlace.Read($"{place}").ShouldNotBeNull();
}
