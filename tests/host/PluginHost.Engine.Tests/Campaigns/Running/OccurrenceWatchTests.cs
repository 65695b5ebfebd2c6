using PluginHost.Engine.Campaigns;
using PluginHost.Engine.Campaigns.Occurrences;
using PluginHost.Engine.Campaigns.Running;
using PluginHost.Engine.Scripting;
using PluginHost.Engine.Tests.Store;
using PluginHost.Engine.Workspaces;

namespace PluginHost.Engine.Tests.Campaigns.Running;

/// <summary>One occurrence, watched while something else runs it.</summary>
public sealed class OccurrenceWatchTests : IAsyncDisposable
{
    private readonly TestStore _store = new();
    private readonly FakeClock _clock = new();
    private readonly FakeRunner _runner = new();
    private readonly Campaign _campaign = new()
    {
        Entry = new CampaignEntry { Name = "daily", File = "plugins.yaml", Line = 1, Script = "/w/a.csx", Timeout = TimeSpan.FromMinutes(10) },
    };

    private OccurrenceStore Occurrences => new(_store.Store, _clock, ScriptOwner.OfThisProcess().ToString());

    [Fact]
    public async Task Should_Stop_What_Takes_Longer_Than_It_May()
    {
        // Given
        _runner.EndsWhenStopped(exitCode: 1);

        // When
        var known = await PassUntilEndAsync(await StartAsync(CancellationToken.None));

        // Then
        (known.State, known.Outcome).ShouldBe((OccurrenceState.Waiting, "stopped: it took longer than 10m"));
    }

    [Fact]
    public async Task Should_Say_That_It_Had_To_Be_Killed()
    {
        _runner.EndsWhenStopped(exitCode: 137, isKilled: true);

        var known = await PassUntilEndAsync(await StartAsync(CancellationToken.None));

        known.Outcome.ShouldBe("stopped: it took longer than 10m; it did not stop within 2 seconds, and was ended with its process");
        (known.Cpu, known.PeakMemory).ShouldBe((TimeSpan.FromSeconds(3), 1024 * 1024));
    }

    [Fact]
    public async Task Should_Stop_When_A_Person_Says_So()
    {
        // Given
        _runner.EndsWhenStopped(exitCode: 1);
        var running = await StartAsync(CancellationToken.None);

        // When
        await Occurrences.AskToStopAsync(_campaign.Name);

        // Then
        (await PassUntilEndAsync(running)).Outcome.ShouldBe("stopped by a person");
    }

    [Fact]
    public async Task Should_Leave_It_To_Be_Gone_On_With_When_Its_Process_Dies()
    {
        var running = await StartAsync(CancellationToken.None);

        _runner.End(exitCode: 137);

        (await running).State.ShouldBe(OccurrenceState.Planned);
    }

    [Fact]
    public async Task Should_Leave_It_To_Be_Gone_On_With_When_This_Process_Ends()
    {
        // Given
        _runner.EndsWhenStopped(exitCode: 1);
        using var cancel = new CancellationTokenSource();
        var running = await StartAsync(cancel.Token);

        // When
        await cancel.CancelAsync();

        // Then
        var known = await running;
        (known.State, known.Outcome).ShouldBe((OccurrenceState.Planned, ""));
    }

    [Fact]
    public async Task Should_Take_What_The_Child_Has_Written_For_The_Outcome()
    {
        var running = await StartAsync(CancellationToken.None);

        await Occurrences.EndAsync(_runner.Claim!.Name, isDone: true, "42");
        _runner.End(exitCode: 0);

        var known = await running;
        (known.State, known.Outcome).ShouldBe((OccurrenceState.Done, "42"));
    }

    [Fact]
    public async Task Should_Keep_The_Newest_Lines_Of_One_That_Says_Too_Much()
    {
        // Given
        var running = await StartAsync(CancellationToken.None);

        // When
        for (var line = 1; line <= OccurrenceStore.MostLines + 500; line++)
            _runner.Say($"line {line}");

        _runner.Say(new string('x', 5_000));
        _runner.End(exitCode: 137);
        await running;

        // Then
        var lines = await Occurrences.ReadLinesAsync("daily", 10_000, CancellationToken.None);
        lines.Count.ShouldBe(OccurrenceStore.MostLines);
        lines[^1].Text.Length.ShouldBe(2_001);
        lines[^2].Text.ShouldBe($"line {OccurrenceStore.MostLines + 500}");
    }

    public async ValueTask DisposeAsync() => await _store.DisposeAsync();

    private async Task<Task<KnownOccurrence>> StartAsync(CancellationToken cancel)
    {
        var name = await Occurrences.AddAsync(_campaign.Name, []);
        var claim = (await Occurrences.ClaimAsync(name, Resumption.Unchanged)).ShouldNotBeNull();
        return new OccurrenceWatch(claim, _campaign, Occurrences, _runner, _clock).RunAsync(cancel);
    }

    private async Task<KnownOccurrence> PassUntilEndAsync(Task<KnownOccurrence> running)
    {
        while (!running.IsCompleted)
        {
            await Task.WhenAny(running, _clock.WaitForTimerAsync(TestContext.Current.CancellationToken));
            _clock.Advance(TimeSpan.FromMinutes(1));
        }

        return await running;
    }
}
