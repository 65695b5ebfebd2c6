using PluginHost.Sdk;

namespace PluginHost.Posting.Tests;

/// <summary>Whoever names a wall clock means it: in a gap, in an overlap, and when the rules change.</summary>
public sealed class WallClockTests : IDisposable
{
    // The clock of the workshop begins on Monday, 2 March 2026, at 09:00 UTC.
    private readonly Workshop _workshop = new();

    [Theory]
    [InlineData("2026-03-29 02:30 Europe/Oslo", "2026-03-29T01:00:00Z", "the clocks skip 02:30 that day: it is due right after, at 03:00")]
    [InlineData("2026-10-25 02:30 Europe/Oslo", "2026-10-25T00:30:00Z", "the clocks show 02:30 twice that day: the first is meant")]
    [InlineData("2026-07-01 02:30 Europe/Oslo", "2026-07-01T00:30:00Z", "")]
    public async Task Should_Keep_The_Wall_Clock_And_Say_What_Happens_To_It(string at, string instant, string said)
    {
        // Given
        var (plugin, host) = await _workshop.StartAsync();
        var due = ((IHost)host).Times.Read(at);

        // When
        var table = await plugin.PlanAsync(host, "@telco", "later", due, CancellationToken.None);

        // Then
        DueTime.NameOf(((InstantValue)table.Rows[0]["due"]).Instant).ShouldBe(instant);
        table.Rows[0]["reason"].ToString().ShouldBe(said);
        (await plugin.ShowOutboxAsync(host, CancellationToken.None)).Table.Rows[0]["next"].ToString().ShouldBe(said);
        (_workshop.Column("wall")[0], _workshop.Column("zone")[0]).ShouldBe((due.Wall.ToString("s"), "Europe/Oslo"));
    }

    [Fact]
    public async Task Should_Forget_The_Wall_Clock_When_An_Instant_Is_Given_Instead()
    {
        var (plugin, host) = await _workshop.StartAsync();
        await plugin.PlanAsync(host, "@telco", "later", ((IHost)host).Times.Read("2026-03-29 02:30 Europe/Oslo"), CancellationToken.None);

        await plugin.ScheduleAsync(host, 1, _workshop.Clock.GetUtcNow().AddHours(1), CancellationToken.None);

        _workshop.Column("wall").ShouldBe([DBNull.Value]);
        _workshop.Column("clocks").ShouldBe([""]);
    }

    [Fact]
    public async Task Should_Follow_The_Wall_Clock_When_The_Rules_Of_The_Zone_Have_Changed()
    {
        // Given: planned when Oslo was to have summer time no more, so that nine o'clock there was eight in UTC.
        var (plugin, host) = await _workshop.StartAsync();
        await plugin.PlanAsync(host, "@telco", "wall", ((IHost)host).Times.Read("2026-07-01 09:00 Europe/Oslo"), CancellationToken.None);
        await plugin.PlanAsync(host, "@telco", "instant", new DateTimeOffset(2026, 7, 1, 8, 0, 0, TimeSpan.Zero), CancellationToken.None);
        var old = new DateTimeOffset(2026, 7, 1, 8, 0, 0, TimeSpan.Zero).ToUnixTimeMilliseconds();
        _workshop.Database.Query($"update posting_target set due_at = {old}");
        _workshop.Database.Query($"update posting_post set planned_at = {old}");

        // When
        using var stop = new CancellationTokenSource();
        var working = plugin.WorkAsync(host, stop.Token);
        await _workshop.UntilAsync(() => !_workshop.Column("due_at")[0].Equals(old));
        await stop.CancelAsync();
        await working;

        // Then
        _workshop.Column("due_at").ShouldBe([new DateTimeOffset(2026, 7, 1, 7, 0, 0, TimeSpan.Zero).ToUnixTimeMilliseconds(), old]);
        host.Screen.Lines.ShouldContain(line => line.Contains("The rules of a time zone have changed: 1 planned posts were moved"));
    }

    public void Dispose() => _workshop.Dispose();
}
