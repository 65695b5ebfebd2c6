using PluginHost.Engine.Store;
using PluginHost.Engine.Tests.Store;
using PluginHost.Sdk;
using Record = PluginHost.Sdk.Record;

namespace PluginHost.Engine.Scripting;

/// <summary>Journals in the workspace's store, as several processes have them. On both databases; see the two classes that end in its name.</summary>
public abstract class StoreJournalTests(StoreDialect dialect) : IAsyncDisposable
{
    private static readonly OccurrencePlan Plan = new() { Campaign = "scripts/daily", Args = ["-v", "a b"], Program = "daily.csx 1 00" };

    private readonly TestStore _store = new(dialect);

    private static string Alive => ScriptOwner.OfThisProcess().ToString();

    private static string Gone => (ScriptOwner.OfThisProcess() with { Started = "1" }).ToString();

    private static string Elsewhere => (ScriptOwner.OfThisProcess() with { Machine = "another" }).ToString();

    [Fact]
    public async Task Should_Make_No_Store_To_Find_Nothing()
    {
        (await FindAsync(Gone)).ShouldBeNull();
        await Journal(Gone).AbandonAsync(Plan.Campaign, Plan.Args, CancellationToken.None);

        File.Exists(_store.Path).ShouldBeFalse();
    }

    [Fact]
    public async Task Should_Give_Back_What_Was_Written()
    {
        // Given
        var gone = Journal(Gone);
        var entries = new[]
        {
            Entry(0, JournalKind.Read, _store.Clock.GetUtcNow().AddTicks(7)),
            Entry(1, JournalKind.Answer, Value.Nothing),
            Entry(2, JournalKind.Effect, Record.Of(("text", "line\nfeed \u0000"), ("n", 1.50m))) with { Body = "@a: Hello", Standing = EffectStanding.Unsettled },
        };
        var occurrence = await gone.BeginAsync(Plan, false, [entries[0]]);
        await gone.AppendAsync(occurrence, true, [entries[1], entries[2]]);

        // When
        var found = (await FindAsync(Alive)).ShouldNotBeNull();

        // Then
        found.Occurrence.ShouldBe(occurrence);
        (found.Program, found.HasActed, found.Occurrence.Name).ShouldBe((Plan.Program, true, "1"));
        found.Entries.ShouldBe(entries);
    }

    [Fact]
    public async Task Should_Know_By_Which_Run_A_Plan_Was_Done_And_Of_One_That_Was_Interrupted_Nothing()
    {
        // Given
        var planned = Plan with { Rehearsed = "00ff 2026-11-21" };
        (await FindRehearsedAsync()).ShouldBeNull();
        await Journal(Gone).BeginAsync(Plan, true, []);
        var interrupted = await Journal(Gone).BeginAsync(planned, true, []);
        (await FindRehearsedAsync()).ShouldBeNull();

        // When
        (await Journal(Alive).TakeAsync((await FindAsync(Alive))!, 0, Plan, CancellationToken.None)).ShouldBeTrue();

        // Then: whoever goes on with it, by the plan or without, it is the plan's.
        (await FindRehearsedAsync()).ShouldBe(new RehearsedBefore(interrupted, null));
        await Journal(Alive).EndAsync(interrupted, OccurrenceEnd.Done);
        (await FindRehearsedAsync()).ShouldBe(new RehearsedBefore(interrupted, _store.Clock.GetUtcNow()));
        (await Journal(Alive).FindRehearsedAsync(Plan.Campaign, "00ff 2026-11-22", CancellationToken.None)).ShouldBeNull();
        (await Journal(Alive).FindRehearsedAsync("other", planned.Rehearsed, CancellationToken.None)).ShouldBeNull();

        Task<RehearsedBefore?> FindRehearsedAsync() => Journal(Alive).FindRehearsedAsync(Plan.Campaign, planned.Rehearsed, CancellationToken.None);
    }

    [Fact]
    public async Task Should_Number_The_Runs_Of_A_Campaign()
    {
        var journal = Journal(Alive);

        (await journal.BeginAsync(Plan, false, [])).Name.ShouldBe("1");
        (await journal.BeginAsync(Plan with { Args = [] }, false, [])).Name.ShouldBe("2");
        (await journal.BeginAsync(Plan with { Campaign = "other" }, false, [])).Name.ShouldBe("1");
    }

    [Fact]
    public async Task Should_Find_The_Newest_Run_With_The_Same_Arguments_That_Nobody_Works_On()
    {
        // Given
        var gone = Journal(Gone);
        await gone.BeginAsync(Plan, true, []);
        await gone.BeginAsync(Plan, true, []);
        await Journal(Alive).BeginAsync(Plan, true, []);
        await gone.BeginAsync(Plan with { Args = ["-v", "a", "b"] }, true, []);
        await gone.BeginAsync(Plan with { Campaign = "scripts/dail" }, true, []);

        // When, Then
        (await FindAsync(Alive))!.Occurrence.Name.ShouldBe("2");
    }

    [Theory]
    [InlineData(29, false)]
    [InlineData(31, true)]
    public async Task Should_Believe_Another_Machine_For_Half_A_Minute(int seconds, bool isFound)
    {
        await Journal(Elsewhere).BeginAsync(Plan, true, []);

        _store.Clock.Now += TimeSpan.FromSeconds(seconds);

        (await FindAsync(Alive) is not null).ShouldBe(isFound);
    }

    [Fact]
    public async Task Should_Believe_Another_Machine_Longer_When_It_Says_That_It_Is_Alive()
    {
        var elsewhere = Journal(Elsewhere);
        var occurrence = await elsewhere.BeginAsync(Plan, true, []);

        _store.Clock.Now += TimeSpan.FromSeconds(20);
        await elsewhere.RenewAsync(occurrence);
        _store.Clock.Now += TimeSpan.FromSeconds(20);

        (await FindAsync(Alive)).ShouldBeNull();
    }

    [Fact]
    public async Task Should_Let_One_Alone_Take_A_Run()
    {
        // Given
        await Journal(Gone).BeginAsync(Plan, true, [Entry(0, JournalKind.Read, 1), Entry(1, JournalKind.Read, 2)]);
        var found = (await FindAsync(Alive))!;

        // When
        var first = await Journal(Elsewhere).TakeAsync(found, 1, Plan with { Program = "changed" }, CancellationToken.None);
        var second = await Journal(Alive).TakeAsync(found, 2, Plan, CancellationToken.None);

        // Then
        (first, second).ShouldBe((true, false));
        _store.Clock.Now += TimeSpan.FromMinutes(1);
        var taken = (await FindAsync(Alive))!;
        (taken.Program, taken.Entries.Count).ShouldBe(("changed", 1));
    }

    [Fact]
    public async Task Should_Stop_Whoever_Has_Lost_Its_Run()
    {
        // Given: a machine that slept
        var slept = Journal(Elsewhere);
        var occurrence = await slept.BeginAsync(Plan, true, []);
        _store.Clock.Now += TimeSpan.FromMinutes(5);
        (await Journal(Alive).TakeAsync((await FindAsync(Alive))!, 0, Plan, CancellationToken.None)).ShouldBeTrue();

        // When
        var thrown = await Should.ThrowAsync<PluginHostException>(() => slept.AppendAsync(occurrence, true, [Entry(0, JournalKind.Read, 1)]));

        // Then
        thrown.Message.ShouldBe(
            "Run 1 of scripts/daily has passed on to another process, which goes on with it. This one stops here, and did nothing more.");
        await slept.EndAsync(occurrence, OccurrenceEnd.Interrupted);
        (await FindAsync(Alive)).ShouldBeNull();
    }

    [Theory]
    [InlineData(OccurrenceEnd.Done)]
    [InlineData(OccurrenceEnd.Failed)]
    [InlineData(OccurrenceEnd.Abandoned)]
    public async Task Should_Not_Find_A_Run_That_Has_Ended_And_Forget_What_It_Read(object end)
    {
        // Given
        var journal = Journal(Alive);
        var occurrence = await journal.BeginAsync(Plan, true, [Entry(0, JournalKind.Read, "a long file"), Entry(1, JournalKind.Effect, 1)]);

        // When
        await journal.EndAsync(occurrence, (OccurrenceEnd)end);

        // Then
        (await FindAsync(Gone)).ShouldBeNull();
        (await KindsAsync()).ShouldBe(["effect"]);
    }

    [Fact]
    public async Task Should_Find_A_Run_That_Was_Interrupted_In_This_Very_Process()
    {
        var journal = Journal(Alive);
        var occurrence = await journal.BeginAsync(Plan, true, []);

        await journal.EndAsync(occurrence, OccurrenceEnd.Interrupted);

        (await FindAsync(Alive)).ShouldNotBeNull();
    }

    [Fact]
    public async Task Should_Abandon_All_That_Nobody_Works_On()
    {
        // Given
        await Journal(Gone).BeginAsync(Plan, true, [Entry(0, JournalKind.Answer, 1)]);
        await Journal(Gone).BeginAsync(Plan, true, []);
        var alive = await Journal(Alive).BeginAsync(Plan, true, []);

        // When
        await Journal(Alive).AbandonAsync(Plan.Campaign, Plan.Args, CancellationToken.None);

        // Then
        (await FindAsync(Alive)).ShouldBeNull();
        (await KindsAsync()).ShouldBeEmpty();
        await Journal(Alive).AppendAsync(alive, true, []);
    }

    public async ValueTask DisposeAsync()
    {
        await _store.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    private static JournalEntry Entry(long seq, JournalKind kind, Value result) => new() { Seq = seq, Kind = kind, Step = $"step#{seq}", Result = result };

    private StoreJournal Journal(string owner) => new(_store.Store, _store.Clock, owner);

    private Task<InterruptedRun?> FindAsync(string owner) => Journal(owner).FindAsync(Plan.Campaign, Plan.Args, CancellationToken.None);

    private Task<IReadOnlyList<string>> KindsAsync() => _store.Store.ReadAsync(
        WorkspaceStore.HostName, Access.Host, connection => connection.Read($"select kind from pluginhost_journal").Map(row => row.Text("kind")), CancellationToken.None);
}
