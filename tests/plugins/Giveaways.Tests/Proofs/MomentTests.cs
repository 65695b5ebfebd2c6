using PluginHost.Giveaways.Logs;
using PluginHost.Giveaways.Tests.Fixtures;

namespace PluginHost.Giveaways.Tests.Proofs;

public sealed class MomentTests : IDisposable
{
    private readonly Fair _fair = new();

    [Fact]
    public async Task Should_Not_Take_A_Log_For_Cut_That_Has_Grown_Since_The_Giveaway_Was_Read()
    {
        // Given
        var (plugin, host, _) = await _fair.DrawAsync("ola", "kari");
        var before = await new GiveawayTable(host.Store, _fair.Clock).ReadAsync("phones", CancellationToken.None);
        await plugin.CloseAsync(host, "phones", "it rains", CancellationToken.None);

        // When
        var (giveaway, lines) = await ChainLog.ReadAsync(host.Store, before.Id, CancellationToken.None);

        // Then
        lines.Count.ShouldBeGreaterThan((int)before.LogCount);
        giveaway.LogCount.ShouldBe(lines.Count);
    }

    public void Dispose() => _fair.Dispose();
}
