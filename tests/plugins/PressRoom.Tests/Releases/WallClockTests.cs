using PluginHost.Campaigns;
using PluginHost.Sdk;

namespace PluginHost.PressRoom.Tests.Releases;

/// <summary>The wall clock of an embargo is kept as a person wrote it, shown beside the instant, and counts where the rules of its zone change.</summary>
public sealed class WallClockTests : IDisposable
{
    private readonly PressWorkshop _workshop = new();

    [Theory]
    [InlineData("2026-03-03 09:00 Europe/Oslo", "2026-03-03 09:00 Europe/Oslo")]
    [InlineData("2026-03-03 08:00", "2026-03-03 08:00 UTC")]
    [InlineData("2026-03-03T08:00:00Z", "")]
    public async Task Should_Be_Shown_As_It_Was_Written_Beside_The_Instant(string embargo, string shown)
    {
        // Given
        _workshop.WriteRelease(embargo: $"\"{embargo}\"");
        var (plugin, host) = await _workshop.StartAsync();
        var written = (await plugin.ReleasesAsync(host, CancellationToken.None)).Rows.Single();

        // When
        var armed = await plugin.ReleaseAsync(host, "five", CancellationToken.None);
        var listed = (await plugin.ReleasesAsync(host, CancellationToken.None)).Rows.Single();
        var release = await (await host.Services.GetAsync<IPress>(CancellationToken.None)).FindAsync("five", CancellationToken.None);

        // Then
        foreach (var row in armed.Rows.Append(written).Append(listed))
        {
            row["written"].ToString().ShouldBe(armed.Rows.Contains(row) || shown.Length > 0 ? shown : embargo);
            ((InstantValue)row["embargo"]).Instant.ShouldBe(new DateTimeOffset(2026, 3, 3, 8, 0, 0, TimeSpan.Zero));
        }

        release!.Wall.ShouldBe(shown);
    }

    [Fact]
    public async Task Should_Follow_Its_Wall_Clock_When_The_Rules_Of_The_Zone_Change()
    {
        // Given: it was armed while Oslo was an hour further from Greenwich.
        _workshop.WriteRelease();
        var (plugin, host) = await _workshop.StartAsync();
        await plugin.ReleaseAsync(host, "five", CancellationToken.None);
        _workshop.Database.Query($"update press_release set due_at = due_at - {3_600_000}");

        // When
        _workshop.Clock.Advance(TimeSpan.FromHours(22));
        await plugin.LookAsync(CancellationToken.None);
        var early = _workshop.Said.Count;
        _workshop.Clock.Advance(TimeSpan.FromHours(1));
        await plugin.LookAsync(CancellationToken.None);

        // Then
        early.ShouldBe(0);
        _workshop.Said.Count.ShouldBe(2);
    }

    [Fact]
    public async Task Should_Stay_Where_It_Is_When_An_Instant_Was_Meant_Or_The_Zone_Is_Gone()
    {
        _workshop.WriteRelease("instant", "\"2026-03-03T08:00:00Z\"");
        _workshop.WriteRelease("gone");
        var (plugin, host) = await _workshop.StartAsync();
        await plugin.ReleaseAsync(host, "instant", CancellationToken.None);
        await plugin.ReleaseAsync(host, "gone", CancellationToken.None);
        _workshop.Database.Query("update press_release set due_at = due_at - 3600000, zone = case when zone is null then null else 'Atlantis/Center' end");

        _workshop.Clock.Advance(TimeSpan.FromHours(22));
        await plugin.LookAsync(CancellationToken.None);

        _workshop.Said.Count.ShouldBe(4);
    }

    [Fact]
    public async Task Should_Keep_The_Wall_Clock_That_A_Script_Names()
    {
        _workshop.WriteRelease();
        var (plugin, host) = await _workshop.StartAsync();
        var press = await host.Services.GetAsync<IPress>(CancellationToken.None);
        IHost times = host;

        var release = await press.ReleaseAsync(new ReleaseOrder { Name = "five", At = times.Times.Read("2026-03-04 07:00 Europe/London"), AskedBy = "a test" }, CancellationToken.None);

        (release.Wall, release.Embargo).ShouldBe(("2026-03-04 07:00 Europe/London", new DateTimeOffset(2026, 3, 4, 7, 0, 0, TimeSpan.Zero)));
        (await plugin.GoingAsync(host, "five", CancellationToken.None)).ShouldContain("2026-03-04 07:00 Europe/London");
    }

    public void Dispose() => _workshop.Dispose();
}
