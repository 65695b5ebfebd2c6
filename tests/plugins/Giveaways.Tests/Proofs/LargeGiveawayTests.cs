using PluginHost.Campaigns;
using PluginHost.Giveaways.Proofs;
using PluginHost.Giveaways.Tests.Fixtures;
using PluginHost.Plugins.Testing;
using PluginHost.Rehearsal;

namespace PluginHost.Giveaways.Tests.Proofs;

/// <summary>A giveaway of 4,000 entries, some of them double, before 30,000 followers: three prizes, and winners who are silent.</summary>
public sealed class LargeGiveawayTests : IDisposable
{
    private readonly Fair _fair = new() { Profiles = new FakeProfiles { Network = "rehearsal" } };

    [Fact]
    public async Task Should_Prove_The_Draw_Of_Four_Thousand()
    {
        // Given
        var town = new FakeHost(_fair.Database, _fair.Clock, typeof(RehearsalPlugin));
        town.Settings["followers"] = "30000";
        town.Settings["entries"] = "4000";
        var rehearsal = new RehearsalPlugin();
        await rehearsal.ActivateAsync(town, CancellationToken.None);
        _fair.Network = rehearsal.Network(town);
        _fair.Crier.Sends = (_fair.Network, _fair.Profiles);
        var (plugin, host, giveaways) = await _fair.StartAsync();

        // When
        var terms = _fair.Terms() with { Rules = new EntryRules { Phrase = "me, please", Follow = true, Age = TimeSpan.FromDays(365) } };
        await giveaways.BeginAsync(terms, Fair.Effect(), CancellationToken.None);
        var drawn = await _fair.GoOnAsync(giveaways, GiveawayState.Drawn);
        await SilenceAsync(drawn.Awards[0]);
        var closed = await _fair.GoOnAsync(giveaways, GiveawayState.Closed);
        await plugin.ProveAsync(host, "phones", "phones.proof", false, CancellationToken.None);
        var proof = host.Workspace.Files["phones.proof"];

        // Then
        closed.Entries.ShouldBeGreaterThan(4_000);
        closed.Entrants.ShouldBeInRange(3_000, 4_000);
        (await plugin.EntrantsAsync(host, "phones", CancellationToken.None)).Rows.Count(row => row["answers"].Number > 1).ShouldBeGreaterThan(100);
        closed.Awards[0].State.ShouldBe(AwardState.PassedOn);
        closed.Awards.Count(award => award.State == AwardState.Claimed).ShouldBe(3);
        Verifier.Verify(proof, closed.ListDigest).ShouldAllBe(finding => finding.Verdict != false);
        using var folder = new TestFolder();
        var said = await Python.VerifyAsync(folder, proof);
        said.ExitCode.ShouldBe(0, said.Errors);
        said.Output.TrimEnd().Split('\n').ShouldBe(closed.Awards.Where(award => award.State == AwardState.Claimed).Select(award => $"{award.Number}\t{award.Id}"));
        ShouldBreak(proof);
    }

    // Each byte of its head, its terms, its log and its end; and every 97th of the long list.
    private static void ShouldBreak(byte[] proof)
    {
        var log = proof.AsSpan().IndexOf("{\"n\":1,"u8);
        for (var place = 0; place < proof.Length; place += place is > 2_000 && place < log ? 97 : 1)
        {
            proof[place] ^= 1;
            Verifier.Verify(proof, "").ShouldContain(finding => finding.Verdict == false, $"byte {place}");
            proof[place] ^= 1;
        }
    }

    // Whatever they would have said, they do not.
    private async Task SilenceAsync(Award award)
    {
        await _fair.Network!.Listen!.ReadAsync(_fair.Profiles["@telco"], null, CancellationToken.None);
        _fair.Database.Query($"delete from rehearsal_event where actor = '{award.Handle}' and text like 'Thank you%'");
    }

    public void Dispose() => _fair.Dispose();
}
