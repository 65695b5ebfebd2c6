using PluginHost.Giveaways.Tests.Fixtures;
using PluginHost.Sdk;

namespace PluginHost.Giveaways.Tests.Coupons;

/// <summary>A coupon is good as long as the clock on the wall says.</summary>
public sealed class ExpiryTests : IDisposable
{
    private readonly Fair _fair = new();

    [Theory]
    [InlineData("2026-03-10", "2026-03-10T23:59:59+01:00")]
    [InlineData("2026-03-29", "2026-03-29T23:59:59+02:00")] // the day on which the clocks go forward
    [InlineData(" 2026-03-10 America/New_York ", "2026-03-11T04:59:59+01:00")]
    [InlineData("2026-03-10T18:00", "2026-03-10T18:00:00+01:00")]
    [InlineData("2026-03-10T18:00:30", "2026-03-10T18:00:30+01:00")]
    [InlineData("2026-03-10 18:00", "2026-03-10T18:00:00+01:00")]
    [InlineData("2026-03-10 18:00 America/New_York", "2026-03-10T23:00:00+01:00")]
    [InlineData("2026-03-10T18:00:00Z", "2026-03-10T19:00:00+01:00")]
    [InlineData("2026-03-10T18:00+05:00", "2026-03-10T14:00:00+01:00")]
    [InlineData("18:00", "2026-03-02T18:00:00+01:00")]
    public async Task Should_Mean_The_Zone_Of_The_Workspace_And_A_Day_Until_Its_End(string written, string meant)
    {
        // Given
        var (plugin, host, _) = await _fair.StartAsync();
        host.Workspace.Zone = TimeZoneInfo.FindSystemTimeZoneById("Europe/Oslo");

        // When
        var issued = await plugin.IssueAsync(host, 1, written, "", CancellationToken.None);

        // Then
        issued.Rows[0]["expires"].ToString().ShouldBe(meant);
        (await plugin.BatchesAsync(host, "", CancellationToken.None)).Rows[0]["expires"].ToString().ShouldBe(meant);
    }

    [Fact]
    public async Task Should_Say_How_A_Day_And_A_Time_Are_Written()
    {
        var (plugin, host, _) = await _fair.StartAsync();

        var refused = await Should.ThrowAsync<WrongUseException>(() => plugin.IssueAsync(host, 1, "soon", "", CancellationToken.None));

        refused.Message.ShouldStartWith("\"soon\" is neither a day nor a time. Coupons are good until the end of a day (2026-12-18), or until a time (18:00,");
    }

    [Theory]
    [InlineData("tomorrow")]
    [InlineData("2026-02-30")]
    [InlineData("2026-03-10 Mars/Olympus")]
    public async Task Should_Issue_Nothing_Until_A_Day_That_Is_None(string written)
    {
        var (plugin, host, _) = await _fair.StartAsync();

        var refused = await Should.ThrowAsync<WrongUseException>(() => plugin.IssueAsync(host, 1, written, "", CancellationToken.None));

        refused.Message.ShouldContain(written.Split(' ')[^1]);
        (await plugin.BatchesAsync(host, "", CancellationToken.None)).Rows.ShouldBeEmpty();
    }

    public void Dispose() => _fair.Dispose();
}
