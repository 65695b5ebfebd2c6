using PluginHost.Giveaways.Logs;
using PluginHost.Giveaways.Proofs;
using PluginHost.Giveaways.Tests.Fixtures;

namespace PluginHost.Giveaways.Tests.Proofs;

/// <summary>No two clocks are the same: an honest proof holds all the same.</summary>
public sealed class ClockTests : IDisposable
{
    private readonly Fair _fair = new();

    [Fact]
    public async Task Should_Hold_Where_The_Clock_Of_The_Network_Is_Ahead()
    {
        // Given
        _fair.Crier.Takes = TimeSpan.FromMinutes(1);
        var (plugin, host, _) = await _fair.DrawAsync("ola", "kari");

        // When
        await plugin.ProveAsync(host, "phones", "phones.proof", false, CancellationToken.None);

        // Then
        Verifier.Verify(host.Workspace.Files["phones.proof"], "").ShouldAllBe(finding => finding.Verdict != false);
    }

    [Fact]
    public async Task Should_Hold_Where_The_Clock_Of_The_Next_Process_Is_Behind()
    {
        // Given: the line before was written by a clock two days ahead.
        var (_, _, giveaways) = await _fair.StartAsync();
        await giveaways.BeginAsync(_fair.Terms(), Fair.Effect(), CancellationToken.None);
        var ahead = _fair.Clock.GetUtcNow() + TimeSpan.FromDays(2);

        // When
        var (_, host, _) = await _fair.StartAsync();
        foreach (var at in new[] { ahead, _fair.Clock.GetUtcNow() })
        {
            await host.Store.TransactAsync(
                async transaction =>
                {
                    await ChainLog.AppendAsync(transaction, "phones", "noted", at, _ => { });
                    return 0;
                },
                CancellationToken.None);
        }

        // Then
        _fair.Log().TakeLast(2).Select(line => ChainedLine.Read(line)!.At).Distinct().ShouldHaveSingleItem();
    }

    public void Dispose() => _fair.Dispose();
}
