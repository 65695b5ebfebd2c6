using PluginHost.Torture.Campaigns;
using PluginHost.Torture.Stores;

namespace PluginHost.Torture.Tests.Campaigns;

/// <summary>A short torture of a campaign, with processes that are really killed. The long one is run by hand.</summary>
public sealed class CampaignRunTests
{
    [Fact]
    public async Task Should_Do_Each_Step_Once_When_What_Runs_The_Campaign_Is_Killed()
    {
        var holds = await new CampaignRun(StoreChoice.Sqlite, kills: 5, steps: 16, seed: 1) { IsQuiet = true }.RunAsync(TestContext.Current.CancellationToken);

        holds.ShouldBeTrue();
    }
}
