using PluginHost.Campaigns;
using PluginHost.Giveaways.Proofs;
using PluginHost.Giveaways.Randomness;
using PluginHost.Giveaways.Tests.Fixtures;
using PluginHost.Sdk;

namespace PluginHost.Giveaways.Tests.Randomness;

/// <summary>Who hands a signature in does not choose the winners by it.</summary>
public sealed class HandedInTests : IDisposable
{
    private static readonly string[] Hosts = ["api.drand.sh", "api2.drand.sh", "api3.drand.sh", "drand.cloudflare.com"];

    private readonly Fair _fair = new();

    [Fact]
    public async Task Should_Refuse_A_Signature_That_A_Host_Does_Not_Know()
    {
        // Given
        var (plugin, host) = await CommitAsync();

        // When
        var refused = await Should.ThrowAsync<PluginHostException>(() => plugin.DrawAsync(host, "phones", FakeDrand.SignatureOf(1), "", CancellationToken.None));

        // Then
        refused.Message.ShouldContain("is not the one of round");
        _fair.Steps().ShouldNotContain("drawn");
    }

    [Fact]
    public async Task Should_Say_Everywhere_That_No_Host_Was_Reached()
    {
        // Given
        var (plugin, host) = await CommitAsync();
        foreach (var name in Hosts)
            _fair.Drand.Says[name] = _ => "";

        // When
        await plugin.DrawAsync(host, "phones", FakeDrand.SignatureOf(1), "", CancellationToken.None);
        await plugin.ProveAsync(host, "phones", "phones.proof", false, CancellationToken.None);

        // Then
        _fair.Log().ShouldContain(line => line.Contains("handed in by a person, no host was asked", StringComparison.Ordinal));
        Verifier.Verify(host.Workspace.Files["phones.proof"], "").Single(finding => finding.What == "sources").Detail.ShouldContain("handed in by a person, no host was asked");
    }

    [Fact]
    public async Task Should_Not_Take_One_Host_That_Is_Named_Twice_For_Two()
    {
        var beacon = new DrandBeacon(_fair.Drand, ["one.example", "One.example"]);

        var refused = await Should.ThrowAsync<PluginHostException>(() => beacon.ReadAsync(1000, CancellationToken.None));

        refused.Message.ShouldContain("must come from 2 hosts that agree, and came from 1");
    }

    private async Task<(GiveawaysPlugin Plugin, PluginHost.Plugins.Testing.FakeHost Host)> CommitAsync()
    {
        var (plugin, host, giveaways) = await _fair.StartAsync();
        await giveaways.BeginAsync(_fair.Terms(), Fair.Effect(), CancellationToken.None);
        _fair.Enter("ola", "kari");
        await _fair.GoOnAsync(giveaways, GiveawayState.Committed);
        _fair.Clock.Advance(TimeSpan.FromMinutes(20));
        return (plugin, host);
    }

    public void Dispose() => _fair.Dispose();
}
