using PluginHost.Campaigns;
using PluginHost.Giveaways.Proofs;
using PluginHost.Giveaways.Tests.Fixtures;
using PluginHost.Plugins.Testing;

namespace PluginHost.Giveaways.Tests.Steps;

/// <summary>Processes die at each of their steps, again and again: one announcement, one draw, each winner told once, and a proof that holds.</summary>
public sealed class DeathTests
{
    private static readonly string[] Handles = ["ola", "kari", "amal", "luc"];

    /// <summary>The first process dies at a step, each one after it some steps later, until one has nothing more to do.</summary>
    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(23)]
    public async Task Should_Do_Everything_Once_Wherever_Processes_Die(int later)
    {
        for (var first = 1; first <= 120; first++)
            await LiveAndDieAsync(life => life == 1 ? first : first + (life * later), int.MaxValue, $"died at {first}, and {later} later each");
    }

    [Fact]
    public async Task Should_Do_Everything_Once_Wherever_A_Process_Dies_Around_A_Post()
    {
        for (var question = 1; question <= 16; question++)
            await LiveAndDieAsync(_ => int.MaxValue, question, $"died around post {question}");
    }

    private static async Task LiveAndDieAsync(Func<int, int> lives, int question, string place)
    {
        // Given
        using var fair = new Fair();
        fair.Crier.DiesAt = question;
        var terms = fair.Terms();
        var (isAnswered, isOver) = (false, false);

        // When
        for (var life = 1; life <= 200 && !isOver; life++)
        {
            try
            {
                var (_, _, giveaways) = await fair.StartAsync(lives(life));
                await giveaways.BeginAsync(terms, Fair.Effect(), CancellationToken.None);
                if (!isAnswered)
                    fair.Enter(Handles);

                isAnswered = true;
                await fair.GoOnAsync(giveaways, GiveawayState.Drawn);
                isOver = await EndAsync(fair, giveaways);
            }
            catch (DeadProcessException)
            {
                fair.Clock.Advance(TimeSpan.FromSeconds(20));
            }
        }

        // Then
        isOver.ShouldBeTrue(place);
        var steps = fair.Steps();
        steps.Count(step => step == "announced").ShouldBe(1, place);
        steps.Count(step => step == "frozen").ShouldBe(1, place);
        steps.Count(step => step == "drawn").ShouldBe(1, place);
        steps.Count(step => step == "told").ShouldBe(4, place);
        steps.Count(step => step == "closed").ShouldBe(1, place);
        fair.Crier.Out.Count(said => said.Text.StartsWith("Three of you win", StringComparison.Ordinal)).ShouldBe(1, place);
        fair.Crier.Out.Where(said => said.Answers is not null).Select(said => said.Answers).ShouldBeUnique(place);
        fair.Crier.Out.Select(said => said.Text).ShouldBeUnique(place);
        await ShouldProveAsync(fair, place);
    }

    // Nobody answers until the first turn of each prize is over: all prizes go on as far as there are people.
    private static async Task<bool> EndAsync(Fair fair, IGiveaways giveaways)
    {
        fair.Clock.Advance(TimeSpan.FromDays(3));
        for (var look = 0; look < 4; look++)
        {
            if ((await giveaways.GoOnAsync("phones", CancellationToken.None)).IsClosed)
                return true;

            fair.Clock.Advance(TimeSpan.FromDays(3));
        }

        return false;
    }

    private static async Task ShouldProveAsync(Fair fair, string place)
    {
        var (plugin, host, _) = await fair.StartAsync();
        await plugin.ProveAsync(host, "phones", "phones.proof", false, CancellationToken.None);
        Verifier.Verify(host.Workspace.Files["phones.proof"], "").ShouldAllBe(finding => finding.Verdict != false, place);
    }
}
