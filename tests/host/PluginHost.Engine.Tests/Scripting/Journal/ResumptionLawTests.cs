using PluginHost.Engine.Ways;

namespace PluginHost.Engine.Scripting;

/// <summary>Laws: a script of any shape, killed at any step and run again, does what it does when nothing disturbs it.</summary>
public sealed class ResumptionLawTests
{
    private const int Scripts = 25;

    [Fact]
    public async Task Should_Come_To_The_Outcome_Of_An_Undisturbed_Run_Wherever_It_Is_Killed()
    {
        for (var seed = 0; seed < Scripts; seed++)
        {
            // Given
            var script = Script(seed);
            var calm = new LawWorld();
            var expected = await new JournalBench().RunAsync(journal => script.RunAsync(calm, journal, ""));

            for (var killAt = 1; killAt <= calm.Steps + 1; killAt++)
            {
                // When
                var (world, bench) = (new LawWorld(), new JournalBench());
                await RunAsync(script, world, bench, killAt);
                var outcome = await RunAsync(script, world, bench, int.MaxValue);

                // Then
                outcome.ShouldBe(expected, $"script {seed}, killed at {killAt}");
                world.Effects.ShouldBe(calm.Effects, $"script {seed}, killed at {killAt}");
            }
        }
    }

    [Fact]
    public async Task Should_Show_The_Script_The_Same_World_However_Often_It_Is_Killed()
    {
        for (var seed = 100; seed < 100 + Scripts; seed++)
        {
            // Given: a clock that never says the same twice
            var script = Script(seed);
            var (world, bench) = (new LawWorld { ClockMoves = true }, new JournalBench());
            var random = new SeededRandom($"kills {seed}");

            // When
            for (var kill = 0; kill < 10; kill++)
                await RunAsync(script, world, bench, random.Next(1, 15));

            // Then: whatever was written is given again, in that order, before anything else
            var written = bench.Journals.All.SelectMany(run => run.Entries).Select(entry => $"{entry.Step.Split('#')[0]}={entry.Result}").ToList();
            await RunAsync(script, world, bench, int.MaxValue);
            if (bench.Journals.All.Count == 1)
                world.Seen.Where(seen => !seen.StartsWith("now=", StringComparison.Ordinal)).Take(Lasting(written).Count).ShouldBe(Lasting(written), $"script {seed}");
        }
    }

    private static LawNode Script(int seed)
    {
        var number = 0;
        return LawNode.Random(new SeededRandom($"script {seed}"), 3, ref number);
    }

    // Reads are given where the script asks for them; their values are checked by the bodies of effects.
    private static List<string> Lasting(List<string> written) => [.. written.Where(line => !line.StartsWith("now=", StringComparison.Ordinal))];

    private static async Task<string?> RunAsync(LawNode script, LawWorld world, JournalBench bench, int killAt)
    {
        world.Begin(killAt);
        bench.Journals.Writing = world.Step;
        try
        {
            return await bench.RunAsync(journal => script.RunAsync(world, journal, ""));
        }
        catch (KilledException)
        {
            bench.Journals.Kill();
            return null;
        }
    }
}
