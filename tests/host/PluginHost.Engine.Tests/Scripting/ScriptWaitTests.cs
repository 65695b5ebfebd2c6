namespace PluginHost.Engine.Scripting;

/// <summary>Waiting, on a clock in the hand.</summary>
public sealed class ScriptWaitTests : IDisposable
{
    private readonly ScriptBench _bench = new ScriptBench().WithPublish();
    private readonly CancellationTokenSource _stop = new();

    public void Dispose()
    {
        _stop.Dispose();
        _bench.Dispose();
    }

    [Theory]
    [InlineData("Wait(Minutes(30))")]
    [InlineData("Wait(Today.At(\"00:30\"))")]
    public async Task Should_Wait_On_The_Clock(string wait)
    {
        _bench.Write("main.csx", $"await {wait}; Say($\"{{Now:HH:mm}}\");");
        var run = _bench.RunAsync([], _stop.Token);

        await AdvanceAsync(run, TimeSpan.FromMinutes(29));
        run.IsCompleted.ShouldBeFalse();
        await AdvanceAsync(run, TimeSpan.FromMinutes(2));

        (await run).ShouldBeOfType<ScriptDone>();
        _bench.Person.Said.Single().ShouldBeOneOf("00:30", "00:31");
    }

    [Fact]
    public async Task Should_Not_Wait_For_What_Has_Passed() =>
        (await _bench.RunAsync("await Wait(Now - Minutes(1)); await Wait(TimeSpan.Zero); 1")).ShouldBeOfType<ScriptDone>();

    [Fact]
    public async Task Should_Wait_Only_For_What_Is_Left_When_It_Is_Resumed()
    {
        // Given
        _bench.Write("main.csx", "await Wait(Hours(1)); Say($\"{Now:HH:mm}\");");
        var run = _bench.RunAsync([], _stop.Token);
        await AdvanceAsync(run, TimeSpan.FromMinutes(20));
        await _stop.CancelAsync();
        (await run).ShouldBeOfType<ScriptCancelled>();
        _bench.Clock.Advance(TimeSpan.FromMinutes(30));

        // When
        run = _bench.RunAgainAsync();
        await AdvanceAsync(run, TimeSpan.FromMinutes(11));

        // Then
        (await run).ShouldBeOfType<ScriptDone>();
        _bench.Person.Said.Single().ShouldBeOneOf("01:00", "01:01");
    }

    [Fact]
    public async Task Should_Come_Back_Every_So_Often_And_End_When_Nothing_Is_Left()
    {
        // Given
        _bench.Write("main.csx", "await foreach (var now in Every(Minutes(10)).Until(Today.At(\"00:25\"))) Say($\"{now:HH:mm}\"); Say(\"closed\");");

        // When
        var run = _bench.RunAsync([], _stop.Token);
        await AdvanceAsync(run, TimeSpan.FromMinutes(21));

        // Then
        (await run).ShouldBeOfType<ScriptDone>();
        _bench.Person.Said.ShouldBe(["00:00", "00:10", "00:20", "closed"]);
    }

    [Fact]
    public async Task Should_Leave_Out_What_It_Missed()
    {
        // Given: the second time takes half an hour
        _bench.Write("main.csx", """
            var n = 0;
            await foreach (var now in Every(Minutes(10)))
            {
                Say($"{now:HH:mm}");
                if (++n == 2) await Wait(Minutes(25));
                if (n == 3) break;
            }
            """);

        // When
        var run = _bench.RunAsync([], _stop.Token);
        await AdvanceAsync(run, TimeSpan.FromMinutes(50));

        // Then
        (await run).ShouldBeOfType<ScriptDone>();
        _bench.Person.Said.ShouldBe(["00:00", "00:10", "00:40"]);
    }

    [Fact]
    public async Task Should_Refuse_To_Come_Back_All_The_Time() =>
        (await _bench.RunAsync("Every(TimeSpan.Zero);")).ShouldBeOfType<ScriptFailed>().Message.ShouldContain("Every(Minutes(10))");

    [Theory]
    [InlineData("await Wait(Hours(1));")]
    [InlineData("await foreach (var now in Every(Hours(1))) Say(\"here\");")]
    public async Task Should_Be_Cancelled_At_Once(string code)
    {
        _bench.Write("main.csx", $"Say(\"here\"); {code}");
        _bench.Person.Heard = _ => _stop.CancelAfter(TimeSpan.FromMilliseconds(50));

        (await _bench.RunAsync([], _stop.Token)).ShouldBeOfType<ScriptCancelled>();
    }

    // In small steps: what the script does between two of them, it does on another thread.
    private async Task AdvanceAsync(Task run, TimeSpan time)
    {
        await _bench.Clock.WaitForTimerAsync(TestContext.Current.CancellationToken);
        for (var passed = TimeSpan.Zero; passed < time && !run.IsCompleted; passed += TimeSpan.FromSeconds(30))
        {
            _bench.Clock.Advance(TimeSpan.FromSeconds(30));
            await PauseAsync();
        }
    }

    private static Task PauseAsync() => Task.Delay(TimeSpan.FromMilliseconds(10), TimeProvider.System, TestContext.Current.CancellationToken);
}
