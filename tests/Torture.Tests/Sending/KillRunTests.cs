using PluginHost.Torture.Sending;

namespace PluginHost.Torture.Tests.Sending;

/// <summary>A short torture, with processes that are really killed. The long one is run by hand.</summary>
public sealed class KillRunTests
{
    [Fact]
    public async Task Should_Lose_Nothing_And_Send_Nothing_Twice_When_Workers_Are_Killed()
    {
        var options = new KillRunOptions { Kills = 6, Posts = 40, IsQuiet = true };

        var tally = await new KillRun(options).RunAsync(TestContext.Current.CancellationToken);

        tally.Complaints.ShouldBeEmpty();
        (tally.Lost, tally.Twice).ShouldBe((0, 0));

        // The last one may be a thread, whose parts count each.
        tally.Posts.ShouldBeGreaterThanOrEqualTo(40);
    }
}
