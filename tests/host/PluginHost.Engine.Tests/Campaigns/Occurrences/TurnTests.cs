using PluginHost.Engine.Campaigns;
using PluginHost.Engine.Campaigns.Occurrences;
using PluginHost.Engine.Scripting;
using PluginHost.Engine.Tests.Store;
using PluginHost.Engine.Workspaces;
using PluginHost.Sdk;

namespace PluginHost.Engine.Tests.Campaigns.Occurrences;

/// <summary>What persons start and go on with, several at once and beside what is going. On both databases.</summary>
public abstract class TurnTests(StoreDialect dialect) : IAsyncDisposable
{
    private readonly TestStore _store = new(dialect);

    private static string Alive => ScriptOwner.OfThisProcess().ToString();

    private static string Gone => (ScriptOwner.OfThisProcess() with { Started = "1" }).ToString();

    [Theory]
    [InlineData(Overlap.Skip, 1, 0, 3)]
    [InlineData(Overlap.Queue, 1, 3, 0)]
    [InlineData(Overlap.Together, 4, 0, 0)]
    public async Task Should_Let_As_Many_Go_At_Once_As_The_Campaign_Allows(Overlap overlap, int taken, int queued, int refused)
    {
        var turns = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Of(Alive).StartAsync(Campaign(overlap), isTaken: true)));

        (turns.OfType<TurnTaken>().Count(), turns.OfType<TurnQueued>().Count(), turns.OfType<TurnRefused>().Count()).ShouldBe((taken, queued, refused));
        (await KnownAsync()).Count(known => known.State == OccurrenceState.Running).ShouldBe(taken);
    }

    [Fact]
    public async Task Should_Tell_What_Is_Going_Where_A_Start_Is_Refused()
    {
        // Given
        var first = await TakenAsync(Campaign(Overlap.Skip));

        // When
        var refused = (await Of(Alive).StartAsync(Campaign(Overlap.Skip), isTaken: false)).ShouldBeOfType<TurnRefused>();

        // Then
        (refused.Why, refused.Occurrences.ShouldHaveSingleItem().Name).ShouldBe((TurnRefusal.Going, first.Name));
        (await KnownAsync()).Count.ShouldBe(1);
    }

    [Fact]
    public async Task Should_Start_Beside_One_That_Waits_For_A_Person()
    {
        await Of(Alive).HaltAsync((await TakenAsync(Campaign(Overlap.Skip))).Name, "budget");

        (await Of(Alive).StartAsync(Campaign(Overlap.Skip), isTaken: true)).ShouldBeOfType<TurnTaken>().Name.Occurrence.ShouldBe("2");
    }

    [Fact]
    public async Task Should_Go_On_With_What_Waits_And_Never_With_What_Has_Not_Begun()
    {
        // Given
        var campaign = Campaign(Overlap.Queue);
        var waiting = await TakenAsync(campaign);
        await Of(Alive).HaltAsync(waiting.Name, "script was changed");
        await Of(Alive).AddAsync(campaign.Name, []);
        await Of(Alive).AddAsync(campaign.Name, []);

        // When, then
        Refused(await Of(Alive).ResumeAsync(campaign, "3", Resumption.Unchanged)).ShouldBe(TurnRefusal.NotBegun);
        (await Of(Alive).ResumeAsync(campaign, null, Resumption.Unchanged)).ShouldBeOfType<TurnTaken>().Name.ShouldBe(waiting.Name);
        Refused(await Of(Alive).ResumeAsync(campaign, null, Resumption.Unchanged)).ShouldBe(TurnRefusal.Going);
    }

    [Fact]
    public async Task Should_Have_Nothing_To_Go_On_With_Where_All_Of_It_Has_Not_Begun()
    {
        await Of(Alive).AddAsync("daily", []);

        Refused(await Of(Alive).ResumeAsync(Campaign(Overlap.Queue), null, Resumption.Unchanged)).ShouldBe(TurnRefusal.NothingWaits);
        Refused(await Of(Alive).ResumeAsync(Campaign(Overlap.Queue), "7", Resumption.Unchanged)).ShouldBe(TurnRefusal.Unknown);
    }

    [Fact]
    public async Task Should_Go_On_With_What_Was_Interrupted()
    {
        // Given
        var campaign = Campaign(Overlap.Skip);
        var taken = (await Of(Gone).StartAsync(campaign, isTaken: true)).ShouldBeOfType<TurnTaken>();
        (await Of(Gone).BeginAsync(taken.Name, Gone)).ShouldBeTrue();

        // When, then
        Refused(await Of(Alive).StartAsync(campaign, isTaken: true)).ShouldBe(TurnRefusal.Going);
        (await Of(Alive).ResumeAsync(campaign, null, Resumption.Unchanged)).ShouldBeOfType<TurnTaken>().Name.ShouldBe(taken.Name);
    }

    [Fact]
    public async Task Should_Ask_Which_Where_Several_Wait_And_Take_The_One_That_Is_Named()
    {
        // Given
        var campaign = Campaign(Overlap.Skip);
        var first = await TakenAsync(campaign);
        await Of(Alive).HaltAsync(first.Name, "budget");
        var second = await TakenAsync(campaign);
        await Of(Alive).HaltAsync(second.Name, "budget");

        // When
        var refused = (await Of(Alive).ResumeAsync(campaign, null, Resumption.Unchanged)).ShouldBeOfType<TurnRefused>();

        // Then, the oldest first
        refused.Why.ShouldBe(TurnRefusal.SeveralWait);
        refused.Occurrences.Select(known => known.Name).ShouldBe([first.Name, second.Name]);
        (await Of(Alive).ResumeAsync(campaign, "2", Resumption.Unchanged)).ShouldBeOfType<TurnTaken>().Name.ShouldBe(second.Name);
    }

    [Fact]
    public async Task Should_Give_Up_What_Is_Begun_Anew_And_Hand_On_What_It_Was_Started_With()
    {
        // Given
        var name = await Of(Alive).AddAsync("daily", ["x"]);
        await Of(Alive).ClaimAsync(name, Resumption.Unchanged);
        await Of(Alive).HaltAsync(name, "budget");

        // When
        var taken = (await Of(Alive).ResumeAsync(Campaign(Overlap.Skip), null, Resumption.Fresh)).ShouldBeOfType<TurnTaken>();

        // Then
        (await KnownAsync()).Select(known => known.State).ShouldBe([OccurrenceState.Running, OccurrenceState.Abandoned]);
        (await Of(Alive).ArgsOfAsync(taken.Name, CancellationToken.None)).ShouldBe(["x"]);
        Refused(await Of(Alive).ResumeAsync(Campaign(Overlap.Together), "1", Resumption.Unchanged)).ShouldBe(TurnRefusal.Over);
    }

    [Fact]
    public async Task Should_Show_What_Waits_However_Much_Came_After_It()
    {
        var waiting = await TakenAsync(Campaign(Overlap.Skip));
        await Of(Alive).HaltAsync(waiting.Name, "budget");
        for (var run = 0; run < 5; run++)
            (await Of(Alive).EndAsync((await TakenAsync(Campaign(Overlap.Skip))).Name, isDone: true, "")).ShouldBeTrue();

        (await Of(Alive).ReadAsync("daily", 2, CancellationToken.None)).Select(known => known.Name.Occurrence).ShouldBe(["6", "5", "1"]);
    }

    public async ValueTask DisposeAsync()
    {
        await _store.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    private static Campaign Campaign(Overlap overlap) => new()
    {
        Entry = new CampaignEntry { Name = "daily", File = "plugins.yaml", Line = 1, Script = "/w/a.csx", Overlap = overlap },
    };

    private static TurnRefusal Refused(Turn turn) => turn.ShouldBeOfType<TurnRefused>().Why;

    private async Task<TurnTaken> TakenAsync(Campaign campaign) => (await Of(Alive).StartAsync(campaign, isTaken: true)).ShouldBeOfType<TurnTaken>();

    private OccurrenceStore Of(string owner) => new(_store.Store, _store.Clock, owner);

    private Task<IReadOnlyList<KnownOccurrence>> KnownAsync() => Of(Alive).ReadAsync(null, 100, CancellationToken.None);
}
