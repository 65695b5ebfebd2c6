using PluginHost.Engine;
using PluginHost.Engine.Scripting;
using PluginHost.Engine.Trust;
using PluginHost.Sdk;

namespace PluginHost.Scripts.Tests;

/// <summary><c>daily-flavours.csx</c>: today's menu, whatever day it is in the shop. The day is the test's, so the engine runs here.</summary>
public sealed class DailyFlavoursTests
{
    // A Monday, nine o'clock in California.
    private static readonly DateTimeOffset Monday = new(2026, 11, 23, 17, 0, 0, TimeSpan.Zero);

    [Fact]
    public async Task Should_Post_The_Menu_Of_Each_Day_Of_The_Week()
    {
        // Given
        using var place = Repository.Copy();
        var menu = File.ReadLines(Path.Combine(place.Root, "scripts", "flavours.csv")).Skip(1)
            .Select(line => line.Split(','))
            .ToLookup(cells => cells[0], cells => cells[1]);

        for (var day = 0; day < 7; day++)
        {
            // When
            var now = Monday.AddDays(day);
            var said = await RunAsync(place, now);

            // Then
            var flavours = menu[now.DayOfWeek.ToString()].ToList();
            flavours.ShouldNotBeEmpty($"The menu has nothing for {now.DayOfWeek}.");
            said.ShouldBe([$"1 profile said: Today: {string.Join(", ", flavours)}. Come early."]);
        }

        (await place.OutboxAsync()).ShouldBe(Enumerable.Repeat("@slocombe sent", 7));
    }

    [Fact]
    public async Task Should_Mean_The_Day_Of_The_Shop_And_Not_Of_The_Machine()
    {
        // Given: Monday evening in California is Tuesday in Greenwich.
        using var place = Repository.Copy();

        // When
        var said = await RunAsync(place, Monday.AddHours(12));

        // Then
        said.Single().ShouldContain("Foghorn Malt");
    }

    [Fact]
    public async Task Should_Not_Post_A_Day_Without_A_Menu()
    {
        // Given
        using var place = Repository.Copy();
        place.Write("scripts/flavours.csv", "day,flavour\n");

        // When
        var end = await place.RunAsync("run", "scripts/daily-flavours.csx", "00:00");

        // Then
        end.ExitCode.ShouldBe(1);
        end.Errors.ShouldContain("\"Today: . Come early.\" was not published: placeholder 1 is empty.");
        (await place.OutboxAsync()).ShouldBeEmpty();
    }

    private static async Task<IReadOnlyList<string>> RunAsync(ProgramPlace place, DateTimeOffset now)
    {
        var person = new ListeningPerson();
        var opened = PluginHost.Engine.Engine.Open(new EngineOptions
        {
            WorkspaceFile = Path.Combine(place.Root, "plugins.yaml"),
            User = UserFolders.Under(place.Home),
            BundledPlugins = Path.Combine(Path.GetDirectoryName(ProgramRun.Program)!, "plugins"),
            Person = person,
            Given = GivenTrust.Everything,
            Clock = new FakeClock(now),
        }).ShouldBeOfType<EngineOpened>();
        await using var engine = opened.Engine;
        var request = new ScriptRequest { Path = Path.Combine(place.Root, "scripts", "daily-flavours.csx"), Args = ["00:00"] };
        (await engine.Scripts.RunAsync(request, person, TestContext.Current.CancellationToken)).ShouldBeOfType<ScriptDone>();
        return person.Heard;
    }

    private sealed class ListeningPerson : IScriptPerson, IAsk
    {
        public List<string> Heard { get; } = [];

        public IAsk Ask => this;

        public void Say(string text) => Heard.Add(text);

        public void Say(Value value) => Heard.Add(value.ToString());

        public Task<string?> ForTextAsync(string question, CancellationToken cancel) => throw new NotSupportedException(question);

        public Task<string?> ForChoiceAsync(string question, IReadOnlyList<string> choices, CancellationToken cancel) => throw new NotSupportedException(question);

        public Task<bool> ForConfirmAsync(string question, CancellationToken cancel) => throw new NotSupportedException(question);
    }
}
