using PluginHost.Campaigns;

namespace PluginHost.Posting.Tests;

/// <summary>Machines sleep, and clocks are set.</summary>
public sealed class ClockTests : IDisposable
{
    private readonly Workshop _workshop = new();

    [Theory]
    [InlineData(10)]
    [InlineData(-10)]
    public async Task Should_Send_Nothing_On_A_Lease_From_Before_The_Clock_Jumped(int minutes)
    {
        // Given: between the claim and the departure.
        var (plugin, host) = await _workshop.StartAsync();
        _workshop.Leave(("@telco", "scheduled"));
        _workshop.Network.OnRules = () =>
        {
            _workshop.Network.OnRules = null;
            _workshop.Clock.Sleep(TimeSpan.FromMinutes(minutes));
        };

        // When
        await plugin.SendAsync(host, CancellationToken.None);

        // Then
        _workshop.Network.Arrived.ShouldBeEmpty();
        _workshop.States().ShouldBe(["scheduled"]);
        _workshop.Column("attempt").ShouldBe([0L]);
        _workshop.Reasons().ShouldBe(["the machine slept, or its clock was set, before it left"]);
    }

    [Theory]
    [InlineData(10)]
    [InlineData(-10)]
    public async Task Should_Send_Nothing_When_The_Clock_Jumps_Right_Before_The_Call(int minutes)
    {
        // Given: after the departure was committed.
        var (plugin, host) = await _workshop.StartAsync();
        _workshop.Leave(("@telco", "scheduled"));
        host.Store.OnRun = sql =>
        {
            if (!sql.Contains("set state = 'sending'", StringComparison.Ordinal))
                return;

            host.Store.OnRun = null;
            _workshop.Clock.Sleep(TimeSpan.FromMinutes(minutes));
        };

        // When
        await plugin.SendAsync(host, CancellationToken.None);
        var states = _workshop.States();
        _workshop.Clock.Advance(TimeSpan.FromMinutes(20));
        await plugin.SendAsync(host, CancellationToken.None);

        // Then: it is certain that nothing has left, so it goes out the next time.
        states.ShouldBe(["scheduled"]);
        _workshop.States().ShouldBe(["sent"]);
        _workshop.Network.Arrived.ShouldHaveSingleItem().Key.Attempt.ShouldBe(2);
    }

    [Fact]
    public async Task Should_Send_Nothing_When_The_Disk_Has_Used_Up_The_Time()
    {
        // Given
        var (plugin, host) = await _workshop.StartAsync();
        _workshop.Leave(("@telco", "scheduled"));
        host.Store.OnRun = sql =>
        {
            if (sql.Contains("set state = 'sending'", StringComparison.Ordinal))
                _workshop.Clock.Advance(TimeSpan.FromSeconds(16));
        };

        // When
        await plugin.SendAsync(host, CancellationToken.None);

        // Then
        _workshop.Network.Arrived.ShouldBeEmpty();
        _workshop.States().ShouldBe(["scheduled"]);
    }

    [Fact]
    public async Task Should_Hold_What_Became_Late_While_The_Machine_Slept()
    {
        // Given
        var (plugin, host) = await _workshop.StartAsync();
        _workshop.Leave(("@telco", "scheduled"));
        _workshop.Network.OnRules = () =>
        {
            _workshop.Network.OnRules = null;
            _workshop.Clock.Sleep(TimeSpan.FromHours(8));
        };

        // When
        await plugin.SendAsync(host, CancellationToken.None);

        // Then
        _workshop.Reasons().ShouldBe(["nobody was there to send it in time; posting.send sends it now, posting.undo takes it back"]);
        _workshop.Column("held_at")[0].ShouldNotBe(DBNull.Value);
    }

    [Fact]
    public async Task Should_Take_Back_A_Lease_That_Ends_Later_Than_Any_Can()
    {
        // Given: the clock was set back by a day since.
        await _workshop.StartAsync();
        _workshop.Leave(("@telco", "leased"));
        _workshop.Clock.SetBack(TimeSpan.FromDays(1));
        _workshop.Database.Query("update posting_target set due_at = due_at - 86400000");

        // When
        var (plugin, host) = await _workshop.StartAsync();
        await plugin.SendAsync(host, CancellationToken.None);

        // Then
        _workshop.States().ShouldBe(["sent"]);
    }

    [Theory]
    [InlineData(Repeats.ByIdentity, "sent")]
    [InlineData(Repeats.ByKey, "unknown")]
    [InlineData(Repeats.NotRecognised, "unknown")]
    public async Task Should_Begin_The_Quarantine_Anew_When_The_Clock_Was_Set_Back_Since(Repeats repeats, string state)
    {
        // Given
        await _workshop.StartAsync();
        _workshop.Leave(("@telco", "sending"));
        _workshop.Network.Rules = _workshop.Network.Rules with { Repeats = repeats, KeyLife = TimeSpan.FromDays(2) };
        _workshop.Network.OnLookUp = (_, _, _) => new NotThere();
        _workshop.Clock.SetBack(TimeSpan.FromHours(5));

        // When
        var (plugin, host) = await _workshop.StartAsync();
        _workshop.States().ShouldBe(["unknown"]);
        _workshop.Clock.Advance(TimeSpan.FromSeconds(149));
        await plugin.SendAsync(host, CancellationToken.None);
        _workshop.Network.Arrived.ShouldBeEmpty();
        _workshop.Clock.Advance(TimeSpan.FromSeconds(1));
        await plugin.SendAsync(host, CancellationToken.None);

        // Then: since when to look, nobody knows any more, so that "not there" says nothing.
        _workshop.States().ShouldBe([state]);
    }

    [Fact]
    public async Task Should_Not_Believe_A_Doubt_To_Be_Old_Right_After_The_Machine_Woke()
    {
        // Given: a process of this machine began to send, an hour ago by the clock on the wall, most of which the machine slept; then this one started.
        await _workshop.StartAsync();
        _workshop.Network.OnLookUp = (_, _, _) => new NotThere();
        _workshop.Leave(("@telco", "sending"));
        _workshop.Clock.Sleep(TimeSpan.FromHours(1));
        var (plugin, host) = await _workshop.StartAsync();
        host.SteadyFor = TimeSpan.FromSeconds(149);

        // When
        await plugin.SendAsync(host, CancellationToken.None);
        var early = _workshop.Network.Arrived.Count;
        host.SteadyFor = TimeSpan.FromSeconds(150);
        await plugin.SendAsync(host, CancellationToken.None);

        // Then
        early.ShouldBe(0);
        host.Screen.Lines.ShouldContain(
            "Information: What is unknown is not looked into for 1 more seconds: this machine has just started or woken, or its clock was set, and "
            + "until then a post may be on its way that looks old. pluginhost serve looks then; so does posting.send.");
        _workshop.States().ShouldBe(["sent"]);
    }

    public void Dispose() => _workshop.Dispose();
}
