using PluginHost.Engine.Campaigns;
using PluginHost.Engine.Campaigns.Occurrences;
using PluginHost.Engine.Campaigns.Schedules;
using PluginHost.Engine.Scripting;
using PluginHost.Engine.Tests.Store;
using PluginHost.Engine.Workspaces;
using PluginHost.Sdk;
using Record = PluginHost.Sdk.Record;

namespace PluginHost.Engine.Tests.Campaigns.Occurrences;

/// <summary>What is due, who has it, and what it came to, as several processes have it. On both databases.</summary>
public abstract class OccurrenceStoreTests(StoreDialect dialect) : IAsyncDisposable
{
    private readonly TestStore _store = new(dialect);

    private static string Alive => ScriptOwner.OfThisProcess().ToString();

    private static string Gone => (ScriptOwner.OfThisProcess() with { Started = "1" }).ToString();

    private static string Elsewhere => (ScriptOwner.OfThisProcess() with { Machine = "another" }).ToString();

    private DateTimeOffset Now => _store.Clock.Now;

    [Fact]
    public async Task Should_Begin_With_What_Comes_Where_A_Campaign_Is_New()
    {
        var hourly = Hourly();

        (await Of(Alive).PlanAsync(hourly)).ShouldBe(0);
        (await StatesAsync()).ShouldBeEmpty();

        Pass(TimeSpan.FromHours(1));
        (await Of(Alive).PlanAsync(hourly)).ShouldBe(1);
        (await StatesAsync()).ShouldBe([OccurrenceState.Planned]);
    }

    [Fact]
    public async Task Should_Note_What_Is_Due_Once_Whoever_Looks()
    {
        // Given
        var hourly = Hourly();
        await Of(Alive).PlanAsync(hourly);
        Pass(TimeSpan.FromHours(1));

        // When
        var noted = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Of(Alive).PlanAsync(hourly)));

        // Then
        noted.Sum().ShouldBe(1);
        (await KnownAsync()).ShouldHaveSingleItem().Name.Occurrence.ShouldBe(DueTime.NameOf(new DateTimeOffset(Now.Year, Now.Month, Now.Day, Now.Hour, 0, 0, TimeSpan.Zero)));
    }

    [Theory]
    [InlineData(Missed.Latest, 2, new[] { OccurrenceState.Planned, OccurrenceState.Skipped, OccurrenceState.Skipped })]
    [InlineData(Missed.All, 2, new[] { OccurrenceState.Planned, OccurrenceState.Planned, OccurrenceState.Planned })]
    [InlineData(Missed.Skip, 2, new[] { OccurrenceState.Skipped, OccurrenceState.Skipped, OccurrenceState.Skipped })]
    public async Task Should_Make_Up_For_What_Was_Missed_As_It_Is_Told(Missed missed, int grace, OccurrenceState[] states)
    {
        // Given
        var campaign = Hourly(entry => entry with { Missed = missed, Grace = TimeSpan.FromHours(grace + 1) });
        await Of(Alive).PlanAsync(campaign);

        // When three became due while nothing ran, the last of them a while ago
        _store.Clock.Now = Hour(Now).AddHours(3).AddMinutes(30);
        await Of(Alive).PlanAsync(campaign);

        // Then, newest first
        (await StatesAsync()).ShouldBe(states);
    }

    [Fact]
    public async Task Should_Leave_Out_What_Would_Be_Too_Late()
    {
        // Given
        var campaign = Hourly(entry => entry with { Grace = TimeSpan.FromMinutes(10) });
        await Of(Alive).PlanAsync(campaign);

        // When
        _store.Clock.Now = Hour(Now).AddHours(1).AddMinutes(10).AddSeconds(30);
        await Of(Alive).PlanAsync(campaign);

        // Then
        var known = (await KnownAsync()).ShouldHaveSingleItem();
        (known.State, known.Outcome).ShouldBe((OccurrenceState.Skipped, "missed: nothing ran, and it would be later than 10m"));
    }

    [Fact]
    public async Task Should_Plan_Nothing_Twice_When_The_Clock_Is_Set_Back()
    {
        // Given
        var hourly = Hourly();
        await Of(Alive).PlanAsync(hourly);
        Pass(TimeSpan.FromHours(1));
        await Of(Alive).PlanAsync(hourly);

        // When
        Pass(TimeSpan.FromMinutes(-30));
        await Of(Alive).PlanAsync(hourly);
        Pass(TimeSpan.FromMinutes(30));
        await Of(Alive).PlanAsync(hourly);

        // Then
        (await KnownAsync()).Count.ShouldBe(1);
    }

    [Fact]
    public async Task Should_Not_Make_Up_For_The_Past_Of_A_Plan_That_Was_Changed()
    {
        await Of(Alive).PlanAsync(Hourly());
        Pass(TimeSpan.FromHours(1));

        await Of(Alive).PlanAsync(Hourly(entry => entry with { At = "every 30m" }));

        (await StatesAsync()).ShouldBeEmpty();
    }

    [Theory]
    [InlineData(Overlap.Skip, OccurrenceState.Skipped, 0)]
    [InlineData(Overlap.Queue, OccurrenceState.Planned, 0)]
    [InlineData(Overlap.Together, OccurrenceState.Planned, 1)]
    public async Task Should_Treat_One_That_Is_Due_Beside_Another_As_It_Is_Told(Overlap overlap, OccurrenceState state, int claimed)
    {
        // Given
        var campaign = Hourly(entry => entry with { Overlap = overlap });
        await Of(Alive).PlanAsync(campaign);
        Pass(TimeSpan.FromHours(1));
        await Of(Alive).PlanAsync(campaign);
        await ClaimAsync(Alive, campaign);

        // When
        Pass(TimeSpan.FromHours(1));
        await Of(Alive).PlanAsync(campaign);

        // Then
        (await KnownAsync())[0].State.ShouldBe(state);
        (await ClaimAsync(Alive, campaign)).Count.ShouldBe(claimed);
    }

    [Fact]
    public async Task Should_Give_An_Occurrence_To_One_Of_Many()
    {
        // Given
        var campaign = Hourly();
        await Of(Alive).AddAsync(campaign.Name, []);

        // When
        var claims = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => ClaimAsync(Alive, campaign)));

        // Then
        claims.Sum(each => each.Count).ShouldBe(1);
    }

    [Fact]
    public async Task Should_Give_It_To_Another_When_Its_Process_Is_Gone()
    {
        // Given
        var campaign = Hourly();
        var name = await Of(Alive).AddAsync(campaign.Name, []);
        var claim = (await ClaimAsync(Gone, campaign)).ShouldHaveSingleItem();
        (await Of(Gone).BeginAsync(name, claim.Owner)).ShouldBeTrue();

        // When
        var again = (await ClaimAsync(Alive, campaign)).ShouldHaveSingleItem();

        // Then the one before, if it lives after all, does nothing any more
        again.Name.ShouldBe(name);
        (await Of(Gone).BeginAsync(name, claim.Owner)).ShouldBeFalse();
        (await Of(Alive).BeginAsync(name, again.Owner)).ShouldBeTrue();
    }

    [Fact]
    public async Task Should_Believe_Another_Machine_For_As_Long_As_It_Has_Promised()
    {
        // Given
        var campaign = Hourly();
        await Of(Alive).AddAsync(campaign.Name, []);
        await ClaimAsync(Elsewhere, campaign);

        // When, then
        (await ClaimAsync(Alive, campaign)).ShouldBeEmpty();
        Pass(OccurrenceStore.Life + TimeSpan.FromSeconds(1));
        (await ClaimAsync(Alive, campaign)).Count.ShouldBe(1);
    }

    [Fact]
    public async Task Should_Leave_Alone_What_Belongs_To_No_Campaign_Any_More()
    {
        await Of(Alive).AddAsync("gone", []);

        (await ClaimAsync(Alive, Hourly())).ShouldBeEmpty();
    }

    [Fact]
    public async Task Should_Wait_For_A_Person_Where_It_Was_Stopped_And_Go_On_When_One_Says_So()
    {
        // Given
        var campaign = Hourly();
        var name = await Of(Alive).AddAsync(campaign.Name, ["x"]);

        // When
        (await Of(Alive).AskToStopAsync(campaign.Name)).ShouldBe(1);

        // Then
        var known = (await KnownAsync()).ShouldHaveSingleItem();
        (known.State, known.Outcome).ShouldBe((OccurrenceState.Waiting, "stopped by a person"));
        (await ClaimAsync(Alive, campaign)).ShouldBeEmpty();
        (await Of(Alive).ClaimAsync(name, Resumption.Unchanged)).ShouldNotBeNull();
        (await Of(Alive).IsAskedToStopAsync(name)).ShouldBeFalse();
        (await Of(Alive).ArgsOfAsync(name, CancellationToken.None)).ShouldBe(["x"]);
    }

    [Fact]
    public async Task Should_Tell_A_Running_One_To_Stop()
    {
        var campaign = Hourly();
        var name = await Of(Alive).AddAsync(campaign.Name, []);
        await ClaimAsync(Alive, campaign);

        await Of(Alive).AskToStopAsync(campaign.Name);

        (await Of(Alive).IsAskedToStopAsync(name)).ShouldBeTrue();
        (await StatesAsync()).ShouldBe([OccurrenceState.Running]);
    }

    [Fact]
    public async Task Should_Give_Up_On_One_That_Does_Not_Get_Any_Further()
    {
        // Given
        var campaign = Hourly();
        var name = await Of(Alive).AddAsync(campaign.Name, []);

        // When
        for (var attempt = 0; attempt < 10; attempt++)
        {
            (await ClaimAsync(Alive, campaign)).Count.ShouldBe(1);
            await Of(Alive).LeaveAsync(name, "it was killed");
            Pass(TimeSpan.FromMinutes(1));
        }

        // Then
        var known = (await KnownAsync()).ShouldHaveSingleItem();
        (known.State, known.Outcome).ShouldBe((OccurrenceState.Waiting, "it was killed, 10 times in a row without getting any further"));
    }

    [Fact]
    public async Task Should_Not_Take_Away_What_Another_Has_Begun()
    {
        // Given
        var campaign = Hourly();
        var name = await Of(Gone).AddAsync(campaign.Name, []);
        await ClaimAsync(Gone, campaign);
        await ClaimAsync(Alive, campaign);

        // When
        await Of(Gone).LeaveAsync(name, "it was killed");
        await Of(Gone).ReleaseAsync(name);
        await Of(Gone).HaltAsync(name, "stopped");

        // Then
        (await StatesAsync()).ShouldBe([OccurrenceState.Running]);
    }

    [Fact]
    public async Task Should_Start_One_For_Each_Event_Once()
    {
        // Given
        var campaign = Make(new CampaignEntry { Name = "answers", File = "plugins.yaml", Line = 1, Script = "/w/a.csx", On = "events/@a", Args = ["v"] });
        (await Of(Alive).PositionAsync(campaign, 4)).ShouldBe(4);
        StreamEvent[] events = [Event(5, "one"), Event(6, "7"), Event(7, "one")];

        // When
        (await Of(Alive).PlanAsync(campaign, 4, events, 7)).ShouldBe(2);
        (await Of(Alive).PlanAsync(campaign, 4, events, 7)).ShouldBe(0);

        // Then
        (await KnownAsync()).Select(known => known.Name.Occurrence).ShouldBe(["event-7", "one"]);
        (await Of(Alive).ArgsOfAsync(new OccurrenceName("answers", "one"), CancellationToken.None)).ShouldBe(["v", "text=one"]);
        (await Of(Alive).PositionAsync(campaign, 9)).ShouldBe(7);
    }

    [Fact]
    public async Task Should_Start_None_For_What_Happened_Before_The_Campaign_Was_There()
    {
        // Given
        var campaign = Make(new CampaignEntry { Name = "answers", File = "plugins.yaml", Line = 1, Script = "/w/a.csx", On = "events/@a" });
        var old = Event(1, "old");
        Pass(TimeSpan.FromMinutes(1));
        await Of(Alive).PositionAsync(campaign, 0);
        Pass(TimeSpan.FromMinutes(1));

        // When
        (await Of(Alive).PlanAsync(campaign, 0, [old, Event(2, "new")], 2)).ShouldBe(1);

        // Then
        (await KnownAsync()).ShouldHaveSingleItem().Name.Occurrence.ShouldBe("new");
        (await Of(Alive).PositionAsync(campaign, 9)).ShouldBe(2);
    }

    [Fact]
    public async Task Should_Note_What_Is_Due_Of_Many_Campaigns_Together()
    {
        // Given
        Campaign[] all = [Hourly(), Hourly(entry => entry with { Name = "daily", At = "every 24h" }), Hourly(entry => entry with { Name = "other" })];
        await Of(Alive).PlanAsync(all);
        Pass(TimeSpan.FromHours(1));

        // When
        (await Of(Alive).PlanAsync(all)).ShouldBe(2);
        (await Of(Alive).PlanAsync(all)).ShouldBe(0);

        // Then
        (await KnownAsync()).Select(known => known.Name.Campaign).Order().ShouldBe(["hourly", "other"]);
    }

    [Fact]
    public async Task Should_Let_Go_Of_What_Ended_Long_Ago_But_Not_Of_The_Newest_Nor_Of_What_Is_Open()
    {
        // Given
        var open = await Of(Alive).AddAsync("hourly", []);
        var (first, second) = (await EndedAsync(), await EndedAsync());
        var limit = Now + TimeSpan.FromMinutes(1);
        Pass(TimeSpan.FromDays(1));

        // When
        (await Of(Alive).TrimAsync(limit)).ShouldBeFalse();

        // Then
        (await KnownAsync()).Select(known => known.Name).ShouldBe([second, open]);
        (await Of(Alive).ReadLinesAsync("hourly", 10, CancellationToken.None)).Select(line => line.Text).ShouldBe([second.ToString()]);
        (await Of(Alive).AddAsync("hourly", [])).Occurrence.ShouldBe("4");
        first.Occurrence.ShouldBe("2");
    }

    [Fact]
    public async Task Should_Keep_What_Ended_A_While_Ago_Where_It_Is_Told_To()
    {
        await EndedAsync();
        await EndedAsync();
        Pass(TimeSpan.FromDays(1));

        (await Of(Alive).TrimAsync(Now - TimeSpan.FromDays(2))).ShouldBeFalse();

        (await KnownAsync()).Count.ShouldBe(2);
    }

    [Fact]
    public async Task Should_Keep_What_Was_Said_And_What_It_Took()
    {
        // Given
        var name = await Of(Alive).AddAsync("hourly", []);

        // When
        await Of(Alive).AddLinesAsync(name, [new LogLine { At = Now, Text = "a" }, new LogLine { At = Now, Text = "b", Severity = Severity.Warning }]);
        await Of(Alive).AddCostAsync(name, TimeSpan.FromSeconds(2), 64 * 1024 * 1024);
        await Of(Alive).AddCostAsync(name, TimeSpan.FromSeconds(1), 32 * 1024 * 1024);

        // Then
        (await Of(Alive).ReadLinesAsync("hourly", 10, CancellationToken.None)).Select(line => line.Text).ShouldBe(["a", "b"]);
        var known = (await KnownAsync()).ShouldHaveSingleItem();
        (known.Cpu, known.PeakMemory).ShouldBe((TimeSpan.FromSeconds(3), 64 * 1024 * 1024));
    }

    public async ValueTask DisposeAsync()
    {
        await _store.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    private static DateTimeOffset Hour(DateTimeOffset instant) => instant.AddTicks(-(instant.Ticks % TimeSpan.TicksPerHour));

    private StreamEvent Event(long position, string id) => new() { Position = position, Id = id, At = Now, Data = Record.Of(("text", id)) };

    private static Campaign Hourly(Func<CampaignEntry, CampaignEntry>? change = null)
    {
        var entry = new CampaignEntry { Name = "hourly", File = "plugins.yaml", Line = 1, Script = "/w/a.csx", At = "every 1h" };
        return Make(change?.Invoke(entry) ?? entry);
    }

    private static Campaign Make(CampaignEntry entry) => new()
    {
        Entry = entry,
        Schedule = entry.At is { } at ? ((ScheduleRead)Schedule.Parse(at, TimeZoneInfo.Utc, DateTimeOffset.UnixEpoch)).Schedule : null,
    };

    private async Task<OccurrenceName> EndedAsync()
    {
        var name = await Of(Alive).AddAsync("hourly", []);
        await Of(Alive).ClaimAsync(name, Resumption.Unchanged);
        await Of(Alive).AddLinesAsync(name, [new LogLine { At = Now, Text = name.ToString() }]);
        (await Of(Alive).EndAsync(name, isDone: true, "")).ShouldBeTrue();
        return name;
    }

    private void Pass(TimeSpan time) => _store.Clock.Now += time;

    private OccurrenceStore Of(string owner) => new(_store.Store, _store.Clock, owner);

    private Task<IReadOnlyList<Claim>> ClaimAsync(string owner, Campaign campaign) =>
        Of(owner).ClaimAsync(new Dictionary<string, Campaign> { [campaign.Name] = campaign }, 8);

    private Task<IReadOnlyList<KnownOccurrence>> KnownAsync() => Of(Alive).ReadAsync(null, 100, CancellationToken.None);

    private async Task<IEnumerable<OccurrenceState>> StatesAsync() => (await KnownAsync()).Select(known => known.State);
}
