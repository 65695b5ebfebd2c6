using System.Globalization;
using PluginHost.Sdk;

namespace PluginHost.Posting.Tests;

/// <summary>Across both changes of clocks in 2027, nothing that is repeated moves on the wall clock.</summary>
public sealed class SummerTimeTests : IDisposable
{
    private readonly Workshop _workshop = new();

    [Theory]
    [InlineData("Europe/Oslo", "02:30", "2027-03-28 03:00", "2027-10-31")]
    [InlineData("Europe/Berlin", "02:00", "2027-03-28 03:00", "2027-10-31")]
    [InlineData("Europe/Paris", "02:59", "2027-03-28 03:00", "2027-10-31")]
    [InlineData("Africa/Cairo", "00:15", "2027-04-30 01:00", "")]
    [InlineData("Africa/Cairo", "23:30", "", "2027-10-28")]
    [InlineData("America/Los_Angeles", "02:15", "2027-03-14 03:00", "")]
    [InlineData("America/Los_Angeles", "01:15", "", "2027-11-07")]
    [InlineData("Europe/Oslo", "09:00", "", "")]
    [InlineData("Africa/Cairo", "12:00", "", "")]
    [InlineData("America/Los_Angeles", "18:00", "", "")]
    public async Task Should_Keep_Every_Post_Where_It_Is_On_The_Wall_Clock(string zone, string time, string skipped, string twice)
    {
        // Given: all of 2027 is made ahead.
        _workshop.Settings["ahead"] = "370d";
        _workshop.Clock.Advance(new DateTimeOffset(2026, 12, 31, 0, 0, 0, TimeSpan.Zero) - _workshop.Clock.GetUtcNow());
        var (plugin, host) = await _workshop.StartAsync();
        await plugin.RepeatAsync(host, "@telco", "Good morning.||Morning, all.", $"daily {time} {zone}", "2027-12-31", 0, "", CancellationToken.None);

        // When
        var shown = await plugin.ShowRepetitionAsync(host, 1, CancellationToken.None);

        // Then
        var inZone = TimeZoneInfo.FindSystemTimeZoneById(zone);
        var rows = shown.Rows.Where(row => row["wall"].ToString().StartsWith("2027", StringComparison.Ordinal)).ToList();
        rows.Select(row => row["wall"].ToString()[..10]).ShouldBe(
            Enumerable.Range(0, 365).Select(day => new DateOnly(2027, 1, 1).AddDays(day).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)));
        foreach (var row in rows)
        {
            var date = row["wall"].ToString()[..10];
            var clock = TimeZoneInfo.ConvertTime(((InstantValue)row["due"]).Instant, inZone).ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);
            var (wanted, said) = skipped.StartsWith(date, StringComparison.Ordinal) ? (skipped, $"the clocks skip {time} that day: it is due right after, at {skipped[11..]}")
                : date == twice ? ($"{date} {time}", $"the clocks show {time} twice that day: the first is meant")
                : ($"{date} {time}", "");
            (clock, row["note"].ToString()).ShouldBe((wanted, said), date);
        }
    }

    [Fact]
    public async Task Should_Go_Out_At_The_Time_That_The_Screen_Said()
    {
        // Given: the night in which summer time begins in Oslo, with a time in the gap.
        _workshop.Clock.Advance(new DateTimeOffset(2027, 3, 27, 0, 0, 0, TimeSpan.Zero) - _workshop.Clock.GetUtcNow());
        var (plugin, host) = await _workshop.StartAsync();
        await plugin.RepeatAsync(host, "@telco", "Night.", "daily 02:30 Europe/Oslo", "", 3, "", CancellationToken.None);

        // When: day by day, as somebody serves.
        foreach (var at in (string[])["2027-03-27T01:30:00Z", "2027-03-28T01:00:00Z", "2027-03-29T00:30:00Z"])
        {
            var instant = DateTimeOffset.Parse(at, CultureInfo.InvariantCulture);
            _workshop.Clock.Advance(instant.AddSeconds(-1) - _workshop.Clock.GetUtcNow());
            await plugin.SendAsync(host, CancellationToken.None);
            var early = _workshop.Network.Arrived.Count;
            _workshop.Clock.Advance(TimeSpan.FromSeconds(1));
            await plugin.SendAsync(host, CancellationToken.None);

            // Then
            _workshop.Network.Arrived.Count.ShouldBe(early + 1, at);
        }
    }

    public void Dispose() => _workshop.Dispose();
}
