using PluginHost.Campaigns;

namespace PluginHost.Rehearsal.Tests;

public sealed class RecordKeyTests
{
    private static readonly DateTimeOffset Planned = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Should_Be_The_Same_For_The_Same_Send()
    {
        var key = RecordKey.Of(new SendKey { Value = "k", Attempt = 1 }, Planned);

        RecordKey.Of(new SendKey { Value = "k", Attempt = 9 }, Planned.AddTicks(9_999).ToOffset(TimeSpan.FromHours(9))).ShouldBe(key);
        RecordKey.Of(new SendKey { Value = "k", Attempt = 1 }, Planned.AddMilliseconds(1)).ShouldNotBe(key);
    }

    [Fact]
    public void Should_Stay_The_Same_From_Version_To_Version() =>
        RecordKey.Of(Town.Key("0195a1b2-key"), Planned).ShouldBe("3mg2vcmow4kqh");

    [Fact]
    public void Should_Tell_Thousands_Of_Posts_Apart_That_Are_Due_At_One_Instant() => Enumerable.Range(0, 20_000)
        .Select(number => RecordKey.Of(Town.Key($"key-{number}"), Planned)).Distinct().Count().ShouldBe(20_000);

    [Theory]
    [InlineData("1970-01-01T00:00:00Z")]
    [InlineData("2026-03-02T09:00:00Z")]
    [InlineData("2255-01-01T00:00:00Z")]
    public void Should_Be_A_Tid(string planned) =>
        RecordKey.Of(Town.Key("k"), DateTimeOffset.Parse(planned)).ShouldMatch("^[2-7a-j][2-7a-z]{12}$");

    [Fact]
    public void Should_Sort_By_Time_But_For_A_Minute_Or_So()
    {
        var keys = Enumerable.Range(0, 500).Select(number => RecordKey.Of(Town.Key($"{number}"), Planned.AddSeconds(70 * number))).ToList();

        keys.ShouldBe(keys.Order(StringComparer.Ordinal));
    }
}
