using PluginHost.Engine.Ways;
using PluginHost.Sdk;

namespace PluginHost.Engine.Scripting;

/// <summary>Chance in scripts.</summary>
public sealed class ScriptRandomTests : IDisposable
{
    private const string Draws = """
        string Draw() => $"{Random.Next(0, 1000)} {Random.Pick(new[] { "a", "b", "c" })} {string.Join("", Random.Shuffle("vanilla"))} {Random.Chance(0.5)}";
        """;

    private readonly ScriptBench _bench = new ScriptBench().WithPublish();

    public void Dispose() => _bench.Dispose();

    [Fact]
    public async Task Should_Draw_The_Same_When_It_Is_Resumed()
    {
        // Given
        await _bench.RunAsync(Draws + """
            Say(Draw());
            await Publish.Now("@a", "Hello.");
            Say(Draw());
            if (Args.Count > 0) throw new Exception("a slip");
            """, "fail");

        // When
        await _bench.RunAgainAsync("fail");

        // Then
        var said = _bench.Person.Said;
        said.Count.ShouldBe(4);
        said.Skip(2).ShouldBe(said.Take(2));
        said[0].ShouldNotBe(said[1]);
    }

    [Fact]
    public async Task Should_Draw_Anew_In_Another_Run()
    {
        await _bench.RunAsync(Draws + "Say(Draw() + Draw() + Draw());");
        await _bench.RunAgainAsync();

        _bench.Person.Said[1].ShouldNotBe(_bench.Person.Said[0]);
    }

    [Fact]
    public async Task Should_Draw_What_The_Host_Is_Seeded_With()
    {
        _bench.Use(new SeededRandom("cones"));
        await _bench.RunAsync(Draws + "Say(Draw());");
        _bench.Use(new SeededRandom("cones"));
        await _bench.RunAgainAsync();

        _bench.Person.Said[1].ShouldBe(_bench.Person.Said[0]);
    }

    [Theory]
    [InlineData("Next(3, 3)", "Random.Next(3, 3) has nothing to draw from: the second number is one more than the greatest that may come.")]
    [InlineData("Pick(new int[0])", "Random.Pick has nothing to pick from: there are no items.")]
    [InlineData("Chance(1.5)", "Random.Chance(1.5): a share lies between 0, never, and 1, always.")]
    [InlineData("Chance(double.NaN)", "Random.Chance(NaN): a share lies between 0, never, and 1, always.")]
    public async Task Should_Refuse_To_Draw_From_Nothing(string draw, string message) =>
        (await _bench.RunAsync($"Random.{draw}")).ShouldBeOfType<ScriptFailed>().Message.ShouldBe(message);

    [Fact]
    public async Task Should_Refuse_To_Draw_Beside_Its_Thread() =>
        (await _bench.RunAsync("Random.Next(0, 2); await Task.Run(() => Random.Next(0, 2))")).ShouldBeOfType<ScriptFailed>().Message.ShouldContain("on its own thread");

    [Fact]
    public async Task Should_Not_Let_Two_Randoms_Be_Confused() =>
        (await _bench.RunAsync("Random.Shared.Next()")).ShouldBeOfType<ScriptRefused>().Diagnostics[0].Text.ShouldContain("IScriptRandom");

    [Fact]
    public async Task Should_Keep_Every_Item_When_It_Shuffles_And_Leave_The_Given_As_They_Are()
    {
        var outcome = await _bench.RunAsync("""
            var given = new[] { 1, 2, 3, 4, 5 };
            var shuffled = Random.Shuffle(given);
            $"{string.Join(" ", given)} | {string.Join(" ", shuffled.Order())} | {Random.Shuffle(new int[0]).Count} | {Random.Chance(0)} {Random.Chance(1)}"
            """);

        outcome.ShouldBe(new ScriptDone { Value = "1 2 3 4 5 | 1 2 3 4 5 | 0 | False True" });
    }

    [Fact]
    public async Task Should_Draw_The_Same_However_Its_Parts_Are_Interleaved_And_Wherever_It_Is_Killed()
    {
        // Given: two parts that draw in turn, in an order that what they wait for decides
        const string Code = """
            var drawn = new List<string>();
            async Task Part(string name, int steps)
            {
                for (var step = 0; step < steps; step++)
                {
                    var draw = Random.Next(0, 1_000_000);
                    await Publish.Now("@a", $"{name}{step} {draw}");
                    drawn.Add($"{name}{step}:{draw}");
                }
            }
            await Task.WhenAll(Part("x", 3), Part("y", 4));
            Say(string.Join(" ", drawn));
            """;

        for (var killAt = 1; killAt < 12; killAt++)
        {
            // When
            using var bench = new ScriptBench().WithPublish();
            var writes = 0;
            var at = killAt;
            bench.Journals.Writing = () =>
            {
                if (++writes >= at)
                    throw new KilledException();
            };
            await bench.RunAsync(Code);
            bench.Journals.Kill();
            bench.Journals.Writing = () => { };
            bench.Person.Forget();
            (await bench.RunAgainAsync()).ShouldBeOfType<ScriptDone>();

            // Then: every text is said under one draw, also where it was published before the kill
            var texts = bench.Publisher.Plans.GroupBy(plan => $"{plan.Effect}").Select(plans => plans.Select(plan => plan.Variants[0].Text).Distinct().Count());
            if (bench.Journals.All.Count == 1)
                texts.ShouldAllBe(count => count == 1, $"killed at {killAt}");

            bench.Person.Said.ShouldHaveSingleItem().Split(' ').Length.ShouldBe(7);
        }
    }
}
