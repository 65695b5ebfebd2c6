using PluginHost.Sdk;

namespace PluginHost.Engine.Scripting;

/// <summary>A law: a script that uses every global that does something, killed at any write of its journal and run again, repeats nothing.</summary>
public sealed class ScriptKillTests
{
    private const string Code = """
        var name = await Ask.ForText("Who?");
        var winner = Random.Pick(new[] { "a", "b", "c", "d", "e", "f", "g", "h" });
        foreach (var step in Progress(new[] { 1, 2 }))
            await Publish.Now("@a", $"{step} {winner} {Random.Next(0, 1000)} {Now:HH:mm:ss} {name}");

        Notify("half");
        var greeting = await Run("acme.greet", new { name = winner });
        await Wait(TimeSpan.Zero);
        var menu = Csv.Read("menu.csv");
        await Csv.Write("out.csv", new[] { Record.Of(("winner", winner), ("flavour", menu[0]["flavour"])) });
        await Publish.Now("@b", $"{string.Join("", Random.Shuffle(winner + "xyz"))} {menu[0]["flavour"]}");
        Say($"{winner} {name}");
        """;

    [Fact]
    public async Task Should_Repeat_Nothing_Wherever_It_Is_Killed()
    {
        var writes = await CountWritesAsync();
        writes.ShouldBeGreaterThan(6);
        for (var killAt = 1; killAt <= writes; killAt++)
        {
            // Given
            using var bench = Bench();
            await KillAsync(bench, killAt);

            // When: on another day, with other files and another person
            bench.Clock.Advance(TimeSpan.FromHours(5));
            (bench.Person.IsThere, bench.Person.Chooses) = (true, (_, choices) => choices[1]);
            var isDone = bench.Commands.Told.Count;
            bench.Person.Forget();
            (await bench.RunAgainAsync()).ShouldBeOfType<ScriptDone>($"killed at {killAt}");

            // Then
            var run = bench.Publisher.Plans.GroupBy(plan => plan.Effect!.Occurrence).Last();
            run.GroupBy(plan => plan.Effect!.Step).ShouldAllBe(plans => plans.Select(plan => plan.Variants[0].Text).Distinct().Count() == 1, $"killed at {killAt}");
            run.Select(plan => plan.Effect!.Step).Distinct().Count().ShouldBe(3, $"killed at {killAt}");
            bench.Commands.Told.Count.ShouldBe(1, $"killed at {killAt}, when it had run {isDone} times");
            var said = bench.Person.Said.ShouldHaveSingleItem();
            File.ReadAllText(Path.Combine(bench.Folder, "out.csv")).ShouldBe($"winner,flavour\n{said[0]},fig\n", $"killed at {killAt}");
        }
    }

    private static async Task<int> CountWritesAsync()
    {
        using var bench = Bench();
        (await bench.RunAgainAsync()).ShouldBeOfType<ScriptDone>();
        return bench.Journals.Writes;
    }

    private static ScriptBench Bench()
    {
        var bench = new ScriptBench().WithPublish();
        bench.Write("menu.csv", "flavour\nfig\n");
        bench.Write("main.csx", Code);
        return bench;
    }

    // From that write on, nothing is written any more, as of a process that is gone.
    private static async Task KillAsync(ScriptBench bench, int killAt)
    {
        var writes = 0;
        bench.Journals.Writing = () =>
        {
            if (++writes >= killAt)
                throw new KilledException();
        };
        await bench.RunAgainAsync();
        bench.Journals.Kill();
        bench.Journals.Writing = () => { };
    }
}
