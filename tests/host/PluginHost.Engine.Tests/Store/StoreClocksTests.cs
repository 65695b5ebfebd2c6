using PluginHost.Engine.Scripting;
using PluginHost.Engine.Store;
using PluginHost.Engine.Store.Postgres;
using PluginHost.Engine.Store.Sqlite;
using PluginHost.Engine.Streams;
using PluginHost.Sdk;

namespace PluginHost.Engine.Tests.Store;

/// <summary>Machines whose clocks disagree, on one database. The server's clock is a real one; this machine's is in the hand, and begins with the right time.</summary>
public sealed class StoreClocksTests : IAsyncDisposable
{
    private static readonly CancellationToken Cancel = CancellationToken.None;

    private readonly TestStore _test = new(StoreDialect.Postgres);
    private readonly FakeClock _clock = new(TimeProvider.System.GetUtcNow());
    private readonly List<string> _said = [];
    private readonly List<WorkspaceStore> _stores = [];
    private int _naps;

    [Theory]
    [InlineData(150, "ahead of")]
    [InlineData(-150, "behind")]
    public async Task Should_Refuse_A_Clock_That_Is_Wrong(int seconds, string side)
    {
        // Given
        _clock.Sleep(TimeSpan.FromSeconds(seconds));

        // When
        var refused = await Should.ThrowAsync<PluginHostException>(() => Open().RefuseWrongClockAsync(Cancel));

        // Then: what differs, by how much, and what to do.
        refused.Message.ShouldContain("This machine's clock is 1");
        refused.Message.ShouldContain($" seconds {side} that of the store's server");
        refused.Message.ShouldContain($"here it is {_clock.GetUtcNow():yyyy-MM-dd HH:mm:ss}Z, there ");
        refused.Message.ShouldContain("this process sends nothing and takes nothing over. Set the clock that is wrong");
    }

    [Theory]
    [InlineData(8)]
    [InlineData(-8)]
    public async Task Should_Let_A_Clock_Be_A_Little_Wrong(int seconds)
    {
        _clock.Sleep(TimeSpan.FromSeconds(seconds));

        await Open().RefuseWrongClockAsync(Cancel);

        _said.ShouldBeEmpty();
    }

    [Fact]
    public async Task Should_Say_So_Once_When_The_Store_Is_Opened_And_Still_Read()
    {
        // Given
        _clock.Sleep(TimeSpan.FromHours(1));
        var store = Open();

        // When
        var lines = await store.CheckAsync(Cancel);
        await Should.ThrowAsync<PluginHostException>(() => store.RefuseWrongClockAsync(Cancel));
        await Should.ThrowAsync<PluginHostException>(() => store.RefuseWrongClockAsync(Cancel));

        // Then
        lines[0].ShouldStartWith("The store answers");
        _said.ShouldHaveSingleItem().ShouldStartWith("This machine's clock is 3");
    }

    [Fact]
    public async Task Should_Look_Again_After_The_Machine_Slept()
    {
        // Given
        var store = Open();
        await store.RefuseWrongClockAsync(Cancel);

        // When
        _clock.Sleep(TimeSpan.FromMinutes(2));
        _naps++;

        // Then
        await Should.ThrowAsync<PluginHostException>(() => store.RefuseWrongClockAsync(Cancel));
    }

    [Fact]
    public async Task Should_Look_Again_Now_And_Then()
    {
        // Given
        var store = Open();
        await store.RefuseWrongClockAsync(Cancel);

        // When: this machine's seconds pass, and hardly any of the server's.
        _clock.Advance(StoreClocks.Interval - TimeSpan.FromSeconds(1));
        await store.RefuseWrongClockAsync(Cancel);
        _clock.Advance(TimeSpan.FromSeconds(1));

        // Then
        await Should.ThrowAsync<PluginHostException>(() => store.RefuseWrongClockAsync(Cancel));
    }

    [Fact]
    public async Task Should_Go_On_When_The_Clock_Was_Put_Right()
    {
        // Given
        _clock.Sleep(TimeSpan.FromMinutes(5));
        var store = Open();
        await Should.ThrowAsync<PluginHostException>(() => store.RefuseWrongClockAsync(Cancel));

        // When
        _clock.SetBack(TimeSpan.FromMinutes(5));
        _clock.Advance(StoreClocks.Soon);

        // Then
        await store.RefuseWrongClockAsync(Cancel);
    }

    [Fact]
    public async Task Should_Lease_No_Source_By_A_Wrong_Clock()
    {
        // Given
        _clock.Sleep(TimeSpan.FromSeconds(20));
        var log = new StreamLog(Open());
        var now = _clock.GetUtcNow();

        // When
        await Should.ThrowAsync<PluginHostException>(() => log.LeaseAsync("events/@telco", "one", now, now + StreamLease.Length, Cancel));

        // Then
        (await log.LastAsync("events/@telco", Cancel)).ShouldBe(0);
        _test.Server.Read("select name from pluginhost.pluginhost_stream", _test.Database).ShouldBeEmpty();
    }

    [Fact]
    public async Task Should_Begin_Take_Or_Abandon_No_Occurrence_By_A_Wrong_Clock()
    {
        // Given
        var plan = new OccurrencePlan { Campaign = "daily", Args = [], Program = "a" };
        var store = Open();
        var elsewhere = ScriptOwner.OfThisProcess() with { Machine = "another" };
        await new StoreJournal(store, _clock, elsewhere.ToString()).BeginAsync(plan, true, []);
        _clock.Sleep(TimeSpan.FromMinutes(1));
        _naps++;

        // When: to this clock, the other machine's promise is over.
        var journal = new StoreJournal(store, _clock, ScriptOwner.OfThisProcess().ToString());
        var run = (await journal.FindAsync("daily", [], Cancel)).ShouldNotBeNull();

        // Then
        await Should.ThrowAsync<PluginHostException>(() => journal.TakeAsync(run, 0, plan, Cancel));
        await Should.ThrowAsync<PluginHostException>(() => journal.BeginAsync(plan, true, []));
        await Should.ThrowAsync<PluginHostException>(() => journal.AbandonAsync("daily", [], Cancel));
        _test.Server.Read("select owner from pluginhost.pluginhost_occurrence where state = 'acting'", _test.Database).ShouldBe([elsewhere.ToString()]);
    }

    [Fact]
    public async Task Should_Know_One_Clock_Alone_Where_The_Store_Is_A_File()
    {
        using var folder = new TestFolder();
        await using var store = new WorkspaceStore(
            new SqliteDatabase(Path.Combine(folder.Path, "store.db"), _clock, TimeSpan.FromSeconds(10)), _clock)
        { ClocksApart = _said.Add };
        _clock.Sleep(TimeSpan.FromDays(1));

        await store.RefuseWrongClockAsync(Cancel);

        (await store.LookAtClocksAsync(Cancel)).ShouldBeNull();
    }

    [Theory]
    [InlineData(0, 9, false)]
    [InlineData(0, 11, true)]
    [InlineData(9, 2, true)]
    [InlineData(-9, 2, true)]
    [InlineData(9, 0, false)]
    public void Should_Count_What_The_Answer_Leaves_In_Doubt(int ahead, int doubt, bool isTooFar) => Difference(ahead, doubt).IsTooFar.ShouldBe(isTooFar);

    [Fact]
    public void Should_Not_Call_A_Clock_Wrong_Where_It_Is_The_Server_That_Is_Slow() =>
        Difference(0, 12).Refusal("here").Message.ShouldStartWith("This machine's clock cannot be compared with that of the store's server, which took 24.0 seconds to answer.");

    [Fact]
    public void Should_Say_The_Difference_In_A_Line() => Difference(-3, 1).ToString()
        .ShouldBe("This machine's clock is 3.0 seconds behind that of the store's server (to within 1.0 seconds); 10 seconds are allowed.");

    public async ValueTask DisposeAsync()
    {
        foreach (var store in _stores)
            await store.DisposeAsync();

        await _test.DisposeAsync();
    }

    private ClockDifference Difference(int ahead, int doubt) => new()
    {
        Ours = _clock.GetUtcNow() + TimeSpan.FromSeconds(ahead),
        Theirs = _clock.GetUtcNow(),
        Doubt = TimeSpan.FromSeconds(doubt),
    };

    private WorkspaceStore Open()
    {
        var database = new PostgresDatabase(PostgresAddress.Parse(_test.Server.AddressOf(_test.Database)), TimeSpan.FromSeconds(10));
        var store = new WorkspaceStore(database, _clock) { ClocksApart = _said.Add, Naps = () => _naps };
        _stores.Add(store);
        return store;
    }
}
